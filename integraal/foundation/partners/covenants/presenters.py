"""What the pages of covenants show."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.html import format_html

from integraal.foundation.audit.actors import Actor
from integraal.foundation.partners.access import may_write_partners
from integraal.foundation.partners.covenants.standing import Shown, shown_standing
from integraal.foundation.partners.models import Covenant
from integraal.foundation.partners.organisations.presenters import grouped
from integraal.foundation.partners.uses import Use, uses_of
from integraal.foundation.people.models import Organisation
from integraal.foundation.ui.dutch import day
from integraal.foundation.ui.spreadsheets import Cell
from integraal.foundation.ui.tables import Column, Sorting, Table

COLUMNS = (
    Column("Convenant", key="naam"),
    Column("Partners"),
    Column("Eindigt op", key="einde"),
    Column("Volgende evaluatie", key="evaluatie"),
    Column("Stand"),
)
HEADINGS = (
    "Convenant", "Partners", "Doel", "Grond", "Gegevens", "Begint op", "Eindigt op",
    "Volgende evaluatie", "Laatst geëvalueerd", "Stand", "Tekst",
)  # fmt: skip
OPEN = "zonder einddatum"


@dataclass(frozen=True)
class Line:
    """A covenant with where it stands."""

    covenant: Covenant
    stands: Shown

    @property
    def url(self) -> str:
        return reverse("covenant", args=[self.covenant.pk])

    @property
    def parties(self) -> list[Organisation]:
        return [one.organisation for one in self.covenant.parties.all()]

    @property
    def names(self) -> str:
        return "; ".join(one.name for one in self.parties)


def lines_of(found: Iterable[Covenant], today: date, months: int) -> list[Line]:
    """Return covenants with where they stand.

    Args:
        found: the covenants.
        today, months: the day at hand, and how long before a day we warn.
    """
    return [Line(one, shown_standing(one, today, months)) for one in found]


def narrowed(lines: list[Line], stand: str) -> list[Line]:
    """Return the lines of a standing.

    Args:
        lines: to choose from.
        stand: "vraagt" for what asks attention, "loopt", "weg" for ended, or empty for all.
    """
    fits = {
        "vraagt": lambda line: line.stands.standing.asks,
        "loopt": lambda line: line.stands.standing.kind not in ("ended", "coming"),
        "weg": lambda line: line.stands.standing.kind == "ended",
    }.get(stand, lambda line: True)
    return [line for line in lines if fits(line)]


def sorted_lines(lines: list[Line], sorting: Sorting) -> list[Line]:
    """Return the lines in the order asked; without a day they come last."""
    field = {"einde": "ends_on", "evaluatie": "evaluate_on"}.get(sorting.key)
    if field is None:
        return sorted(lines, key=lambda one: one.covenant.title.casefold(),
                      reverse=sorting.descending)  # fmt: skip
    dated = [one for one in lines if getattr(one.covenant, field)]
    dated.sort(key=lambda one: getattr(one.covenant, field), reverse=sorting.descending)
    return dated + [one for one in lines if not getattr(one.covenant, field)]


def covenants_table(lines: Iterable[Line]) -> Table:
    """Return the list; each title leads to the page of the covenant."""
    return Table(
        caption="Convenanten",
        columns=COLUMNS,
        rows=tuple(_row(one) for one in lines),
        empty="Geen convenant gevonden. Zoek op een ander woord, of kies een andere stand.",
    )


def _row(line: Line) -> tuple[Any, ...]:
    one = line.covenant
    name = format_html('<a class="utrecht-link" href="{}">{}</a>', line.url, one.title)
    ends = day(one.ends_on) if one.ends_on else OPEN
    evaluate = day(one.evaluate_on) if one.evaluate_on else "niet gepland"
    return (name, line.names, ends, evaluate, line.stands.cell)


def covenant_rows(lines: Iterable[Line]) -> list[tuple[Cell, ...]]:
    """Return the rows of the Excel file."""
    return [
        (
            line.covenant.title, line.names,
            line.covenant.purpose, line.covenant.ground, line.covenant.data,
            line.covenant.starts_on, line.covenant.ends_on, line.covenant.evaluate_on,
            line.covenant.evaluated_on, line.stands.short, line.covenant.link,
        )
        for line in lines
    ]  # fmt: skip


@dataclass(frozen=True)
class CovenantPage:
    """What ``partners/covenant.html`` shows; ``facts`` is label and text."""

    covenant: Covenant
    line: Line
    facts: list[tuple[str, str]]
    hanging: list[tuple[str, list[Use]]]
    may_write: bool

    @property
    def has_ended(self) -> bool:
        return self.line.stands.standing.kind == "ended"


def covenant_page(by: Actor, covenant: Covenant, today: date, months: int) -> CovenantPage:
    """Return the page of a covenant."""
    return CovenantPage(
        covenant=covenant,
        line=Line(covenant, shown_standing(covenant, today, months)),
        facts=_facts(covenant),
        hanging=grouped(uses_of(by, covenant)),
        may_write=may_write_partners(by),
    )


def _facts(one: Covenant) -> list[tuple[str, str]]:
    begins = day(one.starts_on) if one.starts_on else "niet ingevuld"
    return [
        ("Waarvoor", one.purpose or "niet ingevuld"),
        ("Grond", one.ground or "niet ingevuld"),
        ("Gegevens die mogen worden uitgewisseld", one.data or "niet ingevuld"),
        ("Begint op", begins),
        ("Eindigt op", day(one.ends_on) if one.ends_on else OPEN),
        ("Laatst geëvalueerd", day(one.evaluated_on) if one.evaluated_on else "nog niet"),
        ("Volgende evaluatie", day(one.evaluate_on) if one.evaluate_on else "niet gepland"),
    ]
