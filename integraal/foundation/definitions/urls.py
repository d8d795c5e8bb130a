"""Addresses of the screens about definitions."""

from django.urls import path

from integraal.foundation.definitions import views

urlpatterns = [
    path("beheer/begrippen/", views.definitions, name="definitions"),
    path("beheer/begrippen/<slug:kind_code>/", views.definitions, name="definitions-of"),
    path("beheer/begrippen/<slug:kind_code>/<slug:code>/", views.definition, name="definition"),
    path(
        "beheer/begrippen/<slug:kind_code>/<slug:code>/terug/",
        views.definition_reset,
        name="definition-reset",
    ),
]
