"""Addresses of the import of an existing plan."""

from django.urls import path

from integraal.policy.plan.importing import views

urlpatterns = [
    path("plan/inlezen/", views.guarded_start, name="plan-import"),
    path("plan/inlezen/<uuid:pk>/", views.overview, name="plan-import-overview"),
    path("plan/inlezen/<uuid:pk>/deel/<int:number>/", views.part, name="plan-import-part"),
    path(
        "plan/inlezen/<uuid:pk>/deel/<int:number>/beoordelen", views.judge,
        name="plan-import-judge",
    ),
    path(
        "plan/inlezen/<uuid:pk>/deel/<int:number>/alles", views.judge_all,
        name="plan-import-judge-all",
    ),
    path("plan/inlezen/<uuid:pk>/afronden/", views.finish, name="plan-import-finish"),
    path("plan/inlezen/<uuid:pk>/stoppen", views.stop, name="plan-import-stop"),
]  # fmt: skip
