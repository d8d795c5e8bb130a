"""Pages of accountability; each room brings its own."""

from django.urls import URLPattern

from integraal.policy.accountability.papers import urls as papers
from integraal.policy.accountability.to_picture import urls as to_picture

urlpatterns: list[URLPattern] = [
    *papers.urlpatterns,
    *to_picture.urlpatterns,
]
