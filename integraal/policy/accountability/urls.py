"""Pages of accountability; each room brings its own."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("integraal.policy.accountability.public.urls")),
]
