from django.urls import path

from integraal.policy.monitoring.goals import views

_ONE = "monitoring/doel/<uuid:key>/"

urlpatterns = [
    path("monitoring/", views.goals, name="monitoring"),
    path(_ONE, views.goal, name="monitoring-goal"),
    path(f"{_ONE}stand/", views.reading, name="monitoring-reading"),
    path("monitoring/stand/<uuid:pk>/weg/", views.remove_reading, name="monitoring-reading-remove"),
]
