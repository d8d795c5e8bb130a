"""Pages of accountability; each room brings its own."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
