"""Addresses of the pages that explain."""

from django.urls import path

from integraal.portal.information import views

urlpatterns = [
    path("toegankelijkheid/", views.accessibility, name="accessibility"),
    path("privacy/", views.privacy, name="privacy"),
    path("bronnen-en-methode/", views.sources_and_method, name="sources-and-method"),
]
