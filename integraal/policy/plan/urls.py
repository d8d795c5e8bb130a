"""Pages of the plan (integraal veiligheidsplan); each room brings its own."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("integraal.policy.plan.checks.urls")),
    path("", include("integraal.policy.plan.papers.urls")),
    path("", include("integraal.policy.plan.public.urls")),
    path("", include("integraal.policy.plan.consulting.urls")),
    path("", include("integraal.policy.plan.deciding.urls")),
    path("", include("integraal.policy.plan.changing.urls")),
    path("", include("integraal.policy.plan.overview.urls")),
    path("", include("integraal.policy.plan.writing.urls")),
    path("", include("integraal.policy.plan.comparing.urls")),
]
