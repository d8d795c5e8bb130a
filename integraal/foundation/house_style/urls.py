"""Addresses of the house style."""

from django.urls import path

from integraal.foundation.house_style import views

urlpatterns = [
    path("huisstijl.css", views.stylesheet, name="house-style-css"),
    path("huisstijl/schild.svg", views.shield, name="house-style-shield"),
    path("huisstijl/voorbeeld.css", views.preview_stylesheet, name="house-style-preview"),
    path("beheer/huisstijl/", views.house_style, name="house-style"),
]
