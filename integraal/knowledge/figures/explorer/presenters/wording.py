"""The numbers of the explorer in words, the same in table, chart and lead."""

from integraal.foundation.ui.dutch import day, listed, number
from integraal.knowledge.figures.estimates import Estimate, shown_count
from integraal.knowledge.figures.explorer.means import Mean
from integraal.knowledge.figures.explorer.plain import STATUS_WORDS, note_of
from integraal.knowledge.figures.explorer.rows import Row
from integraal.knowledge.indicators.definitions import DENOMINATOR_WORDS, Indicator

NOTHING = ""
ABSENT_WORDS = {
    "missing": "onbekend",
    "withheld": "niet vrijgegeven",
    "impossible": "komt niet voor",
}


def count_words(row: Row) -> str:
    """Return the number, or the word for why there is none; never a silent zero."""
    estimate = row.estimate
    if estimate is not None and (estimate.value is not None or estimate.suppressed):
        return shown_count(estimate)
    return ABSENT_WORDS.get(row.status, STATUS_WORDS[row.status])


def margin_words(row: Row) -> str:
    """Return the margin as it stands in a table: "233 tot 298"."""
    decimals = row.estimate.decimals if row.estimate else 0
    return _range(row.shown.get("low"), row.shown.get("high"), decimals)


def rate_words(row: Row) -> str:
    """Return the rate with one decimal; empty where there is none."""
    rate = row.shown.get("rate")
    return NOTHING if rate is None else number(float(rate), 1)


def rate_margin_words(row: Row) -> str:
    """Return the margin of the rate."""
    return _range(row.shown.get("rate_low"), row.shown.get("rate_high"), 1)


def per_words(indicator: Indicator) -> str:
    """Return what a rate is stated for: "per 1.000 woningen"; empty without denominator."""
    if indicator.denominator is None:
        return NOTHING
    return f"per {number(indicator.per)} {DENOMINATOR_WORDS[indicator.denominator]}"


def notes_words(row: Row) -> str:
    """Return what travels with the number, or why there is none."""
    said = note_of(row)
    return f"{said[:1].upper()}{said[1:]}" if said else NOTHING


def source_words(estimate: Estimate | None) -> str:
    """Return where it comes from and when it was taken from there."""
    if estimate is None:
        return NOTHING
    return f"{estimate.snapshot.credit}, opgehaald {day(estimate.snapshot.accessed)}"


def mean_cells(mean: Mean, unit: str) -> tuple[str, str, str, str, str]:
    """Return mean, margin, rate, what it rests on and what it leaves out, as words."""
    left = []
    if mean.left_out:
        left.append(f"zonder {_listed(mean.left_out)} (corona)")
    if mean.unfinished:
        left.append(f"zonder {_listed(mean.unfinished)} (nog niet compleet)")
    return (
        number(mean.count, 1),
        f"{number(mean.low, 1)} tot {number(mean.high, 1)}",
        number(mean.rate, 1) if mean.rate is not None else NOTHING,
        f"{mean.periods} {unit}",
        "; ".join(left) or "niets weggelaten",
    )


def _listed(labels: tuple[str, ...]) -> str:
    if len(labels) > 4:
        return f"{labels[0]} tot en met {labels[-1]}"
    return listed(labels)


def _range(low: object, high: object, decimals: int) -> str:
    if not isinstance(low, str) or not isinstance(high, str):
        return NOTHING
    return f"{number(float(low), decimals)} tot {number(float(high), decimals)}"
