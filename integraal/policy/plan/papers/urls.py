from django.urls import path

from integraal.policy.plan.papers import views

urlpatterns = [
    path("plan/<uuid:pk>/documenten/", views.documents, name="plan-documents"),
    path("plan/<uuid:pk>/pdf", views.paper, {"code": "pdf"}, name="plan-pdf"),
    path("plan/<uuid:pk>/word", views.paper, {"code": "word"}, name="plan-word"),
    path("plan/<uuid:pk>/raadspakket", views.paper, {"code": "pack"}, name="plan-pack"),
    path("plan/<uuid:pk>/doelen-excel", views.paper, {"code": "goals"}, name="plan-goals"),
]
