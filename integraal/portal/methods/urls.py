"""Addresses of the methods."""

from django.urls import path

from integraal.portal.methods import views

urlpatterns = [
    path("methoden/", views.index, name="methods"),
    path("methoden/<slug:slug>/", views.method, name="method"),
]
