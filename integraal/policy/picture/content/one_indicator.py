"""One indicator in the content of a picture: its figure, course, months, areas and comparisons."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from integraal.foundation.areas.models import Area
from integraal.knowledge.figures.beside_others.comparison import verdict_json
from integraal.knowledge.figures.beside_others.declared import Found
from integraal.knowledge.figures.estimates import Estimate
from integraal.knowledge.figures.explorer.area_rows import AreaRows
from integraal.knowledge.figures.queries import Key
from integraal.knowledge.figures.rounds.models import MonthVerdict
from integraal.knowledge.figures.verdicts import Verdict
from integraal.knowledge.indicators.breaks import Break
from integraal.knowledge.indicators.calculation_rules import CalculationRules
from integraal.knowledge.indicators.definitions import Indicator
from integraal.knowledge.indicators.periods import Period
from integraal.policy.picture.content.areas import areas_of
from integraal.policy.picture.content.funnels import funnel_json
from integraal.policy.picture.content.months import months_of
from integraal.statistics.expectation import REACH, expected_from_years

Json = dict[str, Any]


@dataclass(frozen=True)
class Gathered:
    """Everything that was read and judged for a picture, before it becomes text.

    Attributes:
        whole: the municipality.
        parts: its parts on the map, with their figures of the year.
        years: of the picture, the last one is judged.
        known: every figure that was read.
        older: the same of what was counted another way in earlier years.
        verdicts: by code, on the year before.
        found: every other comparison of the declared set.
        of_months: by (code, period), what the newest monthly round says of the municipality.
    """

    whole: Area
    parts: AreaRows
    years: range
    known: Mapping[Key, Estimate]
    older: Mapping[Key, Estimate]
    verdicts: Mapping[str, Verdict]
    found: Found
    of_months: Mapping[tuple[str, str], MonthVerdict]
    rules: CalculationRules

    @property
    def year(self) -> int:
        return self.years[-1]

    def of_year(self, one: Indicator, area: Area, year: int) -> Estimate | None:
        """Return the figure of an area in a year."""
        return self.known.get((one.code, area.pk, Period.of_year(year).code))


def side_of(one: Indicator) -> str:
    """Return whether a figure counts what was registered, or asks people (perception)."""
    return "subjective" if one.kind == "measured" else "objective"


def indicator_json(one: Indicator, gathered: Gathered) -> Json:
    """Return an indicator as the content of a picture holds it; all numbers as text."""
    now = gathered.of_year(one, gathered.whole, gathered.year)
    before = gathered.of_year(one, gathered.whole, gathered.year - 1)
    verdict = gathered.verdicts.get(one.code)
    funnel = gathered.found.funnels.get(one.code)
    return {
        "code": one.code,
        "name": one.name,
        "short_name": one.short_name,
        "unit": one.unit,
        "aim": one.aim,
        "side": side_of(one),
        "why": one.why_it_matters,
        "caveats": list(one.caveats),
        "breaks": [_break(part) for part in one.breaks],
        "estimate": now.as_json() if now else None,
        "before": before.as_json() if before else None,
        "verdict": verdict_json(verdict) if verdict else None,
        "comparisons": [compared.as_json() for compared in gathered.found.of(one.code)],
        "not_compared": [
            {"kind": kind, "why": why} for kind, why in gathered.found.refused(one.code)
        ],
        "funnel": funnel_json(funnel) if funnel else None,
        "years": _years(one, gathered),
        "months": months_of(one, gathered.whole.pk, gathered.known, gathered.of_months,
                            gathered.rules),
        "areas": areas_of(one, gathered.parts, now, gathered.rules),
        "credit": now.snapshot.credit if now else "",
    }  # fmt: skip


def _break(part: Break) -> Json:
    """Return a break, with the first year that is counted in the new way as a whole."""
    months = part.period.months
    return {
        "year": part.period.year,
        "from_year": part.period.year + (months.start % 12 > 0),
        "text": part.text,
    }


def _years(one: Indicator, gathered: Gathered) -> list[Json]:
    """Return the course: each year with its margin and what the years before made one expect."""
    reached = range(gathered.years[0] - REACH, gathered.year + 1)
    known = {year: gathered.of_year(one, gathered.whole, year) for year in reached}
    counts = {year: estimate.count if estimate else None for year, estimate in known.items()}
    found = [
        _year(one, year, known[year], counts, _older(one, year, gathered))
        for year in gathered.years
    ]
    first = next((place for place, one in enumerate(found) if one["value"] is not None), len(found))
    return found[first:]


def _older(one: Indicator, year: int, gathered: Gathered) -> Estimate | None:
    return gathered.older.get((one.code, gathered.whole.pk, Period.of_year(year).code))


def _year(
    one: Indicator,
    year: int,
    estimate: Estimate | None,
    counts: Mapping[int, int | None],
    older: Estimate | None,
) -> Json:
    """Return one year; where only the older counting has a figure, that one, and it says so."""
    expected = expected_from_years(year, counts, excluded=one.baseline_excludes)
    is_older = older is not None and (estimate is None or estimate.value is None)
    estimate = older if is_older else estimate
    shown = estimate.as_json() if estimate else {}
    return {
        "year": year,
        "older_counting": is_older,
        "status": estimate.status if estimate else "missing",
        "value": shown.get("value"),
        "low": shown.get("low"),
        "high": shown.get("high"),
        "provisional": bool(estimate and estimate.provisional),
        "expected": _band(expected),
    }


def _band(expected: Any) -> Json | None:
    if expected is None:
        return None
    return {
        "mean": f"{expected.expected:.1f}",
        "low": str(round(expected.lower)),
        "high": str(round(expected.upper)),
    }
