"""The verdicts of a round as plain columns: what Excel and the API give."""

from collections.abc import Iterable, Iterator

from integraal.knowledge.figures.rounds.models import MonthVerdict
from integraal.knowledge.figures.rounds.telling import METHODS, statement_of

Plain = dict[str, str | int | None]

HEADINGS = {
    "indicator": "Cijfer",
    "indicator_version": "Versie",
    "area": "Gebied",
    "area_code": "Code",
    "period": "Periodecode",
    "seen": "Gezien",
    "expected": "Verwacht",
    "upper_bound": "Grens",
    "standing": "Stand",
    "sentence": "Oordeel",
    "tier": "Trap",
    "way": "Manier",
    "method": "Methode",
    "p_value": "Kans bij toeval",
    "adjusted_p": "Kans na correctie",
}


def plain_verdicts(verdicts: Iterable[MonthVerdict]) -> Iterator[Plain]:
    """Yield each verdict as column name to cell, numbers rounded as shown."""
    for one in verdicts:
        yield {
            "indicator": one.indicator,
            "indicator_version": one.indicator_version,
            "area": one.area.name,
            "area_code": one.area.code,
            "period": one.period,
            "seen": one.seen,
            "expected": _rounded(one.expected, 1),
            "upper_bound": one.upper_bound,
            "standing": str(one.standing),
            "sentence": statement_of(one).sentence,
            "tier": one.tier,
            "way": METHODS[one.tier],
            "method": one.method,
            "p_value": _rounded(one.p_value, 4),
            "adjusted_p": _rounded(one.adjusted_p, 4),
        }


def _rounded(value: float | None, decimals: int) -> str | None:
    return None if value is None else f"{value:.{decimals}f}"
