"""Addresses of the trail."""

from django.urls import path

from integraal.portal.trail import views

urlpatterns = [
    path("logboek/", views.trail, name="trail"),
    path("logboek/excel/", views.trail_export, name="trail-export"),
    path("logboek/keten/", views.trail_chain, name="trail-chain"),
]
