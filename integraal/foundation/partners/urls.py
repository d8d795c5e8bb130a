"""Addresses of partners, covenants and the visible team."""

from django.urls import URLPattern, URLResolver, path

from integraal.foundation.partners.contacts import views as contacts
from integraal.foundation.partners.covenants import views as covenants
from integraal.foundation.partners.organisations import views as organisations
from integraal.foundation.partners.public import views as public
from integraal.foundation.partners.team import views as team

PARTNER = "partners/<uuid:pk>/"
CONTACT = PARTNER + "contact/<uuid:member_id>/"
COVENANT = "convenanten/<uuid:pk>/"
CARD = "zichtbaar-team/<uuid:pk>/"
PUBLIC = "openbaar/<slug:slug>/zichtbaar-team/"

urlpatterns: list[URLPattern | URLResolver] = [
    path("partners/", organisations.index, name="partners"),
    path("partners/excel/", organisations.export, name="partners-export"),
    path("partners/nieuw/", organisations.add, name="partner-add"),
    path(PARTNER, organisations.one, name="partner"),
    path(PARTNER + "aanpassen/", organisations.change, name="partner-change"),
    path(PARTNER + "einde/", organisations.end, name="partner-end"),
    path(PARTNER + "hervatten/", organisations.resume, name="partner-resume"),
    path(PARTNER + "contact/nieuw/", contacts.add, name="contact-add"),
    path(CONTACT, contacts.change, name="contact-change"),
    path(CONTACT + "weg/", contacts.end, name="contact-end"),
    path("convenanten/", covenants.index, name="covenants"),
    path("convenanten/excel/", covenants.export, name="covenants-export"),
    path("convenanten/nieuw/", covenants.add, name="covenant-add"),
    path(COVENANT, covenants.one, name="covenant"),
    path(COVENANT + "aanpassen/", covenants.change, name="covenant-change"),
    path(COVENANT + "evaluatie/", covenants.evaluate, name="covenant-evaluate"),
    path(COVENANT + "einde/", covenants.end, name="covenant-end"),
    path("zichtbaar-team/", team.index, name="team"),
    path("zichtbaar-team/nieuw/", team.add, name="team-card-add"),
    path(CARD, team.change, name="team-card"),
    path(CARD + "tonen/", team.show, name="team-card-show"),
    path(CARD + "verbergen/", team.hide, name="team-card-hide"),
    path(CARD + "omhoog/", team.move, {"up": True}, name="team-card-up"),
    path(CARD + "omlaag/", team.move, {"up": False}, name="team-card-down"),
    path(CARD + "weg/", team.remove, name="team-card-remove"),
    path(PUBLIC, public.team, name="public-team"),
    path(PUBLIC + "huisstijl.css", public.stylesheet, name="public-team-style"),
    path(PUBLIC + "schild.svg", public.shield, name="public-team-shield"),
]
