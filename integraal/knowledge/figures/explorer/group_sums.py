"""Fetch what groups of municipalities add up to, out of the national tables."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib.postgres.aggregates import BoolOr
from django.db.models import BigIntegerField, Case, Count, Func, Max, Sum, When
from django.db.models.functions import Cast

from integraal.knowledge.figures.composing import DENOMINATOR_YEARS
from integraal.knowledge.figures.explorer.fetching import Span
from integraal.knowledge.figures.models import ReferenceFigure


@dataclass(slots=True)
class GroupSum:
    """The members of a group that have everything it takes, added up in one period.

    Attributes:
        step: what the steps of all rounded parts add up to; 0 when none is rounded.
        denominator: of those members together; 0 when none was asked or none is known.
        denominator_years: the years that the numbers in it are of.
        dataset: the newest national table among them.
    """

    group: str
    period: str
    count: int = 0
    denominator: int = 0
    denominator_years: set[int] = field(default_factory=set)
    members: int = 0
    step: int = 0
    incomplete: bool = False
    provisional: bool = False
    dataset: int = 0


# Whole numbers come from the database as such: thousands of exact decimals take long to read.
_WHOLE = BigIntegerField()


def group_sums(
    measures: Collection[str],
    denominators: Collection[str],
    groups: Mapping[str, Collection[str]],
    span: Span,
) -> list[GroupSum]:
    """Return what groups of municipalities add up to, in order of time; at most two queries.

    A member counts when it has every part, and a denominator where one is asked: its count would
    otherwise weigh in the rate without its inhabitants. Where no member has a denominator there is
    no rate, and every count is taken.

    Args:
        measures: what is added.
        denominators: the measure below it, or none.
        groups: name to the codes of its members.
    """
    regions = {code for codes in groups.values() for code in codes}
    if not regions:
        return []
    known = ReferenceFigure.objects.filter(region__in=regions, value__isnull=False)
    sums = list(
        known.filter(span.condition, measure__in=measures)
        .values_list("region", "period")
        .annotate(
            total=Cast(Func(Sum("value"), function="trunc"), _WHOLE),
            # A part that is rounded may be half its step off; others are exact.
            step=Sum(Case(When(rounded_to__gt=1, then="rounded_to"), default=0)),
            is_incomplete=BoolOr("incomplete"),
            is_provisional=BoolOr("provisional"),
            newest=Max("dataset_id"),
            parts=Count("pk"),
        )
        .filter(parts=len(set(measures)))
    )
    below: dict[tuple[str, int], int] | None = None
    if denominators:
        rows = known.filter(span.years, measure__in=denominators).values_list(
            "region", "period", Cast(Func("value", function="trunc"), _WHOLE)
        )
        below = {(region, int(period[:4])): number for region, period, number in rows}
    return [one for name, codes in groups.items() for one in _added(name, set(codes), sums, below)]


def _added(
    group: str,
    members: set[str],
    sums: Sequence[tuple[Any, ...]],
    below: Mapping[tuple[str, int], int] | None,
) -> list[GroupSum]:
    found: dict[str, GroupSum] = {}
    own = [one for one in sums if one[0] in members]
    under = {one[:2]: _denominator_near(below or {}, one[0], int(one[1][:4])) for one in own}
    with_rate = {period for (_, period), known in under.items() if known}
    for region, period, total, step, incomplete, provisional, dataset, _ in own:
        known = under[region, period]
        if period in with_rate and not known:
            continue
        one = found.setdefault(period, GroupSum(group, period))
        if known:
            one.denominator += known[1]
            one.denominator_years.add(known[0])
        one.count += total
        one.members += 1
        one.step += step
        one.incomplete |= incomplete
        one.provisional |= provisional
        one.dataset = max(one.dataset, dataset)
    return [found[period] for period in sorted(found)]


def _denominator_near(
    below: Mapping[tuple[str, int], int], region: str, year: int
) -> tuple[int, int] | None:
    """Return the year and number that fit best; None when no year near has a number."""
    for away in DENOMINATOR_YEARS:
        number = below.get((region, year + away))
        if number:
            return year + away, number
    return None
