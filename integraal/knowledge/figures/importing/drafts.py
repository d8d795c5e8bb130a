"""A draft read as chosen: its table, and the rows it would give. Nothing is written here."""

import hashlib
from dataclasses import dataclass

from integraal.foundation.areas.models import Area
from integraal.foundation.ui.dutch import number
from integraal.knowledge.figures.importing.area_book import area_book, is_elsewhere
from integraal.knowledge.figures.importing.choices import Choices
from integraal.knowledge.figures.importing.measures import known_measures
from integraal.knowledge.figures.models import ImportDraft, Snapshot
from integraal.knowledge.figures.reading import NewFigure
from integraal.knowledge.sources.partner.reading import read
from integraal.knowledge.sources.partner.rows import LeftOut, PartnerReading
from integraal.knowledge.sources.partner.table import PartnerTable, open_table
from integraal.knowledge.sources.problems import FileProblem

SOURCE = "eigen-tabel"
"""The code under which partners' own tables are kept as snapshots."""
MOST_FIGURES = 25_000
"""More takes a page too long to store."""


@dataclass(frozen=True)
class DraftReading:
    """What a draft would store: no rows as soon as there is one problem."""

    rows: tuple[NewFigure, ...]
    problems: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    lines_read: int


def choices_of(draft: ImportDraft) -> Choices | None:
    """Return what was chosen about the draft; None when nothing was yet."""
    return Choices.from_plain(draft.mapping) if draft.mapping else None


def table_of(draft: ImportDraft, sheet: str = "") -> PartnerTable:
    """Open the table of a draft.

    Raises:
        FileProblem: the file cannot be read.
    """
    return open_table(bytes(draft.content), draft.file_name, sheet=sheet or None)


def headers_of(table: PartnerTable) -> tuple[str, ...]:
    """Return the headings of a table."""
    return tuple(column.header for column in table.columns)


def read_draft(draft: ImportDraft, choices: Choices) -> DraftReading:
    """Read a draft as chosen.

    Raises:
        FileProblem: the file cannot be read at all, or the choices do not fit it.
    """
    sha256 = hashlib.sha256(draft.content).hexdigest()
    if Snapshot.objects.filter(sha256=sha256).exclude(source=SOURCE).exists():
        raise FileProblem("Dit bestand is al ingelezen als tabel van een landelijke bron.")
    table = table_of(draft, choices.sheet)
    if not choices.fits(headers_of(table)):
        raise FileProblem("De kolommen van dit bestand zijn veranderd. Kies de kolommen opnieuw.")
    book, measures = area_book(draft.tenant_id), known_measures(choices.own)
    reading = read(table, choices.mapping, book, measures)
    if len(reading.rows) > MOST_FIGURES:
        raise FileProblem(
            f"Deze tabel geeft {number(len(reading.rows))} cijfers. Dat zijn er meer dan "
            f"{number(MOST_FIGURES)}. Deel de tabel op, bijvoorbeeld per jaar."
        )
    year = choices.mapping.area_year
    if any(is_elsewhere(row.area) for row in reading.rows):
        raise FileProblem(
            f"De gebieden van {year} zijn niet ingericht voor uw gemeente. Laat de beheerder die "
            "indeling toevoegen, of vraag de tabel voor een indeling die er wel is."
        )
    return DraftReading(
        rows=_rows(reading),
        problems=tuple(problem.sentence for problem in reading.problems),
        left_out=reading.left_out,
        lines_read=reading.lines_read,
    )


def _rows(reading: PartnerReading) -> tuple[NewFigure, ...]:
    areas = {str(area.pk): area for area in Area.objects.defer("geometry")}
    return tuple(
        NewFigure(
            area=areas[row.area],
            measure=row.measure,
            period=row.period,
            value=row.value,
            status=row.status,
            line=row.line,
            as_given=row.as_given,
            provisional=row.provisional,
        )
        for row in reading.rows
    )
