from django.urls import path

from integraal.policy.accountability.planning import views

_ALL = "verantwoording/begroting-en-jaarrekening/"

urlpatterns = [
    path(_ALL, views.planning_dates, name="planning-dates"),
    path(f"{_ALL}<slug:code>/excel/", views.export, name="planning-dates-excel"),
]
