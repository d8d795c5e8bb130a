"""Addresses of the views of a programme."""

from django.urls import path

from integraal.policy.programme.showing import saved_view_views, views

_ONE = "programma/<uuid:pk>/"
urlpatterns = [
    path(f"{_ONE}planning/", views.timeline, name="programme-timeline"),
    path(f"{_ONE}stand/", views.board, name="programme-board"),
    path(f"{_ONE}partners/", views.partners, name="programme-partners"),
    path(f"{_ONE}evenwicht/", views.balance, name="programme-balance"),
    path(f"{_ONE}weergaven/", saved_view_views.all_views, name="saved-views"),
    path(f"{_ONE}weergaven/<uuid:view_id>/", saved_view_views.rename, name="saved-view"),
    path(f"{_ONE}weergaven/<uuid:view_id>/weg/", saved_view_views.remove, name="saved-view-remove"),
]
