"""What may be said of a goal since its measures began: three ways, or why not. Pure.

Before and after over years, difference in differences beside municipalities alike, and an
interrupted series of months. None of them says what caused a change.
"""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

import numpy as np

from integraal.foundation.ui.dutch import listed, number
from integraal.statistics import wording
from integraal.statistics.evaluation import (
    FEWEST_CONTROLS,
    before_after,
    detectable_change,
    difference_in_differences,
    interrupted_series,
)
from integraal.statistics.evaluation.interrupted import FEWEST_AFTER, FEWEST_BEFORE
from integraal.statistics.wording import Compared, Limits, Statement

MOST_YEARS = 4
"""So many years at most are laid together on each side."""


@dataclass(frozen=True)
class Sides:
    """The years before the measures and with them, with what was left out and why."""

    before: Mapping[int, int] = field(default_factory=dict)
    after: Mapping[int, int] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        return f"{_span(self.before)} tegenover {_span(self.after)}"


@dataclass(frozen=True)
class Said:
    """What one way of looking says.

    Attributes:
        name: of the way.
        kind: "few" cannot be said, "none" cannot be shown, "down" or "up" is demonstrable.
        say: whole Dutch sentence.
        more: what to mind.
    """

    name: str
    kind: Literal["few", "none", "down", "up"]
    label: str
    say: str
    more: tuple[str, ...] = ()
    compared: Compared | None = None


def sides(
    counts: Mapping[int, int | None],
    start: date,
    *,
    excluded: Collection[int] = (),
    first_year: int = 0,
) -> Sides:
    """Divide complete years into those before a start and those with the measures.

    Args:
        counts: complete years to their count; None where there is none.
        start: day on which the first measure began; a year that was half with is left out.
        excluded: years that are no fair yardstick.
        first_year: the first that is counted in the same way as the newest.
    """
    known = {year: count for year, count in sorted(counts.items()) if count is not None}
    usable = {y: n for y, n in known.items() if y not in excluded and y >= first_year}
    whole_from = start.year if (start.month, start.day) == (1, 1) else start.year + 1
    before = {y: n for y, n in usable.items() if y < start.year}
    after = {y: n for y, n in usable.items() if y >= whole_from}
    out = []
    if start.year < whole_from and start.year in known:
        out.append(f"{start.year} telt niet mee: de maatregelen begonnen in dat jaar.")
    skipped = [str(year) for year in known if year in excluded]
    if skipped:
        out.append(f"{listed(skipped)} telt niet mee: geen gewone jaren voor dit cijfer.")
    if any(year < first_year for year in known):
        out.append(f"Jaren vóór {first_year} tellen niet mee: toen is anders geteld.")
    return Sides(
        dict(list(before.items())[-MOST_YEARS:]), dict(list(after.items())[:MOST_YEARS]), tuple(out)
    )


def said_before_after(found: Sides, limits: Limits, *, is_rounded: bool = False) -> Said:
    """Compare the years with the measures with those before."""
    name = "Voor en na"
    if problem := _side_problem(found):
        return _cannot(name, problem)
    if is_rounded:
        return _cannot(name, "De bron rondt de aantallen af. Daarom rekenen wij dit niet uit.")
    counts = [*found.before.values(), *found.after.values()]
    result = before_after(counts, np.arange(len(counts)) >= len(found.before))
    one = result.comparison
    compared = _compared(one.ratio, one.lower, one.upper, one.p_value)
    if sum(counts) < limits.fewest_for_percentage:
        compared = None
    statement = wording.effect(compared, limits=limits)
    more = list(found.left_out)
    if bool(result.begins_at_peak):
        more.append("Het laatste jaar ervoor was het hoogste. Na een piek daalt het vanzelf.")
    if statement.code == "effect_none":
        more.append(_least_shown(found))
    return _said(name, statement, compared, f"{found.words.capitalize()}.", more)


def said_beside_others(
    own: tuple[int, int] | None, others: Sequence[tuple[int, int]], found: Sides, limits: Limits
) -> Said:
    """Compare the change here with that in municipalities alike, over the same years.

    Args:
        own: the cases before and after here, from the same tables as the others.
        others: of each municipality alike, of which every year is known.
    """
    name = "Naast vergelijkbare gemeenten"
    if problem := _side_problem(found):
        return _cannot(name, problem)
    if own is None:
        return _cannot(
            name, "De landelijke tabellen met andere gemeenten zijn hier niet ingelezen."
        )
    if len(others) < FEWEST_CONTROLS:
        return _cannot(
            name,
            f"Er zijn {len(others)} vergelijkbare gemeenten met alle jaren; er zijn er "
            f"{FEWEST_CONTROLS} nodig.",
        )
    counts = np.array([own, *others], dtype=np.float64)
    if sum(own) < limits.fewest_for_percentage or not (
        np.all(counts[0] > 0) and np.all(counts[1:].sum(axis=0) > 0)
    ):
        return _cannot(name, "Er zijn te weinig gevallen om de verandering naast elders te leggen.")
    result = difference_in_differences(
        counts,
        treated=np.arange(len(counts)) == 0,
        after=np.array([False, True]),
        exposures=[[len(found.before), len(found.after)]],
    )
    # The error of two periods knows nothing of how places drift apart; the placebo does.
    compared = _compared(result.ratio, result.lower, result.upper, result.placebo_p)
    statement = wording.effect(compared, limits=limits)
    lead = f"{result.controls} gemeenten van dezelfde grootte, {found.words}."
    return _said(name, statement, compared, lead, [])


def said_in_months(months: Sequence[float], start: int, limits: Limits) -> Said:
    """Look for a step in the months at the start of the measures.

    Args:
        months: cases per month, oldest first; NaN where there is no complete number.
        start: place of the first month with the measures.
    """
    name = "Per maand, met een sprong bij het begin"
    if not 0 < start < len(months):
        return _cannot(name, "Er zijn geen maandcijfers van zowel ervoor als erna.")
    result = interrupted_series(months, start=start)
    if result.level is None:
        return _cannot(name, _WHY_NO_MONTHS[result.verdict])
    one = result.level
    compared = _compared(one.ratio, one.lower, one.upper, one.p_value)
    statement = wording.effect(compared, limits=limits)
    lead = f"{result.months_before} maanden ervoor en {result.months_after} erna."
    return _said(name, statement, compared, lead, ["Het seizoen en de loop ervoor zijn eruit."])


_WHY_NO_MONTHS = {
    "too short": f"Daarvoor zijn {FEWEST_BEFORE} maanden ervoor en {FEWEST_AFTER} erna nodig.",
    "too few": "Er zijn te weinig gevallen per maand.",
    "not estimable": "Uit deze maanden is geen sprong te berekenen.",
}


def _side_problem(found: Sides) -> str:
    if not found.after:
        return "Er is nog geen heel jaar met de maatregelen."
    if not found.before:
        return "Er is geen jaar van vóór de maatregelen dat op dezelfde manier is geteld."
    return ""


def _least_shown(found: Sides) -> str:
    """Return how large a change had to be to be shown: what not showing one is worth."""
    years = len(found.before)
    mean = sum(found.before.values()) / years
    if mean <= 0:
        return ""
    least = detectable_change(mean, years_before=years, years_after=len(found.after))
    down = abs(float(least.decrease.item()))
    if not math.isfinite(down):
        return "Met deze aantallen was geen enkele daling aan te tonen."
    percents = math.ceil(down * 100 - 1e-9)
    return (
        f"Met gemiddeld {number(mean, 1)} per jaar was een daling pas vanaf ongeveer "
        f"{percents}\u00a0% aan te tonen."
    )


def _compared(ratio: object, lower: object, upper: object, p_value: object) -> Compared | None:
    numbers = [float(one) for one in (ratio, lower, upper, p_value)]  # type: ignore[arg-type]
    if not (math.isfinite(numbers[0]) and math.isfinite(numbers[3])):
        return None
    return Compared(*numbers)


def _cannot(name: str, why: str) -> Said:
    return Said(name, "few", "Niet te zeggen", f"Dit kunnen we niet zeggen. {why}")


def _said(
    name: str, statement: Statement, compared: Compared | None, lead: str, more: Sequence[str]
) -> Said:
    kind = statement.code.removeprefix("effect_")
    say = f"{lead} {statement.sentence}"
    kept = tuple(one for one in more if one)
    return Said(name, kind, statement.label, say, kept, compared)  # type: ignore[arg-type]


def _span(years: Mapping[int, int]) -> str:
    known = sorted(years)
    if len(known) > 2 and known[-1] - known[0] == len(known) - 1:
        return f"{known[0]} tot en met {known[-1]}"
    return listed([str(year) for year in known])
