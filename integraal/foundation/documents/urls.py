"""Addresses of the templates of documents."""

from django.urls import path

from integraal.foundation.documents import views

urlpatterns = [
    path("beheer/sjablonen/", views.word_templates, name="word-templates"),
    path("beheer/sjablonen/<slug:code>/", views.word_template, name="word-template"),
    path(
        "beheer/sjablonen/<slug:code>/terugzetten",
        views.restore_word_template,
        name="word-template-restore",
    ),
    path(
        "beheer/sjablonen/<slug:code>/bestand",
        views.word_template_file,
        {"which": "sjabloon"},
        name="word-template-file",
    ),
    path(
        "beheer/sjablonen/<slug:code>/voorbeeld",
        views.word_template_file,
        {"which": "voorbeeld"},
        name="word-template-example",
    ),
]
