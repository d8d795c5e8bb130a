"""What the page with the moments of planning and control shows."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.definitions.access import may_change_definitions
from integraal.foundation.ui.components import Verdict
from integraal.foundation.ui.dutch import counted
from integraal.foundation.ui.spreadsheets import Cell
from integraal.foundation.ui.tables import Column, Table
from integraal.policy.accountability.planning.figures import BbvFigures, bbv_figures
from integraal.policy.accountability.planning.moments import Moment
from integraal.policy.accountability.planning.own_dates import coming_moments
from integraal.policy.accountability.planning.rows import NOT_THERE, Row, rows_of

FIGURES_WORDS = {
    "verplicht": "Deze indicatoren zijn verplicht (BBV).",
    "mag": "Deze indicatoren mogen erin; verplicht zijn ze hier niet.",
    "nee": "",
}
HEADINGS = (
    "Stuk", "Nodig over jaar", "Indicator", "Code", "Stand", "Waarde", "Ondergrens", "Bovengrens",
    "Eenheid", "Per", "Noemer", "Aantal", "Stand van de noemer", "Periode", "Voorlopig",
    "Nederland", "Bron", "Bestand", "Opgehaald op",
)  # fmt: skip


@dataclass(frozen=True)
class MomentCard:
    """A moment with its figures: ``there`` says how many are there, ``text`` is to copy."""

    moment: Moment
    days: str
    is_soon: bool
    there: str
    words: str
    table: Table | None
    text: str


@dataclass(frozen=True)
class PlanningPage:
    """What ``accountability/planning.html`` shows: the first moment open, the others folded."""

    cards: list[MomentCard]
    may_change: bool


def planning_page(by: Actor) -> PlanningPage:
    """Return the coming moments with their figures."""
    today = timezone.localdate()
    moments = coming_moments(today)
    figures = bbv_figures()
    return PlanningPage(
        cards=[_card(one, figures, today) for one in moments],
        may_change=may_change_definitions(by),
    )


def excel_rows(moment: Moment, figures: BbvFigures) -> list[tuple[Cell, ...]]:
    """Return the rows of the Excel file: one for each indicator, numbers as numbers."""
    return [_excel_row(moment, row) for row in rows_of(moment, figures)]


def days_words(days: int) -> str:
    """Return how far away a day is, in words."""
    return "vandaag" if days == 0 else f"over {counted(days, 'dag', 'dagen')}"


def _card(moment: Moment, figures: BbvFigures, today: date) -> MomentCard:
    rows = rows_of(moment, figures) if moment.figures != "nee" else []
    there = sum(row.is_there for row in rows)
    return MomentCard(
        moment=moment,
        days=days_words(moment.days_left(today)),
        is_soon=moment.is_soon(today),
        there=_there(moment, there, len(rows)) if rows else "",
        words=FIGURES_WORDS[moment.figures],
        table=_table(moment, rows) if rows else None,
        text="\n".join(row.sentence for row in rows),
    )  # fmt: skip


def _there(moment: Moment, there: int, many: int) -> str:
    """Return how many of the figures are there, as a sentence."""
    if not there:
        return f"Over {moment.figures_year} is nog geen van de {many} cijfers er."
    are = "is" if there == 1 else "zijn"
    return f"Over {moment.figures_year} {are} {there} van de {many} cijfers er."


def _table(moment: Moment, rows: list[Row]) -> Table:
    return Table(
        caption=f"Indicatoren van het BBV voor {moment.name}",
        columns=(
            Column("Indicator"), Column(f"Over {moment.figures_year}"), Column("Nieuwste", True),
            Column("95 %-marge", True), Column("Eenheid"), Column("Nederland", True),
            Column("Bron"),
        ),
        rows=tuple(
            (
                row.indicator.name,
                row.state if row.is_there else Verdict("few", NOT_THERE),
                f"{row.value} ({row.period})" if row.shown else "geen gegevens",
                row.margin or "geen",
                row.unit,
                row.beside,
                row.source or "geen bestand ingelezen",
            )
            for row in rows
        ),
    )  # fmt: skip


def _excel_row(moment: Moment, row: Row) -> tuple[Cell, ...]:
    shown, one = row.shown, row.indicator
    told = shown.as_json() if shown else {}
    rate, low, high = (_as_number(told.get(name)) for name in ("rate", "rate_low", "rate_high"))
    return (
        moment.name, moment.figures_year, one.name, one.code, row.state, rate, low, high,
        one.unit, one.per, row.below, shown.count if shown else None,
        shown.denominator if shown else None, row.period,
        _yes(shown.provisional if shown else None),
        round(row.country.rate, 1) if row.country else None,
        shown.snapshot.credit if shown else "", shown.snapshot.name if shown else "",
        shown.snapshot.accessed if shown else None,
    )  # fmt: skip


def _as_number(text: object) -> float | None:
    return float(str(text)) if text is not None else None


def _yes(value: bool | None) -> str:
    return "" if value is None else "ja" if value else "nee"
