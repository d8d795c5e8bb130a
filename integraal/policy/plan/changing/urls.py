from django.urls import path

from integraal.policy.plan.changing import views

_ONE = "plan/<uuid:pk>/wijzigingen/<uuid:row_id>/"

urlpatterns = [
    path("plan/<uuid:pk>/wijzigingen/", views.changes, name="plan-changes"),
    path("plan/<uuid:pk>/wijzigingen/nieuw/", views.new, name="plan-change-new"),
    path(_ONE, views.change, name="plan-change"),
    path(f"{_ONE}aanpassen/", views.write, name="plan-change-write"),
    path(f"{_ONE}besluit/", views.decide, name="plan-change-decide"),
    path(f"{_ONE}versie/", views.version, name="plan-change-version"),
    path(f"{_ONE}raad/", views.tell, name="plan-change-tell"),
]
