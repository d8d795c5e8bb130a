"""Addresses of the screens about people; include these before those of django-allauth."""

from django.urls import path
from django.views.generic import RedirectView

from integraal.foundation.people import views

# A mail address is changed by whoever gave access, and accounts are made there too.
_closed = RedirectView.as_view(pattern_name="mfa_index")

urlpatterns = [
    path("account/email/", _closed),
    path("account/3rdparty/", _closed),
    path("beheer/mensen/", views.people, name="people"),
    path("beheer/mensen/excel/", views.people_export, name="people-export"),
    path("beheer/mensen/nieuw/", views.member_add, name="member-add"),
    path("beheer/mensen/<uuid:member_id>/", views.member_change, name="member-change"),
    path("beheer/mensen/<uuid:member_id>/einde/", views.member_end, name="member-end"),
    path("beheer/organisaties/", views.organisations_screen, name="organisations"),
    path("beheer/rollen/", views.roles_screen, name="roles"),
    path("beheer/sleutels/", views.tokens, name="tokens"),
    path("beheer/sleutels/<uuid:token_id>/intrekken/", views.token_revoke, name="token-revoke"),
    path("wissel/", views.switch_tenant, name="switch-tenant"),
]
