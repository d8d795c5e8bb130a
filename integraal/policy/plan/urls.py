"""Pages of the plan (integraal veiligheidsplan); each room brings its own."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
