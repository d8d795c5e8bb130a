"""Pages of the programme (uitvoeringsprogramma); each room brings its own."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
