"""What is said beside the numbers: verdicts on years and months, and what was to be expected."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from integraal.knowledge.figures.explorer.expecting import Expected, expected_years
from integraal.knowledge.figures.explorer.judging import Judgement, judge_year
from integraal.knowledge.figures.explorer.judging_months import MonthJudgement, judge_months
from integraal.knowledge.figures.explorer.places import OwnAreas
from integraal.knowledge.figures.explorer.selection import Selection
from integraal.knowledge.figures.explorer.series import Series
from integraal.knowledge.indicators.definitions import Indicator


@dataclass(frozen=True)
class Said:
    """What may be said of the numbers shown.

    Attributes:
        year: the newest year against the year before.
        months: what the newest monthly round says.
        expected: what was to be expected of the years of a line.
    """

    year: Judgement | None = None
    months: MonthJudgement | None = None
    expected: Expected = field(default_factory=dict)


def said_of(
    indicator: Indicator,
    offered: Mapping[str, Indicator],
    own: OwnAreas,
    selection: Selection,
    series: Sequence[Series],
    *,
    hides: bool,
) -> Said:
    """Return what may be said of a view; at most seven queries.

    Args:
        indicator: the figure shown.
        offered: all indicators of the municipality.
        own: all areas of the municipality.
        selection: what was asked.
        series: the numbers shown.
        hides: whether small counts are hidden from this reader.
    """
    mine = [one for one in series if one.place.origin == "own" and one.counting == "current"]
    places = [one.place for one in mine]
    if selection.frequency == "maanden":
        return Said(months=judge_months(indicator, places, hides=hides))
    year = _newest_year(mine)
    judgement = judge_year(indicator, offered, own, places, year, hides=hides)
    if selection.form != "lijn":
        return Said(judgement)
    seen = [one for one in mine if not (hides and one.place.is_part)]
    with_corona = not selection.without_corona
    return Said(judgement, expected=expected_years(indicator, seen, with_corona=with_corona))


def _newest_year(mine: Sequence[Series]) -> int | None:
    """Return the newest year shown that is complete and has a number."""
    return max(
        (
            row.period.year
            for one in mine
            for row in one.rows
            if row.period.kind == "year"
            and row.estimate
            and row.estimate.value is not None
            and not row.estimate.incomplete
        ),
        default=None,
    )
