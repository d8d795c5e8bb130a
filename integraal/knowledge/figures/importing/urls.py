"""Addresses of the import of a partner's own table."""

from django.urls import path

from integraal.knowledge.figures.importing import views

urlpatterns = [
    path("", views.guarded_start, name="import"),
    path("<uuid:pk>/kolommen", views.columns, name="import-columns"),
    path("<uuid:pk>/controle", views.preview, name="import-preview"),
    path("<uuid:pk>/bestand", views.guarded_other_file, name="import-file"),
    path("<uuid:pk>/stoppen", views.cancel, name="import-cancel"),
    path("terugnemen/<uuid:pk>", views.take_back, name="import-take-back"),
]
