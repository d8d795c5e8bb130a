"""What the pages about the consultations of a plan show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.links.terms import OPEN, state_of
from integraal.foundation.people.access import allowed
from integraal.foundation.ui.dutch import day, listed
from integraal.policy.plan.access import check_consult
from integraal.policy.plan.consulting import queries
from integraal.policy.plan.models import Consultation, Invitation, Plan


@dataclass(frozen=True)
class ConsultationLine:
    """One consultation in the list."""

    row: Consultation
    state: str
    counts: str


@dataclass(frozen=True)
class ConsultationsPage:
    """What ``plan/consultations.html`` shows."""

    lines: list[ConsultationLine]
    comments: int
    may_open: bool


@dataclass(frozen=True)
class InvitationLine:
    """One invitation: for whom, what it may see, and how far its reader is."""

    pk: UUID
    who: str
    scope: str
    state: str
    progress: str
    reminded: str
    is_open: bool
    waits: bool

    @property
    def key(self) -> str:
        return str(self.pk)


@dataclass(frozen=True)
class NewLink:
    """A personal link that was just made, or a reminder; a link is shown once and never again."""

    who: str
    address: str
    text: str
    mailto: str
    until: str


@dataclass(frozen=True)
class ConsultationPage:
    """What ``plan/consultation.html`` shows."""

    row: Consultation
    state: str
    counts: str
    lines: list[InvitationLine]
    is_open: bool
    may_invite: bool


def consultations_page(by: Actor, plan: Plan) -> ConsultationsPage:
    """Return the consultations about a plan with their counts."""
    found = queries.consultations(plan)
    today = timezone.localdate()
    lines = [
        ConsultationLine(one, _state_words(one, today), _counts(list(one.invitations.all())))
        for one in found
    ]
    said = sum(each.said for one in found for each in one.invitations.all())
    may_open = allowed(check_consult, by) and not plan.is_frozen
    return ConsultationsPage(lines, said, may_open)


def consultation_page(by: Actor, row: Consultation) -> ConsultationPage:
    """Return one consultation with its invitations."""
    today = timezone.localdate()
    found = queries.invitations(row)
    names = {theme["code"]: theme["name"] for theme in row.edition.content["themes"]}
    return ConsultationPage(
        row=row,
        state=_state_words(row, today),
        counts=_counts(found),
        lines=[_line(one, row, names, today) for one in found],
        is_open=row.closed_on is None,
        may_invite=allowed(check_consult, by) and row.closed_on is None,
    )


def new_link(one: Invitation, plan: Plan, municipality: str, address: str) -> NewLink:
    """Return a fresh personal link with the text of a mail."""
    until = day(one.ends_on)
    text = (
        f"De gemeente {municipality} vraagt uw reactie op het concept van het {plan.title}. "
        f"Open daarvoor uw persoonlijke link:\n\n{address}\n\n"
        f"Reageren kan tot en met {until}. U heeft geen account nodig. Zeg ook dat u klaar bent "
        "als u niets heeft op te merken. Wilt u de link niet doorsturen? Wie hem heeft, kan het "
        "concept lezen en namens u reageren."
    )
    return NewLink(who_of(one), address, text, _mailto(plan, text), until)


def reminder(one: Invitation, plan: Plan, municipality: str) -> NewLink:
    """Return the text of a reminder; the link itself is kept nowhere, so it is not in it."""
    until = day(one.ends_on)
    text = (
        f"Op {day(one.made_on)} vroeg de gemeente {municipality} uw reactie op het concept van "
        f"het {plan.title}. U kunt nog reageren tot en met {until}, met de persoonlijke link uit "
        "dat bericht. Heeft u niets op te merken? Kies dan onderaan de pagina “Ik ben klaar”. "
        "Bent u de link kwijt, laat het weten; dan krijgt u een nieuwe."
    )
    return NewLink(who_of(one), "", text, _mailto(plan, text), until)


def who_of(one: Invitation) -> str:
    """Return for whom an invitation is: function and organisation."""
    return f"{one.recipient}, {one.organisation}" if one.organisation else one.recipient


def place_of(row: Consultation) -> str:
    """Return the address of the page of a consultation."""
    return reverse("plan-consultation", args=[row.plan_id, row.pk])


def _mailto(plan: Plan, text: str) -> str:
    subject = quote(f"Uw reactie op het {plan.title}")
    return f"mailto:?subject={subject}&body={quote(text)}"


def _line(one: Invitation, row: Consultation, names: dict[str, str], today: date) -> InvitationLine:
    state = state_of(one.ends_on, one.revoked_on, today, row.closed_on)
    words = {
        "revoked": f"Ingetrokken op {day(one.revoked_on)}",
        "closed": "De consultatie is gesloten",
        "ended": f"Afgelopen op {day(one.ends_on)}",
        OPEN: f"Werkt tot en met {day(one.ends_on)}",
    }
    return InvitationLine(
        pk=one.pk,
        who=who_of(one),
        scope=listed([names.get(code, code) for code in one.themes or [""]]) or "Het hele plan",
        state=words[state],
        progress=_progress(one),
        reminded=f"Herinnerd op {day(one.reminded_on)}" if one.reminded_on else "",
        is_open=state in (OPEN, "ended"),
        waits=state == OPEN and one.finished_on is None,
    )


def _progress(one: Invitation) -> str:
    many = getattr(one, "said", 0)
    said = f"{many} {'reactie' if many == 1 else 'reacties'}"
    if one.finished_on:
        return f"Klaar op {day(one.finished_on)}, {said}"
    if one.opened_on:
        return f"Geopend, het laatst op {day(one.opened_on)}, {said}"
    return "Nog niet geopend"


def _counts(found: Sequence[Invitation]) -> str:
    """Return how many were invited, opened it and are done, as a sentence."""
    live = [one for one in found if one.revoked_on is None]
    if not live:
        return "Nog niemand uitgenodigd."
    opened = sum(one.opened_on is not None for one in live)
    done = sum(one.finished_on is not None for one in live)
    return f"{len(live)} uitgenodigd, {opened} geopend, {done} klaar."


def _state_words(row: Consultation, today: date) -> str:
    if row.closed_on:
        return f"Gesloten op {day(row.closed_on)}"
    return f"{'Afgelopen op' if row.ends_on < today else 'Open tot en met'} {day(row.ends_on)}"
