from django.urls import path

from integraal.policy.monitoring.incidents import views

_ONE = "monitoring/incident/<uuid:pk>/"

urlpatterns = [
    path("monitoring/incidenten/", views.all_incidents, name="incidents"),
    path("monitoring/incident/nieuw/", views.new, name="incident-new"),
    path(_ONE, views.incident, name="incident"),
    path(f"{_ONE}aanpassen/", views.change, name="incident-change"),
    path(f"{_ONE}les/", views.lesson, name="incident-lesson"),
    path("monitoring/les/<uuid:pk>/maatregel/", views.to_measure, name="lesson-to-measure"),
]
