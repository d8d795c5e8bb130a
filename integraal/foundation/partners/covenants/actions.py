"""Keep covenants: add, change, evaluate and end them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle.holding import held, refuse_when
from integraal.foundation.partners.access import check_write_partners
from integraal.foundation.partners.models import Covenant, CovenantParty
from integraal.foundation.partners.refusals import Conflict, PartnersRefused
from integraal.foundation.partners.rules import link_problem, term_problem
from integraal.foundation.people.models import Organisation
from integraal.foundation.ui.cleaning import cleaned

LONGEST_TITLE = 160
_PLAIN = (
    "title", "purpose", "ground", "data", "starts_on", "ends_on", "evaluate_on", "link",
)  # fmt: skip


@dataclass(frozen=True)
class Agreed:
    """A covenant as somebody fills it in.

    Attributes:
        title: how it is called.
        parties: the partners it binds; the municipality itself always is.
        purpose, ground: what for, and on which legal ground.
        data: which data may be exchanged.
        starts_on, ends_on, evaluate_on: its term, and the day of the next evaluation.
        link: where the text itself stands.
    """

    title: str
    parties: Sequence[Organisation]
    purpose: str = ""
    ground: str = ""
    data: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    evaluate_on: date | None = None
    link: str = ""


@transaction.atomic
def add_covenant(*, by: Actor, agreed: Agreed) -> Covenant:
    """Add a covenant.

    Raises:
        PartnersRefused: no title or no party, one of that title is there, or the days cannot be.
    """
    check_write_partners(by)
    row = Covenant(tenant_id=by.tenant_id)
    _save(row, agreed)
    record("covenant.added", by=by, subject=row)
    return row


@transaction.atomic
def change_covenant(
    *, by: Actor, covenant: Covenant, agreed: Agreed, base_revision: int
) -> Covenant:
    """Change a covenant and whom it binds.

    Raises:
        Conflict: somebody else saved meanwhile.
        PartnersRefused: see ``add_covenant``.
    """
    check_write_partners(by)
    row = _own(covenant, base_revision)
    row.revision += 1
    _save(row, agreed)
    record("covenant.changed", by=by, subject=row)
    return row


@transaction.atomic
def mark_evaluated(
    *, by: Actor, covenant: Covenant, evaluated_on: date, next_on: date | None = None,
    base_revision: int,
) -> Covenant:  # fmt: skip
    """Record that a covenant was evaluated, and when that is due again.

    Raises:
        Conflict: somebody else saved meanwhile.
        PartnersRefused: the day is still to come or before it began, or the next is not after it.
    """
    check_write_partners(by)
    row = _own(covenant, base_revision)
    if evaluated_on > timezone.localdate():
        raise PartnersRefused("De evaluatie moet al geweest zijn. Kies vandaag of eerder.")
    if row.starts_on and evaluated_on < row.starts_on:
        raise PartnersRefused("Toen was het convenant nog niet begonnen. Kies een latere dag.")
    if next_on and next_on <= evaluated_on:
        raise PartnersRefused("De volgende evaluatie komt na deze. Kies een latere dag.")
    refuse_when(term_problem(row.starts_on, row.ends_on, next_on), PartnersRefused)
    row.evaluated_on, row.evaluate_on = evaluated_on, next_on
    row.revision += 1
    row.save()
    record("covenant.evaluated", by=by, subject=row)
    return row


@transaction.atomic
def end_covenant(*, by: Actor, covenant: Covenant, ended_on: date, base_revision: int) -> Covenant:
    """End a covenant early: ``ended_on`` is its last day. What was agreed stays to be read.

    Raises:
        Conflict: somebody else saved meanwhile.
        PartnersRefused: the day is to come, before it began, or after the end it has.
    """
    check_write_partners(by)
    row = _own(covenant, base_revision)
    if ended_on > timezone.localdate():
        raise PartnersRefused(
            "Kies vandaag of een dag die al was. Een latere einddatum legt u vast bij Aanpassen."
        )
    if row.ends_on and ended_on > row.ends_on:
        raise PartnersRefused("Het convenant was toen al afgelopen. Kies een eerdere dag.")
    refuse_when(term_problem(row.starts_on, ended_on, None), PartnersRefused)
    row.ends_on = ended_on
    if row.evaluate_on and row.evaluate_on > row.ends_on:
        row.evaluate_on = None
    row.revision += 1
    row.save()
    record("covenant.ended", by=by, subject=row)
    return row


@transaction.atomic
def note_covenants_exported(*, by: Actor) -> None:
    """Record that somebody took the list of covenants out of the product."""
    record("covenant.list_exported", by=by)


def _own(covenant: Covenant, base_revision: int) -> Covenant:
    row = held(covenant, PartnersRefused)
    if row.revision != base_revision:
        raise Conflict(row)
    return row


def _save(row: Covenant, agreed: Agreed) -> None:
    title = " ".join(cleaned(agreed.title).split())
    refuse_when(_problem(row, title, agreed), PartnersRefused)
    for name in _PLAIN:
        value = getattr(agreed, name)
        setattr(row, name, cleaned(value) if isinstance(value, str) else value)
    row.title = title
    row.save()
    wanted = {one.pk: one for one in agreed.parties}
    CovenantParty.objects.filter(covenant=row).exclude(organisation__in=wanted).delete()
    there = set(CovenantParty.objects.filter(covenant=row).values_list("organisation", flat=True))
    for pk in wanted.keys() - there:
        CovenantParty.objects.create(tenant_id=row.tenant_id, covenant=row, organisation_id=pk)


def _problem(row: Covenant, title: str, agreed: Agreed) -> str | None:
    if not title:
        return "Vul in hoe het convenant heet."
    if len(title) > LONGEST_TITLE:
        return f"De naam is langer dan {LONGEST_TITLE} tekens. Maak hem korter."
    if Covenant.objects.filter(title__iexact=title).exclude(pk=row.pk).exists():
        return f"Er is al een convenant dat {title} heet. Geef dit een andere naam."
    if not agreed.parties:
        return "Kies ten minste één partner die het convenant bindt."
    days = term_problem(agreed.starts_on, agreed.ends_on, agreed.evaluate_on)
    return days or link_problem(agreed.link)
