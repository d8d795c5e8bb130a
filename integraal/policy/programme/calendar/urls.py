"""Addresses of the calendar."""

from django.urls import path

from integraal.policy.programme.calendar import views

urlpatterns = [
    path("agenda/", views.own, name="calendar"),
    path("agenda/nieuw/", views.make, name="calendar-make"),
    path("agenda/intrekken/", views.revoke, name="calendar-revoke"),
    path("agenda/<str:secret>.ics", views.feed, name="calendar-feed"),
]
