"""What the pages of the import show."""

import uuid
from dataclasses import dataclass
from urllib.parse import urlencode

from integraal.foundation.people.models import Organisation
from integraal.foundation.ui.components import Chip
from integraal.foundation.ui.dutch import number
from integraal.foundation.ui.tables import Column, Table
from integraal.knowledge.figures.actions import Loaded
from integraal.knowledge.figures.importing.choices import Choices
from integraal.knowledge.figures.importing.drafts import DraftReading
from integraal.knowledge.figures.importing.measures import measure_names
from integraal.knowledge.figures.models import Status
from integraal.knowledge.figures.reading import NewFigure
from integraal.knowledge.figures.standing import figures_that_stand, said_by
from integraal.knowledge.indicators.periods import Period
from integraal.knowledge.sources.partner.rows import LeftOut
from integraal.knowledge.sources.partner.table import PartnerTable

FIRST_ROWS = 12
MOST_PROBLEMS = 100
MOST_LEFT_OUT = 50


@dataclass(frozen=True)
class Preview:
    """What ``figures/import_preview.html`` shows: what would be stored, or what is wrong."""

    choices: Choices
    supplier: str
    problems: tuple[str, ...]
    more_problems: int
    added: int
    revised: int
    same: int
    lines_read: int
    left_out: tuple[LeftOut, ...]
    more_left_out: int
    table: Table | None

    @property
    def counts(self) -> str:
        """What would happen, in one sentence."""
        parts = [_counted(self.added, "nieuw cijfer", "nieuwe cijfers")]
        parts.append(_counted(self.revised, "herzien cijfer", "herziene cijfers"))
        parts.append(_counted(self.same, "cijfer dat al bekend is", "cijfers die al bekend zijn"))
        return f"{', '.join(parts[:2])} en {parts[2]}."


def preview_of(choices: Choices, reading: DraftReading) -> Preview:
    """Return the page for what was read."""
    current = figures_that_stand({row.measure for row in reading.rows})
    found = [current.get((row.measure, row.area.pk, row.period)) for row in reading.rows]
    same = sum(
        there is not None and there[1] == said_by(row)
        for there, row in zip(found, reading.rows, strict=True)
    )
    there = sum(one is not None for one in found)
    return Preview(
        choices=choices,
        supplier=_supplier(choices.organisation),
        problems=reading.problems[:MOST_PROBLEMS],
        more_problems=max(len(reading.problems) - MOST_PROBLEMS, 0),
        added=len(found) - there,
        revised=there - same,
        same=same,
        lines_read=reading.lines_read,
        left_out=reading.left_out[:MOST_LEFT_OUT],
        more_left_out=max(len(reading.left_out) - MOST_LEFT_OUT, 0),
        table=_first_rows(choices, reading.rows) if reading.rows else None,
    )


def refused(choices: Choices, sentences: tuple[str, ...]) -> Preview:
    """Return the page for a table that could not be read at all."""
    nothing = DraftReading((), sentences, (), 0)
    return preview_of(choices, nothing)


def sheet_chips(table: PartnerTable, url: str) -> list[Chip]:
    """Return the sheets of a workbook to choose from; none when there is but one."""
    if len(table.sheets) < 2:
        return []
    return [
        Chip(
            f"{sheet.name} (verborgen)" if sheet.hidden else sheet.name,
            f"{url}?{urlencode({'werkblad': sheet.name})}",
            sheet.name == table.sheet,
        )
        for sheet in table.sheets
    ]


def loaded_words(loaded: Loaded) -> str:
    """Return what taking a table in did, as a sentence."""
    if not loaded.added and not loaded.revised:
        return "Deze tabel zegt niets nieuws: alle cijfers waren al bekend."
    words = [_counted(loaded.added, "cijfer toegevoegd", "cijfers toegevoegd")]
    if loaded.revised:
        words.append(f"{number(loaded.revised)} herzien")
    if loaded.same:
        words.append(f"{number(loaded.same)} al bekend")
    return f"Ingelezen: {', '.join(words)}. U kunt deze tabel nog terugnemen."


def taken_back_words(withdrawn: int, restored: int) -> str:
    """Return what taking a table back did, as sentences."""
    gone = _counted(withdrawn, "cijfer telt", "cijfers tellen")
    back = _counted(restored, "eerder cijfer geldt", "eerdere cijfers gelden")
    return f"Teruggenomen: {gone} niet meer mee en {back} weer. Het bestand blijft bewaard."


def _first_rows(choices: Choices, rows: tuple[NewFigure, ...]) -> Table:
    names = measure_names(choices.own)
    shown = rows[:FIRST_ROWS]
    return Table(
        caption=f"Eerste {len(shown)} van {number(len(rows))} cijfers",
        columns=(
            Column("Gebied"),
            Column("Cijfer"),
            Column("Periode"),
            Column("Waarde", numeric=True),
            Column("In het bestand", numeric=True),
            Column("Regel", numeric=True),
        ),
        rows=tuple(
            (
                row.area.name,
                names.get(row.measure, row.measure),
                Period.from_code(row.period).label,
                _shown_value(row),
                row.as_given[:40] or "leeg",
                str(row.line),
            )
            for row in shown
        ),
    )


def _shown_value(row: NewFigure) -> str:
    return Status(row.status).label if row.value is None else number(row.value)


def _supplier(pk: uuid.UUID) -> str:
    found = Organisation.objects.filter(pk=pk).first()
    return found.name if found else "een organisatie die er niet meer is"


def _counted(count: int, one: str, more: str) -> str:
    return f"{number(count)} {one if count == 1 else more}"
