from django.urls import path

from integraal.policy.programme.deciding import views

_PROGRAMME = "programma/<uuid:pk>/"

urlpatterns = [
    path(f"{_PROGRAMME}besluit/", views.decision, name="programme-decision"),
    path(f"{_PROGRAMME}besluit/voorstellen/", views.propose, name="programme-propose"),
    path(f"{_PROGRAMME}besluit/terugsturen/", views.send_back, name="programme-send-back"),
    path(f"{_PROGRAMME}besluit/vaststellen/", views.adopt, name="programme-adopt"),
    path(f"{_PROGRAMME}besluit/raad/", views.tell, name="programme-tell-council"),
    path(f"{_PROGRAMME}nieuwe-versie/", views.next_version, name="programme-next-version"),
]
