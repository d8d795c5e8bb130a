"""Addresses of the screens about definitions."""

from django.urls import path

from integraal.foundation.definitions import adding, views

urlpatterns = [
    path("beheer/begrippen/", views.definitions, name="definitions"),
    path("beheer/begrippen/<slug:kind_code>/", views.definitions, name="definitions-of"),
    path("beheer/begrippen/<slug:kind_code>/nieuw/", adding.definition_new, name="definition-new"),
    path(
        "beheer/begrippen/<slug:kind_code>/<slug:code>/weg/",
        adding.definition_remove,
        name="definition-remove",
    ),
    path("beheer/begrippen/<slug:kind_code>/<slug:code>/", views.definition, name="definition"),
    path(
        "beheer/begrippen/<slug:kind_code>/<slug:code>/terug/",
        views.definition_reset,
        name="definition-reset",
    ),
]
