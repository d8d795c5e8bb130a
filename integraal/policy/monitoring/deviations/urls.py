from django.urls import path

from integraal.policy.monitoring.deviations import views

_ONE = "monitoring/afwijking/<uuid:pk>/"

urlpatterns = [
    path("monitoring/afwijkingen/", views.deviations, name="deviations"),
    path("monitoring/afwijking/nieuw/", views.new, name="deviation-new"),
    path(_ONE, views.deviation, name="deviation"),
    path(f"{_ONE}analyse/", views.step, {"name": "analyse"}, name="deviation-analyse"),
    path(f"{_ONE}keuzes/", views.step, {"name": "keuzes"}, name="deviation-options"),
    path(f"{_ONE}besluit/", views.step, {"name": "besluit"}, name="deviation-decide"),
    path(f"{_ONE}vervolg/", views.step, {"name": "vervolg"}, name="deviation-follow-up"),
    path(f"{_ONE}sluiten/", views.step, {"name": "sluiten"}, name="deviation-close"),
]
