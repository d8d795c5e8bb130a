"""Pages of the programme (uitvoeringsprogramma); each room brings its own."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("integraal.policy.programme.overview.urls")),
    path("", include("integraal.policy.programme.measures.urls")),
    path("", include("integraal.policy.programme.deciding.urls")),
    path("", include("integraal.policy.programme.comparing.urls")),
    path("", include("integraal.policy.programme.changing.urls")),
    path("", include("integraal.policy.programme.updating.urls")),
    path("", include("integraal.policy.programme.showing.urls")),
    path("", include("integraal.policy.programme.excel.urls")),
    path("", include("integraal.policy.programme.calendar.urls")),
]
