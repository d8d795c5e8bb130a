from django.urls import path

from integraal.policy.priorities.joining import views

urlpatterns = [
    path("meedoen/", views.join, name="join"),
    path("meedoen/<str:code>/", views.join_code, name="join-code"),
    path("meedoen/huisstijl/<slug:slug>/stijl.css", views.style, name="join-style"),
    path("meedoen/huisstijl/<slug:slug>/schild.svg", views.shield, name="join-shield"),
]
