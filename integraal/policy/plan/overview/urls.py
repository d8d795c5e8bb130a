from django.urls import path

from integraal.policy.plan.overview import views

urlpatterns = [
    path("plan/", views.plan_index, name="plans"),
    path("plan/<uuid:pk>/", views.plan_overview, name="plan"),
    path("plan/<uuid:pk>/bewaren", views.keep, name="plan-keep"),
    path("plan/<uuid:pk>/nieuwe-versie", views.next_version, name="plan-next-version"),
]
