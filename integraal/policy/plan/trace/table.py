"""The trace as a table for an auditor, one line per row of a file; Excel or CSV."""

import csv
from collections.abc import Iterator
from io import StringIO

from integraal.foundation.ui.spreadsheets import as_csv_text, as_workbook
from integraal.policy.plan.trace.lines import PlanTrace
from integraal.policy.plan.trace.presenters import LineRow, line_rows

HEADINGS = (
    "Wat", "Tekst", "Waar in het plan", "Prioriteit", "Scores van de sessie", "Bevinding",
    "Cijfer", "Waarde", "Marge", "Periode", "Bron", "Geteld", "Waarde in het bestand", "Bestand",
    "Regel", "Stand", "Rust op niets, want",
)  # fmt: skip
_ROW_CELLS = 5
TITLE = "Herkomst"


def table_rows(trace: PlanTrace) -> Iterator[list[str]]:
    """Yield the lines: each goal or figure once for every row of a file behind it."""
    for row in line_rows(trace, trace.lines):
        start = [row.what, row.words, row.where, row.priority, _scores(row)]
        if row.figure is None:
            yield [*start, *[""] * (len(HEADINGS) - len(start) - 1), row.nothing]
            continue
        page = row.figure.page
        middle = [
            row.figure.finding, page.title, page.value, row.figure.margin, str(page.traced.year),
            page.source,
        ]  # fmt: skip
        rows = [
            [one.what, one.shown, one.file, str(one.line), "herzien" if one.is_revised else "geldt"]
            for one in page.traced.rows
        ]
        for cells in rows or [[""] * _ROW_CELLS]:
            yield [*start, *middle, *cells, ""]


def as_excel(trace: PlanTrace) -> bytes:
    """Return the table as an Excel file."""
    return as_workbook(TITLE, HEADINGS, table_rows(trace))


def as_csv(trace: PlanTrace) -> bytes:
    """Return the table as CSV with semicolons, as Dutch spreadsheets read it."""
    file = StringIO()
    writer = csv.writer(file, delimiter=";")
    writer.writerow(HEADINGS)
    for row in table_rows(trace):
        writer.writerow([as_csv_text(cell) for cell in row])
    return file.getvalue().encode("utf-8-sig")


def _scores(row: LineRow) -> str:
    return "; ".join(one.words for one in row.scores)
