from django.urls import path

from integraal.policy.monitoring.meetings import views
from integraal.policy.monitoring.meetings.agenda import views as agenda
from integraal.policy.monitoring.meetings.leading import views as leading
from integraal.policy.monitoring.meetings.minutes import views as minutes
from integraal.policy.monitoring.meetings.points import views as points

_ONE = "monitoring/overleg/<uuid:pk>/"
_ITEM = "monitoring/agendapunt/<uuid:pk>/"
_POINT = "monitoring/actie/<uuid:pk>/"

urlpatterns = [
    path("monitoring/overleggen/", views.meetings, name="meetings"),
    path("monitoring/overleggen/acties/", points.all_points, name="action-points"),
    path("monitoring/overleggen/acties/excel/", points.as_excel, name="action-points-excel"),
    path("monitoring/overleg/nieuw/", views.new, name="meeting-new"),
    path(_ONE, views.meeting, name="meeting"),
    path(f"{_ONE}aanpassen/", views.change, name="meeting-change"),
    path(f"{_ONE}afzeggen/", views.call_off, name="meeting-call-off"),
    path(f"{_ONE}agenda/", agenda.fill, name="meeting-fill"),
    path(f"{_ONE}punt/", agenda.new, name="agenda-item-new"),
    path(f"{_ONE}verslag/", minutes.minutes, name="meeting-minutes"),
    path(f"{_ONE}verslag/schrijven/", minutes.write, name="meeting-minutes-write"),
    path(f"{_ONE}verslag/vaststellen/", minutes.adopt, name="meeting-minutes-adopt"),
    path(f"{_ONE}verslag/pdf", minutes.minutes_as_pdf, name="meeting-minutes-pdf"),
    path(f"{_ITEM}aanpassen/", agenda.change, name="agenda-item-change"),
    path(f"{_ITEM}verplaatsen/", agenda.move, name="agenda-item-move"),
    path(f"{_ITEM}weghalen/", agenda.remove, name="agenda-item-remove"),
    path(f"{_ITEM}behandelen/", leading.lead, name="agenda-item-lead"),
    path(f"{_POINT}aanpassen/", points.change, name="action-point-change"),
    path(f"{_POINT}klaar/", points.tick, name="action-point-tick"),
]
