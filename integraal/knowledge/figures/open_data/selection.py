"""Which figures a municipality may publish as a file, and which counts stay hidden in it. Pure.

A file is read by machines, and what a machine can subtract it will. So this rule is narrower than
that of the screens:

- The whole municipality: every class and period, as the publishers themselves publish it.
- Its parts: years only, and of a list of classes only the total. From the classes of one
  neighbourhood and their total, or from months and their year, hidden counts could be computed.
- Parts of one division only: the newest year of districts and neighbourhoods, or else the
  municipality's own parts. Two divisions of the same total are two equations.
- Within that, small counts are hidden as on the screens: over all figures together, so that file
  and screen never hide different counts.
- Older counts of the same are left out: a rounded older count narrows a hidden newer one.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from integraal.knowledge.figures.disclosing import hidden_in_tree
from integraal.knowledge.indicators.class_lists import ClassList
from integraal.knowledge.indicators.periods import Period
from integraal.statistics.disclosure import HiddenKind

# Kinds of area in the order in which their division is preferred.
_CODED = ("district", "neighbourhood")
HiddenOf = Callable[[str, int | None, int], Mapping[str, HiddenKind]]
"""Measure, division (None for the own parts) and year, to the parts that stay hidden and why."""


@dataclass(frozen=True, slots=True)
class Place:
    """An area of the municipality.

    ``within`` is the key of the area it lies in; ``is_numbered`` tells that it is one of the own
    parts that cover the municipality together.
    """

    key: str
    name: str
    kind: str
    code: str
    code_year: int | None
    within: str | None
    is_numbered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A stored value with where it comes from; ``hidden`` says why we do not show it."""

    measure: str
    place: Place
    period: str
    value: Decimal | None
    status: str
    low: Decimal | None = None
    high: Decimal | None = None
    rounded_to: int = 1
    provisional: bool = False
    incomplete: bool = False
    source: str
    accessed_on: str
    sha256: str
    hidden: HiddenKind | None = None


def publishable(
    values: Iterable[Value],
    lists: Mapping[str, ClassList],
    known_sources: Iterable[str],
    hidden_of: HiddenOf,
) -> list[Value]:
    """Return what may be published, small counts hidden, in order.

    Args:
        values: everything the municipality has, its parts included.
        lists: the lists of classes, by code.
        known_sources: codes of sources with an open licence; a partner's own table is not one.
        hidden_of: what stays hidden over all figures together.
    """
    open_sources, of_any_part = set(known_sources), measures_of_parts(lists)
    of_whole: list[Value] = []
    of_parts: dict[tuple[str, str], list[Value]] = defaultdict(list)
    for value in values:
        class_list = lists.get(value.measure.partition(":")[0])
        if class_list is None or value.source not in open_sources or _is_older(class_list):
            continue
        if value.place.kind == "municipality":
            of_whole.append(value)
        elif value.measure in of_any_part and Period.from_code(value.period).kind == "year":
            of_parts[value.measure, value.period].append(value)
    totals = {(one.measure, one.period): one.value for one in of_whole}
    shown = list(of_whole)
    for (measure, period), parts in of_parts.items():
        division = _one_division(parts)
        if division:
            together = hidden_of(measure, division[0].place.code_year, int(period[:4]))
            shown += _with_hidden(division, totals.get((measure, period)), together)
    return sorted(shown, key=_order)


def measures_of_parts(lists: Mapping[str, ClassList]) -> set[str]:
    """Return the measures that may be published of parts of the municipality at all."""
    return {
        class_list.measure(one.code)
        for class_list in lists.values()
        if not _is_older(class_list)
        for one in class_list.classes
        if class_list.total in (None, one.code)
    }


def _is_older(class_list: ClassList) -> bool:
    return any(one.newer for one in class_list.classes)


def _one_division(parts: Sequence[Value]) -> list[Value]:
    """Return the parts of one division: the newest year that has districts, or the own parts."""
    coded = [one for one in parts if one.place.kind in _CODED]
    years = {one.place.code_year or 0 for one in coded}
    with_districts = {one.place.code_year or 0 for one in coded if one.place.kind == "district"}
    if with_districts:
        return [one for one in coded if (one.place.code_year or 0) == max(with_districts)]
    if years:
        return [one for one in coded if (one.place.code_year or 0) == max(years)]
    return [one for one in parts if one.place.kind not in _CODED and one.place.is_numbered]


def _with_hidden(
    parts: Sequence[Value], total: Decimal | None, together: Mapping[str, HiddenKind]
) -> list[Value]:
    by_key = {one.place.key: one for one in parts}
    counts = {key: _count(one) for key, one in by_key.items()}
    within = {
        key: one.place.within if one.place.within in by_key else None for key, one in by_key.items()
    }
    of_one = hidden_in_tree(counts, within, None if total is None else int(total))
    hidden = {**together, **of_one}
    return [
        replace(one, hidden=hidden[key], value=None, low=None, high=None) if key in hidden else one
        for key, one in by_key.items()
    ]


def _count(one: Value) -> int | None:
    return None if one.value is None else int(one.value)


def _order(one: Value) -> tuple[str, str, bool, str, str]:
    is_part = one.place.kind != "municipality"
    return one.measure, one.period, is_part, one.place.code, one.place.name
