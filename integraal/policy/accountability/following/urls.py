from django.urls import path

from integraal.policy.accountability.following import views

_ALL = "verantwoording/volgen/"

urlpatterns = [
    path(_ALL, views.followed_themes, name="followed-themes"),
    path(f"{_ALL}<slug:code>/", views.followed_theme, name="followed-theme"),
    path(f"{_ALL}<slug:code>/volg/", views.follow, name="theme-follow"),
    path(f"{_ALL}<slug:code>/stop/", views.leave, name="theme-leave"),
]
