"""Pages of the prioritisation session; each room brings its own."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("integraal.policy.priorities.preparing.urls")),
    path("", include("integraal.policy.priorities.fact_sheets.urls")),
    path("", include("integraal.policy.priorities.outcome.urls")),
    path("", include("integraal.policy.priorities.deciding.urls")),
    path("", include("integraal.policy.priorities.minutes.urls")),
    path("", include("integraal.policy.priorities.joining.urls")),
    path("", include("integraal.policy.priorities.scoring.urls")),
    path("", include("integraal.policy.priorities.leading.urls")),
]
