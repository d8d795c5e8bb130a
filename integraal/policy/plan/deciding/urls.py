from django.urls import include, path

from integraal.policy.plan.deciding import views

urlpatterns = [
    path("plan/<uuid:pk>/besluit/", views.decisions, name="plan-decisions"),
    path("plan/<uuid:pk>/besluit/voorstellen/", views.propose, name="plan-propose"),
    path("plan/<uuid:pk>/besluit/terugsturen/", views.send_back, name="plan-send-back"),
    path("plan/<uuid:pk>/besluit/vaststellen", views.adopt, name="plan-adopt"),
    path("plan/<uuid:pk>/besluit/<uuid:row_id>/", views.decide, name="plan-decision"),
    path("plan/<uuid:pk>/besluit/<uuid:row_id>/dag/", views.plan_moment, name="plan-moment"),
    path("", include("integraal.policy.plan.deciding.amendments.urls")),
]
