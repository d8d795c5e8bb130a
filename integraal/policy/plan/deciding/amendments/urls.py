from django.urls import path

from integraal.policy.plan.deciding.amendments import views

_ONE = "plan/<uuid:pk>/amendement/<uuid:row_id>/"

urlpatterns = [
    path("plan/<uuid:pk>/besluit/<uuid:row_id>/amendement/", views.new, name="plan-amendment-new"),
    path(_ONE, views.amendment, name="plan-amendment"),
    path(f"{_ONE}aanpassen/", views.change, name="plan-amendment-change"),
    path(f"{_ONE}uitkomst/", views.decide, name="plan-amendment-decide"),
    path(f"{_ONE}verwerken", views.apply, name="plan-amendment-apply"),
]
