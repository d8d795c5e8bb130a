from django.urls import path

from integraal.policy.plan.comparing import views

urlpatterns = [path("plan/<uuid:pk>/vergelijken/", views.compare, name="plan-compare")]
