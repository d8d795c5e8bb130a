from django.urls import path

from integraal.policy.accountability.reports import views
from integraal.policy.accountability.reports.deciding import views as deciding

_ONE = "verantwoording/<uuid:pk>/"

urlpatterns = [
    path("verantwoording/", views.all_reports, name="accountability"),
    path("verantwoording/nieuw/", views.start, name="report-start"),
    path(_ONE, views.report, name="report"),
    path(f"{_ONE}bron/<str:code>/", views.source, name="report-source"),
    path(f"{_ONE}tekst/<str:place>/", views.text, name="report-text"),
    path(f"{_ONE}feiten/", views.gather, name="report-gather"),
    path(f"{_ONE}nareken/", views.reckon_again, name="report-recompute"),
    path(f"{_ONE}besluit/", deciding.decision, name="report-decision"),
    path(f"{_ONE}besluit/voorstellen/", deciding.propose, name="report-propose"),
    path(f"{_ONE}besluit/terugsturen/", deciding.send_back, name="report-send-back"),
    path(f"{_ONE}besluit/vaststellen/", deciding.adopt, name="report-adopt"),
    path(f"{_ONE}besluit/raad/", deciding.tell, name="report-tell-council"),
    path(f"{_ONE}nieuwe-versie/", deciding.next_version, name="report-next-version"),
]
