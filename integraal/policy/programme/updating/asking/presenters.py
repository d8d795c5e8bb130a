"""What the adviser sees of asking: who was asked, who answered, who missed it, what needs help."""

import uuid
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.foundation.people.access import allowed
from integraal.foundation.people.models import Member
from integraal.foundation.ui.dutch import day
from integraal.foundation.ui.tables import Column, Sorting, Table
from integraal.policy.programme.access import check_run
from integraal.policy.programme.content import function_of
from integraal.policy.programme.models import Asking, Measure, Programme
from integraal.policy.programme.updating import queries
from integraal.policy.programme.updating.rules import (
    MISSED_TOO_OFTEN,
    RHYTHMS,
    missed_in_a_row,
    months_later,
)

COLUMNS = (
    Column("Wie", key="wie"),
    Column("Maatregelen", numeric=True),
    Column("Gevraagd", key="gevraagd"),
    Column("Herinnerd"),
    Column("Geopend"),
    Column("Geantwoord", key="geantwoord"),
    Column("Gemist", key="gemist", numeric=True),
)
NO = "nee"


@dataclass(frozen=True)
class Person:
    """Somebody who is asked, with the last request and how often they let it pass."""

    member: Member
    measures: list[Measure]
    asking: Asking | None
    missed: int
    has_address: bool = True

    @property
    def is_silent(self) -> bool:
        return self.missed >= MISSED_TOO_OFTEN

    @property
    def missed_words(self) -> str:
        return "1 keer" if self.missed == 1 else f"{self.missed} keer"


@dataclass(frozen=True)
class NeedsHelp:
    """A measure whose owner asks for help, or met something in the way."""

    title: str
    url: str
    on: date
    who: str
    obstacle: str
    help_wanted: str


@dataclass(frozen=True)
class SilentMeasure:
    """A measure of which nobody says how it goes, and why that is."""

    title: str
    url: str
    reasons: str


@dataclass(frozen=True)
class UpdatesPage:
    """What ``programme/updates.html`` shows."""

    people: list[Person]
    silent_people: list[Person]
    help: list[NeedsHelp]
    silent: list[SilentMeasure]
    rhythm: str
    next_round: str
    may_run: bool
    is_running: bool

    @property
    def lead(self) -> str:
        """What there is to see, in a sentence."""
        asked = [one for one in self.people if one.asking]
        if not asked:
            return "Er is nog niemand gevraagd hoe het loopt."
        answered = sum(1 for one in asked if one.asking and one.asking.answered_on)
        opened = sum(1 for one in asked if one.asking and one.asking.opened_on)
        who = "1 persoon" if len(asked) == 1 else f"{len(asked)} mensen"
        return f"De laatste keer vroegen we {who}: {opened} keken, {answered} zijn klaar."


def updates_page(by: Actor, programme: Programme) -> UpdatesPage:
    """Return the page of a programme."""
    today = timezone.localdate()
    rows, known = queries.askings(programme), queries.standing(programme)
    people = people_of(known, rows, today)
    return UpdatesPage(
        people=people,
        silent_people=[one for one in people if one.is_silent],
        help=_help(programme, known),
        silent=[
            SilentMeasure(
                one.measure.title, measure_url(programme, one.measure.key),
                ", ".join(queries.REASONS[reason] for reason in one.reasons),
            )
            for one in queries.silent(programme, today, known=known, rows=rows)
        ],
        rhythm=RHYTHMS.get(programme.rhythm, f"om de {programme.rhythm} maanden"),
        next_round=_next_round(programme, rows),
        may_run=allowed(check_run, by),
        is_running=programme.state == State.ADOPTED,
    )  # fmt: skip


def people_of(known: queries.Standing, rows: list[Asking], today: date) -> list[Person]:
    """Return who is or was asked, by name."""
    asked: dict[uuid.UUID, list[Asking]] = defaultdict(list)
    for one in rows:
        asked[one.member_id].append(one)
    owned = queries.who_to_ask(known, today)
    known_people: list[Member] = [*owned, *(row.member for row in rows)]
    everybody = {one.pk: one for one in known_people}
    lacking = queries.without_address(list(everybody.values()))
    found = [
        Person(
            member=member,
            measures=owned.get(member, []),
            asking=next(iter(asked[pk]), None),
            missed=missed_in_a_row((queries.asked(one) for one in asked[pk]), today),
            has_address=pk not in lacking,
        )
        for pk, member in everybody.items()
    ]
    return sorted(found, key=lambda one: one.member.name)


def sorted_people(people: list[Person], sorting: Sorting) -> list[Person]:
    """Return people in the order of a column; who was never asked comes last."""

    def value(one: Person) -> tuple[bool, object]:
        asking = one.asking
        found = {
            "wie": one.member.name,
            "gemist": one.missed,
            "gevraagd": asking.asked_on if asking else None,
            "geantwoord": asking.answered_on if asking else None,
        }[sorting.key]
        return found is not None, found or 0

    known = [one for one in people if value(one)[0]]
    rest = [one for one in people if not value(one)[0]]
    return [*sorted(known, key=lambda one: value(one)[1], reverse=sorting.descending), *rest]  # type: ignore[arg-type, return-value]


def people_table(programme: Programme, people: list[Person]) -> Table:
    """Return people as a table, each a link to what can be done."""
    rows = tuple(
        (
            _who(programme, one),
            str(len(one.measures)),
            *_days(one.asking),
            one.missed_words if one.missed else NO,
        )
        for one in people
    )
    return Table(
        "Wie is gevraagd hoe de maatregelen lopen", COLUMNS, rows,
        empty="Geen maatregel heeft een eigenaar. Wijs eerst eigenaren aan.",
    )  # fmt: skip


def measure_url(programme: Programme, key: uuid.UUID) -> str:
    """Return where a measure is shown."""
    try:
        return reverse("measure", args=[programme.pk, key])
    except NoReverseMatch:
        return reverse("measure-update", args=[programme.pk, key])


def _days(asking: Asking | None) -> tuple[str, str, str, str]:
    if asking is None:
        return ("nog niet", NO, NO, NO)
    answered = day(asking.answered_on) if asking.answered_on else NO
    if asking.revoked_on:
        answered = f"ingetrokken op {day(asking.revoked_on)}"
    return (
        day(asking.asked_on),
        day(asking.reminded_on) if asking.reminded_on else NO,
        day(asking.opened_on) if asking.opened_on else NO,
        answered,
    )


def _who(programme: Programme, one: Person) -> SafeString:
    url = reverse("programme-updates-person", args=[programme.pk, one.member.pk])
    lacking = "" if one.has_address else " (geen mailadres)"
    return format_html(
        '<a class="utrecht-link" href="{}">{}</a> <span class="small muted">{}{}</span>',
        url, one.member.name, function_of(one.member), lacking,
    )  # fmt: skip


def _help(programme: Programme, known: queries.Standing) -> list[NeedsHelp]:
    titles = {one.key: one.title for one in known.measures}
    said = queries.latest_updates(programme).values()
    found = [one for one in said if (one.help_wanted or one.obstacle) and one.measure in titles]
    return [
        NeedsHelp(
            title=titles[one.measure],
            url=measure_url(programme, one.measure),
            on=one.said_on,
            who=one.said_by.name if one.said_by else "",
            obstacle=one.obstacle,
            help_wanted=one.help_wanted,
        )
        for one in sorted(found, key=lambda row: (not row.help_wanted, row.said_on))
        if one.status not in queries.FINISHED
    ]


def _next_round(programme: Programme, rows: list[Asking]) -> str:
    last = rows[0].asked_on if rows else programme.adopted_on
    if not programme.rhythm or programme.state != State.ADOPTED or last is None:
        return ""
    upcoming = months_later(last, programme.rhythm)
    if upcoming.year > programme.last_year:
        return ""
    if upcoming <= timezone.localdate():
        return "De volgende ronde begint vanzelf binnen een dag."
    return f"De volgende ronde begint vanzelf op {day(upcoming)}."


HEADINGS = (
    "Wie", "Functie", "Maatregelen", "Gevraagd", "Uiterlijk", "Herinnerd", "Geopend",
    "Geantwoord", "Keer gemist",
)  # fmt: skip


def export_rows(people: list[Person]) -> list[tuple[str | int | date | None, ...]]:
    """Return people as rows of a spreadsheet."""
    return [
        (
            one.member.name,
            function_of(one.member),
            len(one.measures),
            *(
                getattr(one.asking, name) if one.asking else None
                for name in ("asked_on", "due_on", "reminded_on", "opened_on", "answered_on")
            ),
            one.missed,
        )
        for one in people
    ]


def person_context(by: Actor, programme: Programme, person: Person) -> dict[str, object]:
    """Return what ``programme/updates_person.html`` shows of one person."""
    rows = [one for one in queries.askings(programme) if one.member_id == person.member.pk]
    latest, today = person.asking, timezone.localdate()
    works = latest is not None and not latest.revoked_on and latest.ends_on >= today
    may_run = allowed(check_run, by) and programme.state == State.ADOPTED
    return {
        "person": person,
        "function": function_of(person.member),
        "own": [(one.title, measure_url(programme, one.key)) for one in person.measures],
        "history": [(one, *_days(one)) for one in rows],
        "link_works": works,
        "may_run": may_run,
        "may_remind": may_run and works and latest is not None and not latest.answered_on,
        "may_ask": may_run and bool(person.measures),
    }
