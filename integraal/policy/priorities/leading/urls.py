from django.urls import path

from integraal.policy.priorities.leading import screen, views
from integraal.policy.priorities.leading.people import views as people
from integraal.policy.priorities.leading.rounds import views as rounds
from integraal.policy.priorities.leading.sheets import views as sheets

_LEAD = "prioriteiten/<uuid:pk>/leiden"
_WHO = f"{_LEAD}/deelnemer/<uuid:participant>"
urlpatterns = [
    path(f"{_LEAD}/", views.lead, name="session-lead"),
    path(f"{_LEAD}/stand", views.stand, name="session-lead-stand"),
    path(f"{_LEAD}/deur/open", views.open_door, name="session-door-open"),
    path(f"{_LEAD}/deur/dicht", views.close_door, name="session-door-close"),
    path(f"{_LEAD}/gesprek", views.conversation, name="session-conversation"),
    path(f"{_LEAD}/ronde/open", rounds.open_round, name="session-round-open"),
    path(f"{_LEAD}/ronde/<uuid:round_id>/minuut", rounds.extend, name="session-round-extend"),
    path(f"{_LEAD}/ronde/<uuid:round_id>/sluit", rounds.close, name="session-round-close"),
    path(f"{_WHO}/opnieuw", people.let_in_again, name="session-let-in-again"),
    path(f"{_WHO}/eruit", people.take_out, name="session-take-out"),
    path(f"{_LEAD}/papier/", sheets.sheet, name="session-sheet"),
    path("prioriteiten/<uuid:pk>/scherm/", screen.screen, name="session-screen"),
    path("prioriteiten/<uuid:pk>/scherm/stand", screen.stand, name="session-screen-stand"),
]
