from django.urls import path

from integraal.policy.monitoring.thresholds import views

urlpatterns = [
    path("monitoring/doel/<uuid:key>/drempel/", views.threshold, name="threshold"),
    path("monitoring/drempel/<uuid:pk>/weg/", views.remove, name="threshold-remove"),
    path("monitoring/drempels/nakijken/", views.check, name="thresholds-check"),
]
