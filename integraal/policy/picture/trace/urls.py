from django.urls import path

from integraal.policy.picture.trace import views

urlpatterns = [
    path("beeld/<uuid:pk>/cijfer/<slug:code>/", views.figure, name="picture-figure"),
]
