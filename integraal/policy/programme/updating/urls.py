"""Addresses of asking and saying how measures go."""

from django.urls import path

from integraal.policy.programme.updating.asking import views as asking
from integraal.policy.programme.updating.saying import by_link
from integraal.policy.programme.updating.saying import views as saying

_ALL = "programma/<uuid:pk>/bijwerken/"
_ASKING = f"{_ALL}vraag/<uuid:asking>/"

urlpatterns = [
    path(_ALL, asking.programme_updates, name="programme-updates"),
    path(f"{_ALL}excel", asking.updates_excel, name="programme-updates-xlsx"),
    path(f"{_ALL}vragen", asking.ask_now, name="programme-updates-ask"),
    path(f"{_ALL}hoe-vaak", asking.change_rhythm, name="programme-updates-rhythm"),
    path(f"{_ALL}wie/<uuid:member>/", asking.person, name="programme-updates-person"),
    path(f"{_ASKING}herinneren", asking.remind, name="programme-updates-remind"),
    path(f"{_ASKING}intrekken", asking.revoke, name="programme-updates-revoke"),
    path(
        "programma/<uuid:pk>/maatregel/<uuid:key>/bijwerken/",
        saying.measure_update,
        name="measure-update",
    ),
    path("bijwerken/<str:secret>/", by_link.update_measures, name="update-measures"),
    path("bijwerken/<str:secret>/huisstijl.css", by_link.update_style, name="update-style"),
    path("bijwerken/<str:secret>/schild.svg", by_link.update_shield, name="update-shield"),
]
