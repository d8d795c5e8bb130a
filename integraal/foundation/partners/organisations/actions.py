"""Keep the organisations the municipality works with: add, change, end, and begin again."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle.holding import held, refuse_when
from integraal.foundation.partners.access import check_write_partners
from integraal.foundation.partners.models import Contact, Profile
from integraal.foundation.partners.organisations.hanging import hanging_problem
from integraal.foundation.partners.organisations.queries import profile_of
from integraal.foundation.partners.refusals import Conflict, PartnersRefused
from integraal.foundation.partners.rules import link_problem
from integraal.foundation.people.actions import PeopleRefused, add_organisation
from integraal.foundation.people.models import Member, Organisation
from integraal.foundation.ui.cleaning import cleaned

LONGEST_NAME = 120


@dataclass(frozen=True)
class Partner:
    """A partner as somebody fills it in; ``kind`` is one of ``Organisation.Kind``."""

    name: str
    kind: str
    role: str = ""
    website: str = ""


@transaction.atomic
def add_partner(*, by: Actor, partner: Partner) -> Organisation:
    """Add an organisation with its role in safety.

    Raises:
        PartnersRefused: no name, no such kind, or there is one of that name.
    """
    check_write_partners(by)
    partner = _right(partner)
    try:
        organisation = add_organisation(by=by, name=partner.name, kind=partner.kind)
    except PeopleRefused as refusal:
        raise PartnersRefused(str(refusal)) from refusal
    _fill(profile_of(organisation), partner)
    record("partner.added", by=by, subject=organisation)
    return organisation


@transaction.atomic
def change_partner(
    *, by: Actor, organisation: Organisation, partner: Partner, base_revision: int
) -> Organisation:
    """Change an organisation and its role; saving the same twice changes nothing.

    Raises:
        Conflict: somebody else saved meanwhile; ``current`` is the profile.
        PartnersRefused: see ``add_partner``.
    """
    check_write_partners(by)
    partner = _right(partner)
    organisation = held(organisation, PartnersRefused)
    profile = profile_of(organisation)
    if profile.revision != base_revision:
        raise Conflict(profile)
    if _same(organisation, profile, partner):
        return organisation
    others = Organisation.objects.exclude(pk=organisation.pk)
    if others.filter(name__iexact=partner.name).exists():
        raise PartnersRefused(f"De organisatie {partner.name} staat er al.")
    organisation.name, organisation.kind = partner.name, partner.kind
    organisation.save(update_fields=["name", "kind"])
    _fill(profile, partner)
    record("partner.changed", by=by, subject=organisation)
    return organisation


@transaction.atomic
def end_partner(
    *, by: Actor, organisation: Organisation, ended_on: date | None = None, anyway: bool = False
) -> Organisation:
    """End the cooperation; how to reach its people is forgotten, what they did stays.

    Args:
        by: who ends it.
        organisation: the partner.
        ended_on: since which day; today when left out.
        anyway: also when something still hangs on it.

    Raises:
        PartnersRefused: something hangs on it, or the day is still to come.
    """
    check_write_partners(by)
    today = timezone.localdate()
    ended_on = ended_on or today
    if ended_on > today:
        raise PartnersRefused("Kies vandaag of een dag die al was.")
    organisation = held(organisation, PartnersRefused)
    if not anyway and (problem := hanging_problem(by, organisation)):
        raise PartnersRefused(problem)
    profile = profile_of(organisation)
    profile.ended_on, profile.revision = ended_on, profile.revision + 1
    profile.save()
    Contact.objects.filter(member__organisation=organisation).delete()
    without_account = Member.objects.filter(organisation=organisation, user__isnull=True)
    without_account.filter(active_until__isnull=True).update(active_until=today)
    record("partner.ended", by=by, subject=organisation)
    return organisation


@transaction.atomic
def resume_partner(*, by: Actor, organisation: Organisation) -> Organisation:
    """Work with a partner again; a second time changes nothing."""
    check_write_partners(by)
    organisation = held(organisation, PartnersRefused)
    profile = profile_of(organisation)
    if profile.ended_on is not None:
        profile.ended_on, profile.revision = None, profile.revision + 1
        profile.save()
        record("partner.resumed", by=by, subject=organisation)
    return organisation


@transaction.atomic
def note_partners_exported(*, by: Actor) -> None:
    """Record that somebody took the list of partners out of the product."""
    record("partner.list_exported", by=by)


def _right(partner: Partner) -> Partner:
    name = " ".join(cleaned(partner.name).split())
    if not name:
        raise PartnersRefused("Vul de naam van de organisatie in.")
    if len(name) > LONGEST_NAME:
        raise PartnersRefused(f"De naam is langer dan {LONGEST_NAME} tekens. Maak hem korter.")
    if partner.kind not in Organisation.Kind.values or partner.kind == "municipality":
        raise PartnersRefused("Kies wat voor organisatie het is.")
    refuse_when(link_problem(partner.website.strip()), PartnersRefused)
    return Partner(name, partner.kind, cleaned(partner.role), partner.website.strip())


def _same(organisation: Organisation, profile: Profile, partner: Partner) -> bool:
    now = Partner(organisation.name, organisation.kind, profile.role, profile.website)
    return now == partner


def _fill(profile: Profile, partner: Partner) -> None:
    profile.role, profile.website = partner.role, partner.website
    profile.revision += 1
    profile.save()
