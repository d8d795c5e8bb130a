from django.urls import path

from integraal.policy.programme.comparing import views

urlpatterns = [
    path("programma/<uuid:pk>/vergelijken/", views.compare, name="programme-compare"),
]
