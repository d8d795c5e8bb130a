"""Keep the cards of the visible team; none is shown of somebody who did not agree."""

from dataclasses import dataclass, fields
from datetime import date

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from integraal.foundation.areas.models import Area
from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle.holding import held, refuse_when
from integraal.foundation.partners.access import check_write_partners
from integraal.foundation.partners.models import TeamCard
from integraal.foundation.partners.refusals import Conflict, PartnersRefused
from integraal.foundation.partners.rules import mail_problem, phone_problem
from integraal.foundation.people.models import Organisation
from integraal.foundation.ui.cleaning import cleaned

MISSING = "Vul een naam en een functie in, zoals: wijkagent."
NOT_AGREED = (
    "Leg eerst vast op welke dag deze persoon ermee instemde. Pas daarna mag de kaart te zien zijn."
)


@dataclass(frozen=True)
class Card:
    """A card as somebody fills it in; without an area it is for the whole municipality."""

    name: str
    function: str
    organisation: Organisation | None = None
    area: Area | None = None
    phone: str = ""
    mail: str = ""
    reachable: str = ""
    agreed_on: date | None = None


@transaction.atomic
def add_card(*, by: Actor, card: Card) -> TeamCard:
    """Add a card at the end; nobody outside sees it yet.

    Raises:
        PartnersRefused: name or function is missing, or something cannot be.
    """
    check_write_partners(by)
    last = TeamCard.objects.aggregate(last=Max("order"))["last"] or 0
    row = TeamCard(tenant_id=by.tenant_id, order=last + 1)
    _fill(row, card)
    row.save()
    record("team.card_added", by=by, subject=row)
    return row


@transaction.atomic
def change_card(*, by: Actor, row: TeamCard, card: Card, base_revision: int) -> TeamCard:
    """Change a card. Another person, or one who takes the agreement back, is hidden at once.

    Raises:
        Conflict: somebody else saved meanwhile.
        PartnersRefused: see ``add_card``.
    """
    check_write_partners(by)
    row = _own(row, base_revision)
    before = row.name, row.agreed_on
    _fill(row, card)
    if row.name != before[0] and row.agreed_on == before[1]:
        row.agreed_on = None  # that other person agreed, this one did not
    row.shown = row.shown and row.agreed_on is not None
    row.revision += 1
    row.save()
    record("team.card_changed", by=by, subject=row)
    return row


@transaction.atomic
def show_card(*, by: Actor, row: TeamCard) -> TeamCard:
    """Let residents see a card; a second time changes nothing.

    Raises:
        PartnersRefused: this person did not agree to it, or cannot be reached.
    """
    check_write_partners(by)
    row = held(row, PartnersRefused)
    if row.agreed_on is None:
        raise PartnersRefused(NOT_AGREED)
    if not (row.phone or row.mail or row.reachable):
        raise PartnersRefused(
            "Vul eerst in hoe inwoners deze persoon bereiken: telefoon, mail of waar en wanneer."
        )
    if not row.shown:
        row.shown, row.revision = True, row.revision + 1
        row.save()
        record("team.card_shown", by=by, subject=row)
    return row


@transaction.atomic
def hide_card(*, by: Actor, row: TeamCard) -> TeamCard:
    """Hide a card from residents at once; a second time changes nothing."""
    check_write_partners(by)
    row = held(row, PartnersRefused)
    if row.shown:
        row.shown, row.revision = False, row.revision + 1
        row.save()
        record("team.card_hidden", by=by, subject=row)
    return row


@transaction.atomic
def move_card(*, by: Actor, row: TeamCard, up: bool) -> None:
    """Let a card change places with the one before it, or after it; at the end nothing happens."""
    check_write_partners(by)
    rows = list(TeamCard.objects.select_for_update().order_by("order", "name", "id"))
    place = next((at for at, one in enumerate(rows) if one.pk == row.pk), None)
    if place is None:
        held(None, PartnersRefused)
        return
    other = place - 1 if up else place + 1
    if 0 <= other < len(rows):
        rows[place], rows[other] = rows[other], rows[place]
        for number, one in enumerate(rows, start=1):
            one.order = number
        TeamCard.objects.bulk_update(rows, ["order"])
        record("team.card_moved", by=by, subject=row)


@transaction.atomic
def remove_card(*, by: Actor, row: TeamCard) -> None:
    """Take a card away for good.

    Raises:
        PartnersRefused: somebody else did.
    """
    check_write_partners(by)
    row = held(row, PartnersRefused)
    record("team.card_removed", by=by, subject=row)
    row.delete()


def _own(row: TeamCard, base_revision: int) -> TeamCard:
    row = held(row, PartnersRefused)
    if row.revision != base_revision:
        raise Conflict(row)
    return row


def _fill(row: TeamCard, card: Card) -> None:
    for field in fields(Card):
        value = getattr(card, field.name)
        setattr(
            row, field.name, " ".join(cleaned(value).split()) if isinstance(value, str) else value
        )
    refuse_when(_problem(row), PartnersRefused)


def _problem(row: TeamCard) -> str | None:
    if not row.name or not row.function:
        return MISSING
    if max(len(row.name), len(row.function)) > 120 or len(row.reachable) > 160:
        return "Een regel is te lang. Maak die korter."
    if row.agreed_on and row.agreed_on > timezone.localdate():
        return "De dag van instemmen moet vandaag of eerder zijn."
    return mail_problem(row.mail) or phone_problem(row.phone)
