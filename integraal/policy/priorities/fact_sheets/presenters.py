"""What the pages of the fact sheets show."""

from dataclasses import dataclass

from django.urls import reverse

from integraal.foundation.audit.actors import Actor
from integraal.foundation.ui.components import Chip, Figure, Verdict
from integraal.policy.picture.presenters.figures import course
from integraal.policy.priorities.fact_sheets.reading import all_sheets, sheet_for
from integraal.policy.priorities.fact_sheets.sheets import Row, Sheet
from integraal.policy.priorities.models import Candidate, Session
from integraal.policy.priorities.tabs import tabs


@dataclass(frozen=True)
class SheetLine:
    """One theme in the list of sheets."""

    name: str
    lead: str
    url: str
    say: str


@dataclass(frozen=True)
class FactsPage:
    """What ``priorities/facts.html`` shows."""

    session: Session
    tabs: list[Chip]
    lines: list[SheetLine]


def facts_page(by: Actor, session: Session) -> FactsPage:
    """Return the list of fact sheets with what each holds."""
    return FactsPage(
        session=session,
        tabs=tabs(by, session, "session-facts"),
        lines=[
            SheetLine(
                name=one.name,
                lead=one.lead,
                url=reverse("session-fact", args=[session.pk, one.code]),
                say=_holds(one),
            )
            for one in all_sheets(session)
        ],
    )


@dataclass(frozen=True)
class Shown:
    """A figure of a sheet with its verdict as a badge."""

    row: Row
    verdict: Verdict


@dataclass(frozen=True)
class FactPage:
    """What ``priorities/fact.html`` shows."""

    session: Session
    tabs: list[Chip]
    themes: list[Chip]
    sheet: Sheet
    counted: list[Shown]
    asked: list[Shown]
    course: Figure | None
    picture_url: str
    pdf_url: str


def fact_page(by: Actor, session: Session, candidate: Candidate) -> FactPage:
    """Return the fact sheet of one theme."""
    sheet = sheet_for(session, candidate)
    pk, picture = session.pk, session.picture_id
    return FactPage(
        session=session,
        tabs=tabs(by, session, "session-facts"),
        themes=[
            Chip(one.short_name, reverse("session-fact", args=[pk, one.code]), one == candidate)
            for one in Candidate.objects.filter(session=session)
        ],
        sheet=sheet,
        counted=[Shown(one, _badge(one)) for one in sheet.counted],
        asked=[Shown(one, _badge(one)) for one in sheet.asked],
        course=course(sheet.drawn, beside=False, uid="blad") if sheet.drawn else None,
        picture_url=(
            reverse("theme", args=[picture, candidate.theme])
            if candidate.theme
            else reverse("picture", args=[picture])
        ),
        pdf_url=f"{reverse('session-facts-pdf', args=[pk])}?thema={candidate.code}",
    )


def _badge(row: Row) -> Verdict:
    kind, direction = row.verdict["kind"], row.verdict["direction"]
    return Verdict(kind, row.verdict["label"], direction if direction != "none" else "")


def _holds(sheet: Sheet) -> str:
    figures = len(sheet.counted) + len(sheet.asked) + sheet.more
    signals = len(sheet.signals) + sheet.more_signals
    return (
        f"{figures} {'cijfer' if figures == 1 else 'cijfers'}, "
        f"{signals} {'signaal' if signals == 1 else 'signalen'} van anderen, "
        f"{len(sheet.others)} "
        f"{'prioriteit' if len(sheet.others) == 1 else 'prioriteiten'} van anderen"
    )
