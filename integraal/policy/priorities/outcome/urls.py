from django.urls import path

from integraal.policy.priorities.outcome import views

urlpatterns = [
    path("prioriteiten/<uuid:pk>/uitslag/", views.results, name="session-results"),
]
