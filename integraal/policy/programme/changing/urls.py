from django.urls import path

from integraal.policy.programme.changing import views

_ALL = "programma/<uuid:pk>/wijzigingen/"
_ONE = f"{_ALL}<uuid:row_id>/"

urlpatterns = [
    path(_ALL, views.changes, name="programme-changes"),
    path(f"{_ALL}nieuw/", views.new, name="programme-change-new"),
    path(_ONE, views.change, name="programme-change"),
    path(f"{_ONE}aanpassen/", views.write, name="programme-change-write"),
    path(f"{_ONE}besluit/", views.decide, name="programme-change-decide"),
    path(f"{_ONE}versie/", views.version, name="programme-change-version"),
    path(f"{_ONE}raad/", views.tell, name="programme-change-tell"),
]
