from django.urls import path

from integraal.policy.programme.measures import adding_views, row_views, views

_PROGRAMME = "programma/<uuid:pk>/"
_ONE = f"{_PROGRAMME}maatregel/<uuid:key>/"

urlpatterns = [
    path(f"{_PROGRAMME}maatregel/nieuw/", adding_views.add, name="measure-add"),
    path(f"{_PROGRAMME}uit-het-plan/", adding_views.add_from_goals, name="programme-from-goals"),
    path(_ONE, views.measure, name="measure"),
    path(f"{_ONE}rij/", row_views.row, name="measure-row"),
    path(f"{_ONE}weghalen/", views.remove, name="measure-remove"),
    path(f"{_ONE}terughalen/", views.bring_back, name="measure-bring-back"),
    path(f"{_ONE}terugzetten/<int:revision>/", views.put_back, name="measure-put-back"),
]
