from django.urls import path

from integraal.policy.priorities.minutes import views

urlpatterns = [
    path("prioriteiten/<uuid:pk>/verslag/pdf", views.minutes, name="session-minutes"),
    path("prioriteiten/<uuid:pk>/verslag/voorstellen", views.propose, name="session-propose"),
    path("prioriteiten/<uuid:pk>/verslag/aftekenen", views.sign, name="session-sign"),
    path("prioriteiten/<uuid:pk>/verslag/terugsturen", views.send_back, name="session-send-back"),
]
