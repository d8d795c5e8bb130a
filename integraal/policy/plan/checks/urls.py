from django.urls import path

from integraal.policy.plan.checks import views

urlpatterns = [path("plan/<uuid:pk>/controle/", views.checks, name="plan-checks")]
