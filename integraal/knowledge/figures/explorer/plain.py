"""The rows of the explorer as plain columns: what Excel, CSV and the API give, number for number.

Numbers are rounded as they are shown on the page, margins outward, so that no two differ.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from integraal.foundation.ui.dutch import number
from integraal.knowledge.figures.beside_others.funnel import NoFunnel
from integraal.knowledge.figures.explorer.rows import Row
from integraal.knowledge.figures.explorer.view import ExplorerView

Cell = str | int | Decimal | date | None
STATUS_WORDS = {
    "present": "bekend",
    "missing": "ontbreekt",
    "withheld": "niet vrijgegeven",
    "impossible": "komt niet voor",
}
COUNTING_WORDS = {"current": "nieuwe telling", "older": "oude telling"}


@dataclass(frozen=True)
class PlainColumn:
    """A column: its name for machines, and its heading for people."""

    name: str
    heading: str


COLUMNS = (
    PlainColumn("indicator", "Cijfer"),
    PlainColumn("counting", "Telling"),
    PlainColumn("area", "Gebied"),
    PlainColumn("area_kind", "Soort gebied"),
    PlainColumn("area_code", "Code"),
    PlainColumn("division_year", "Indeling van"),
    PlainColumn("period", "Periode"),
    PlainColumn("period_code", "Periodecode"),
    PlainColumn("status", "Stand"),
    PlainColumn("value", "Waarde"),
    PlainColumn("low", "Marge van"),
    PlainColumn("high", "Marge tot"),
    PlainColumn("unit", "Eenheid"),
    PlainColumn("rate", "Verhouding"),
    PlainColumn("rate_low", "Verhouding marge van"),
    PlainColumn("rate_high", "Verhouding marge tot"),
    PlainColumn("per", "Per"),
    PlainColumn("denominator", "Noemer"),
    PlainColumn("denominator_unit", "Noemer telt"),
    PlainColumn("denominator_period", "Noemer van"),
    PlainColumn("note", "Toelichting"),
    PlainColumn("credit", "Bron"),
    PlainColumn("file", "Bestand of tabel"),
    PlainColumn("accessed", "Opgehaald"),
    PlainColumn("sha256", "SHA-256"),
)


def plain_rows(view: ExplorerView) -> Iterator[dict[str, Cell]]:
    """Yield every row of the view as column name to cell; what has no number has None."""
    indicator = view.indicator
    if indicator is None:
        return
    for row in view.rows:
        place = row.place
        yield {
            "indicator": indicator.name,
            "counting": COUNTING_WORDS[row.counting],
            "area": place.name,
            "area_kind": place.word,
            "area_code": place.code,
            "division_year": place.division_year,
            "period": row.period.label,
            "period_code": row.period.code,
            "status": status_words(row),
            "unit": indicator.unit,
            "note": note_of(row),
            **_numbers(row),
        }


def plain_verdicts(view: ExplorerView) -> Iterator[dict[str, str | int]]:
    """Yield what may be said of the newest year of each own place."""
    if view.said.year is None:
        return
    for one in view.said.year.judged:
        yield {
            "area": one.place.name,
            "before": view.said.year.before.code,
            "period": view.said.year.period.code,
            "verdict": one.verdict.kind,
            "sentence": one.verdict.alone,
            "comparisons": one.verdict.comparisons,
        }


def plain_funnel(view: ExplorerView) -> dict[str, str | int | None] | None:
    """Return what the funnel says, numbers rounded as shown and no other municipality named."""
    found, indicator = view.funnel, view.indicator
    if found is None or indicator is None or isinstance(found, NoFunnel):
        return None
    low_998, low_95, high_95, high_998 = (f"{one:.1f}" for one in found.own_limits)
    return {
        "period": found.period.code,
        "zone": found.zone,
        "sentence": found.statement.sentence,
        "unit": f"{indicator.unit} per {number(indicator.per)} {found.own.denominator_unit}",
        "similar_by": found.group,
        "municipalities": found.similar,
        "outside_95": found.outside_95,
        "outside_998": found.outside_998,
        "expected": f"{found.expected:.1f}",
        "target_rate": f"{found.target:.1f}",
        "lower_998": low_998,
        "lower_95": low_95,
        "upper_95": high_95,
        "upper_998": high_998,
        "dispersion": None if found.dispersion is None else f"{found.dispersion:.1f}",
    }


def status_words(row: Row) -> str:
    """Return the status in words; what we hide ourselves is not what the source withholds."""
    if row.estimate and row.estimate.suppressed:
        return "afgeschermd"
    return STATUS_WORDS[row.status]


def note_of(row: Row) -> str:
    """Return why there is no number, or what travels with it."""
    said = [row.reason] if row.reason else list(row.notes)
    return "; ".join(said)


def _numbers(row: Row) -> dict[str, Cell]:
    estimate = row.estimate
    if estimate is None:
        nothing = ("value", "low", "high", "rate", "rate_low", "rate_high", "per", "denominator")
        words = ("denominator_unit", "denominator_period", "credit", "file", "sha256")
        return {**dict.fromkeys(nothing), **dict.fromkeys(words, ""), "accessed": None}
    shown = row.shown
    has_rate = estimate.rate is not None
    return {
        **{name: _number(shown[name]) for name in ("value", "low", "high")},
        **{name: _number(shown[name]) for name in ("rate", "rate_low", "rate_high")},
        "per": estimate.per if has_rate else None,
        "denominator": estimate.denominator if has_rate else None,
        "denominator_unit": (estimate.denominator_unit or "") if has_rate else "",
        "denominator_period": (estimate.denominator_period or "") if has_rate else "",
        "credit": estimate.snapshot.credit,
        "file": estimate.snapshot.name,
        "accessed": estimate.snapshot.accessed,
        "sha256": estimate.snapshot.sha256,
    }


def _number(text: object) -> int | Decimal | None:
    if not isinstance(text, str):
        return None
    return Decimal(text) if "." in text else int(text)


def as_json(view: ExplorerView) -> dict[str, object]:
    """Return the view as plain JSON, numbers as strings with a decimal point."""
    return {
        "query": view.selection.query,
        "indicator": view.indicator.code if view.indicator else None,
        "version": view.indicator.version if view.indicator else None,
        "rows": [
            {name: cell if cell is None else str(cell) for name, cell in row.items()}
            for row in plain_rows(view)
        ],
        "verdicts": list(plain_verdicts(view)),
        "funnel": plain_funnel(view),
        "families": list(view.said.year.families) if view.said.year else [],
        "reconciliations": [one.sentence for one in view.reconciliations],
        "caveats": list(view.caveats),
        "breaks": [{"period": one.period.code, "text": one.text} for one in view.breaks],
        "left_out_of_means": [
            {"from": one.start.code, "to": one.end.code, "text": one.text} for one in view.left_out
        ],
        "notes": [
            *view.notes,
            *([view.funnel.why] if isinstance(view.funnel, NoFunnel) else []),
        ],
        "problems": list(view.problems),
    }
