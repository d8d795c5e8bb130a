"""The band in a line of the explorer: what the years before lead one to expect."""

from integraal.foundation.ui.charts.course import Band
from integraal.knowledge.figures.explorer.rows import Row
from integraal.knowledge.figures.explorer.series import Series
from integraal.knowledge.figures.explorer.view import ExplorerView
from integraal.knowledge.figures.rounds.models import MonthVerdict
from integraal.statistics.expectation import Expectation

Bands = tuple[Band | None, ...]


def bands_of(view: ExplorerView, one: Series) -> Bands:
    """Return a band for each row of a series of counts; nothing when there is none at all.

    Never of rates: the expectation is a count.
    """
    indicator = view.indicator
    is_rate = view.selection.per == "inwoners" and indicator and indicator.denominator
    if is_rate or one.place.origin != "own" or one.counting != "current":
        return ()
    found = tuple(_band(view, one.place.key, row) for row in one.rows)
    return found if any(found) else ()


def _band(view: ExplorerView, key: str, row: Row) -> Band | None:
    if row.period.kind == "year":
        expected = view.said.expected.get((key, row.period.year))
        return _of_year(expected) if expected else None
    verdict = view.said.months.verdicts.get((key, row.period.code)) if view.said.months else None
    return _of_month(verdict) if verdict else None


def _of_year(expected: Expectation) -> Band:
    return Band(float(expected.lower), expected.expected, float(expected.upper))


def _of_month(verdict: MonthVerdict) -> Band | None:
    """The band of a month that was judged by itself; three months together are no band here."""
    if verdict.tier != "farrington":
        return None
    if verdict.expected is None or verdict.upper_bound is None:
        return None
    return Band(0.0, verdict.expected, float(verdict.upper_bound))
