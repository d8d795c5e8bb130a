from django.urls import path, register_converter

from integraal.policy.priorities.preparing import row_views, views


class KindConverter:
    """What is weighed, or what it is weighed by."""

    regex = "criterium|thema"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(KindConverter, "weighed")

urlpatterns = [
    path("prioriteiten/", views.session_index, name="sessions"),
    path("prioriteiten/<uuid:pk>/", views.session_overview, name="session"),
    path("prioriteiten/<uuid:pk>/voorbereiden/", views.session_prepare, name="session-prepare"),
    path(
        "prioriteiten/<uuid:pk>/nieuwe-versie",
        views.session_next_version,
        name="session-next-version",
    ),
    path(
        "prioriteiten/<uuid:pk>/criterium/aangeboden",
        row_views.take_offered,
        name="session-criterion-offered",
    ),
    path("prioriteiten/<uuid:pk>/<weighed:kind>/nieuw/", row_views.add, name="session-row-add"),
    path(
        "prioriteiten/<uuid:pk>/<weighed:kind>/<uuid:row_id>/",
        row_views.change,
        name="session-row",
    ),
    path(
        "prioriteiten/<uuid:pk>/<weighed:kind>/<uuid:row_id>/plaats",
        row_views.move,
        name="session-row-move",
    ),
    path(
        "prioriteiten/<uuid:pk>/<weighed:kind>/<uuid:row_id>/weg",
        row_views.remove,
        name="session-row-remove",
    ),
]
