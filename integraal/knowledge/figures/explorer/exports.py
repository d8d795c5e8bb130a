"""The explorer as Excel and CSV: the numbers of the page, with all that explains them."""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from integraal.foundation.ui.dutch import day
from integraal.foundation.ui.spreadsheets import Sheet, as_csv_text, as_workbook_of
from integraal.knowledge.figures.beside_others.funnel import NoFunnel
from integraal.knowledge.figures.explorer.plain import (
    COLUMNS,
    Cell,
    plain_funnel,
    plain_rows,
    plain_verdicts,
)
from integraal.knowledge.figures.explorer.view import ExplorerView

EXPLANATION_HEADINGS = ("Onderwerp", "Inhoud")


def as_excel(view: ExplorerView, link: str, on: date) -> bytes:
    """Return an Excel file: sheet "Cijfers" with a row per area and period, sheet "Toelichting".

    Args:
        link: full address of the page that shows the same.
        on: the day of making.
    """
    headings = [column.heading for column in COLUMNS]
    rows = ([row[column.name] for column in COLUMNS] for row in plain_rows(view))
    return as_workbook_of(
        Sheet("Cijfers", headings, rows),
        Sheet("Toelichting", EXPLANATION_HEADINGS, explanation(view, link, on)),
    )


def as_csv(view: ExplorerView) -> bytes:
    """Return the same rows as CSV for Dutch spreadsheet programs: semicolons, decimal commas."""
    rows = ([row[column.name] for column in COLUMNS] for row in plain_rows(view))
    return _csv([column.heading for column in COLUMNS], rows)


def explanation_as_csv(view: ExplorerView, link: str, on: date) -> bytes:
    """Return the sheet "Toelichting" as CSV."""
    return _csv(EXPLANATION_HEADINGS, explanation(view, link, on))


def explanation(view: ExplorerView, link: str, on: date) -> Iterator[tuple[str, str]]:
    """Yield what somebody must know who has only the file: subject and content."""
    indicator = view.indicator
    if indicator is None:
        return
    yield "Cijfer", indicator.name
    yield "Code en versie", f"{indicator.code}, versie {indicator.version}"
    yield "Eenheid", indicator.unit
    yield "Telt op", ", ".join((*indicator.measures, *indicator.older_measures))
    yield "Waarom dit cijfer", indicator.why_it_matters
    yield "Perioden", _periods(view)
    for year in sorted({row.place.division_year for row in view.rows if row.place.division_year}):
        yield "Indeling van gebieden", str(year)
    yield from ((f"Oordeel, {one['area']}", str(one["sentence"])) for one in plain_verdicts(view))
    yield from (("Samen beoordeeld", one) for one in (view.said.year.families if view.said.year
                                                      else ()))  # fmt: skip
    yield from _of_funnel(view)
    yield from (("Let op", one) for one in view.caveats)
    yield from (("Breuk in de telwijze", f"{one.period.label}: {one.text}") for one in view.breaks)
    yield from (("Niet in gemiddelden", one.text) for one in view.left_out)
    yield from (("Bij deze selectie", one) for one in view.notes)
    yield from (("Aansluiting", one.sentence) for one in view.reconciliations)
    for used in view.sources:
        known = used.definition
        table = f", {known.publisher}, tabel {known.table}, {known.licence}" if known else ""
        yield "Bron", f"{used.credit}{table}, opgehaald {day(used.accessed)}"
        yield "Bestand of tabel", used.name
        yield "SHA-256", used.sha256
    yield (
        "Stand",
        (
            "Een lege waarde is geen nul. De kolom Stand zegt of het cijfer ontbreekt, niet is "
            "vrijgegeven, niet voorkomt of is afgeschermd."
        ),
    )
    yield "Link", link
    yield "Gemaakt op", day(on)


def _of_funnel(view: ExplorerView) -> Iterator[tuple[str, str]]:
    facts = plain_funnel(view)
    if isinstance(view.funnel, NoFunnel):
        yield "Trechter", view.funnel.why
    elif view.funnel and facts:
        told = {name: str(fact).replace(".", ",") for name, fact in facts.items()}
        unit = facts["unit"]
        yield "Trechter", str(facts["sentence"])
        yield "Trechter over", view.funnel.period.label
        yield "Vergelijkbaar is", f"{facts['similar_by']} ({facts['municipalities']} gemeenten)"
        yield "Vergelijkbare gemeenten samen", f"{told['target_rate']} {unit}"
        yield "95 van de 100 te verwachten tussen", f"{told['lower_95']} en {told['upper_95']}"
        yield "998 van de 1.000 te verwachten tussen", f"{told['lower_998']} en {told['upper_998']}"
        yield "Bron van de andere gemeenten", "; ".join(view.funnel.sources)
        yield "Buiten de grenzen", f"{facts['outside_95']}, waarvan {facts['outside_998']} ver"


def _periods(view: ExplorerView) -> str:
    ordered = sorted({row.period for row in view.rows}, key=lambda one: one.months.start)
    if not ordered:
        return "geen"
    first, last = ordered[0].label, ordered[-1].label
    return first if first == last else f"{first} tot en met {last}"


def _csv(headings: Sequence[str], rows: Iterator[Sequence[Cell]]) -> bytes:
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([_csv_cell(cell) for cell in row] for row in rows)
    return file.getvalue().encode("utf-8-sig")


def _csv_cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return str(cell).replace(".", ",")
    if isinstance(cell, date):
        return cell.isoformat()
    return as_csv_text(str(cell)) if isinstance(cell, str) else str(cell)
