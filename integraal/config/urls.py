"""All addresses: each room brings its own."""

from django.urls import include, path

from integraal.portal.api.root import api

urlpatterns = [
    path("", include("integraal.portal.urls")),
    path("", include("integraal.portal.trail.urls")),
    path("", include("integraal.portal.information.urls")),
    path("", include("integraal.portal.methods.urls")),
    path("", include("integraal.policy.picture.urls")),
    path("", include("integraal.policy.priorities.urls")),
    path("", include("integraal.policy.plan.urls")),
    path("", include("integraal.policy.programme.urls")),
    path("", include("integraal.policy.monitoring.urls")),
    path("", include("integraal.policy.accountability.urls")),
    path("", include("integraal.knowledge.figures.urls")),
    path("", include("integraal.foundation.definitions.urls")),
    path("", include("integraal.foundation.jobs.urls")),
    path("", include("integraal.foundation.people.urls")),
    path("", include("integraal.foundation.partners.urls")),
    path("", include("integraal.foundation.outbox.urls")),
    path("", include("integraal.foundation.house_style.urls")),
    path("", include("integraal.foundation.documents.urls")),
    path("", include("integraal.foundation.ui.urls")),
    path("account/", include("allauth.urls")),
    path("api/v1/", api.urls),
]
