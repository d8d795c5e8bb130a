"""The trail in sentences, made from the rows as they are now."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from integraal.foundation.audit.actors import Through
from integraal.foundation.audit.models import Event
from integraal.foundation.audit.verbs import verb
from integraal.foundation.people.models import Member
from integraal.foundation.people.roles import ROLES
from integraal.foundation.ui import dutch
from integraal.foundation.ui.tables import Column, Table
from integraal.portal.trail.queries import ChainState, actors_of, subjects_of

DESTROYED = "vernietigd"
COLUMNS = (
    Column("Wie deed wat"),
    Column("Wanneer", key="wanneer"),
    Column("Langs welke weg", short="Weg"),
    Column("Bijzonderheden"),
)
EXPORT_HEADINGS = ("Dag", "Tijd", "Wie", "Wat", "Weg", "Bijzonderheden", "Kenmerk")
THROUGH_WORDS: dict[str, str] = {
    Through.SCREEN: "scherm",
    Through.API: "API",
    Through.COMMAND: "opdracht",
    Through.JOB: "taak op de achtergrond",
    Through.LINK: "deellink",
}
_VALUE_WORDS = {
    "page": "bladzijde",
    "export": "Excel",
    "chain": "keten",
    "comment": "opmerking",
    "suggestion": "voorstel",
    "assignment": "opdracht",
    **{role.code: role.name.lower() for role in ROLES},
}
_DETAIL_WORDS = {
    "version": "versie",
    "number": "nummer",
    "revision": "stand",
    "kind": "soort",
    "code": "code",
    "roles": "rollen",
    "theme": "thema",
    "sha256": "controlegetal",
    "what": "onderdeel",
    "month": "maand",
    "part": "tekstdeel",
    "contribution": "inbreng",
    "referral": "verwijzing",
    "promise": "belofte",
    "remark": "opmerking",
}


@dataclass(frozen=True)
class Line:
    """One event in words."""

    event: Event
    who: str
    what: str

    @property
    def sentence(self) -> str:
        return f"{self.who} {self.what}"

    @property
    def way(self) -> str:
        return THROUGH_WORDS.get(self.event.through, self.event.through)

    @property
    def details(self) -> str:
        return ", ".join(
            f"{_DETAIL_WORDS.get(name, name)} {_in_words(name, value)}"
            for name, value in sorted(self.event.details.items())
            if value not in (None, "")
        )


def lines_of(events: Sequence[Event]) -> list[Line]:
    """Return the events in words, with one query for people and one for each kind of subject."""
    actors, subjects = actors_of(events), subjects_of(events)
    return [Line(event, _who(event, actors), _what(event, subjects)) for event in events]


def trail_table(lines: Iterable[Line]) -> Table:
    """Return the page of the trail as a list."""
    return Table(
        caption="Wie deed wat",
        columns=COLUMNS,
        rows=tuple(
            (line.sentence, when(line.event), line.way, line.details or "geen") for line in lines
        ),
        empty="Er is niets gevonden. Kies een langere periode of iemand anders.",
    )


def export_rows(lines: Iterable[Line]) -> list[tuple[Any, ...]]:
    """Return the rows of the Excel file."""
    return [
        (
            line.event.day,
            _clock(line.event),
            line.who,
            line.what,
            line.way,
            line.details,
            str(line.event.pk),
        )
        for line in lines
    ]


def when(event: Event) -> str:
    """Return day and time; the time may be gone, the day stays."""
    return ", ".join(part for part in (dutch.day(event.day), _clock(event)) if part)


def chain_words(state: ChainState) -> tuple[str, str]:
    """Return kind of verdict and sentence for the state of the chain."""
    counted = f"{dutch.number(state.chained)} gebeurtenissen liggen vast in de keten"
    waiting = f"{dutch.number(state.waiting)} wachten nog op hun schakel"
    together = f"{counted}; {waiting}."
    if state.faults is None:
        return "", f"{together} De keten is nu niet gecontroleerd."
    if not state.faults:
        return "", f"{together} De keten is heel."
    places = len(state.faults)
    broken = "op één plaats" if places == 1 else f"op {places} plaatsen"
    return "danger", f"{together} De keten klopt {broken} niet."


def _in_words(name: str, value: Any) -> str:
    if name == "roles":
        return " en ".join(_VALUE_WORDS.get(code, code) for code in str(value).split("."))
    return _VALUE_WORDS.get(str(value), str(value))


def _who(event: Event, actors: Mapping[uuid.UUID, Member]) -> str:
    if event.actor_id is None:
        return "Een lezer" if event.through == Through.LINK else "Integraal"
    member = actors.get(event.actor_id)
    if member is None:
        return f"Iemand ({DESTROYED})"
    return f"{member.name} ({member.first_role})" if member.first_role else member.name


def _what(event: Event, subjects: Mapping[uuid.UUID, str]) -> str:
    try:
        sentence = verb(event.verb).sentence
    except KeyError:  # a verb of an earlier release
        return f"deed iets dat deze versie niet kent ({event.verb})"
    if event.subject_id is None:
        return sentence.replace("{subject}", "iets")
    return sentence.replace("{subject}", subjects.get(event.subject_id, f"({DESTROYED})"))


def _clock(event: Event) -> str:
    return dutch.clock(timezone.localtime(event.at)) if event.at else ""
