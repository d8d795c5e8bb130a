"""Addresses of the workbook of a programme."""

from django.urls import path

from integraal.policy.programme.excel import views

_ONE = "programma/<uuid:pk>/excel/"
urlpatterns = [
    path(f"{_ONE}programma.xlsx", views.download, name="programme-excel"),
    path(_ONE, views.guarded_read, name="programme-import"),
    path(f"{_ONE}overnemen/", views.guarded_confirm, name="programme-import-confirm"),
]
