"""Addresses of the methods."""

from django.urls import path

from integraal.portal.methods import views
from integraal.portal.methods.target.views import target

urlpatterns = [
    path("methoden/", views.index, name="methods"),
    path("methoden/streefcijfer/", target, name="target"),
    path("methoden/<slug:slug>/", views.method, name="method"),
]
