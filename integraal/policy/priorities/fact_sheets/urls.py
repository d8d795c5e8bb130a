from django.urls import path

from integraal.policy.priorities.fact_sheets import views

urlpatterns = [
    path("prioriteiten/<uuid:pk>/themabladen/", views.facts, name="session-facts"),
    path("prioriteiten/<uuid:pk>/themabladen/pdf", views.pdf, name="session-facts-pdf"),
    path("prioriteiten/<uuid:pk>/themabladen/<slug:code>/", views.fact, name="session-fact"),
]
