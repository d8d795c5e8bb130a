"""Addresses of the trace of a plan."""

from django.urls import path

from integraal.policy.plan.trace import views

urlpatterns = [
    path("plan/<uuid:pk>/herkomst/", views.whole, name="plan-trace"),
    path("plan/<uuid:pk>/herkomst/excel", views.download, {"form": "excel"},
         name="plan-trace-excel"),
    path("plan/<uuid:pk>/herkomst/csv", views.download, {"form": "csv"}, name="plan-trace-csv"),
    path("plan/<uuid:pk>/herkomst/<uuid:key>/", views.goal, name="plan-goal-trace"),
]  # fmt: skip
