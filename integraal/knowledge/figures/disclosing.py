"""Which counts of areas to hide from whoever may not read them row by row.

Pure. What is hidden follows from all areas together, never from those somebody happens to look
at: else two looks would give by subtraction what one look hides. Indicators that share classes
are hidden together too: a basket less its other classes is the class that was hidden.
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from integraal.knowledge.indicators.class_lists import ClassList
from integraal.knowledge.indicators.definitions import Indicator
from integraal.statistics.disclosure import HiddenKind, suppress, suppress_linked

Key = TypeVar("Key", bound=Hashable)
Number = TypeVar("Number", int, int | HiddenKind)
_WHOLE = ("whole", "municipality")
_HIDDEN_WORDS: dict[str, HiddenKind] = {"< 5": "small", "niet getoond": "complementary"}


@dataclass(frozen=True)
class Told(Generic[Key]):
    """What an earlier version showed of the same year: by indicator the number of each area, or
    why it was hidden; and the number of the municipality."""

    areas: Mapping[str, Mapping[Key, int | HiddenKind | None]] = field(default_factory=dict)
    totals: Mapping[str, int | None] = field(default_factory=dict)


def hidden_over_indicators(
    counts: Mapping[str, Mapping[Key, int | None]],
    measures: Mapping[str, Collection[str]],
    totals: Mapping[str, int | None],
    *,
    within: Mapping[Key, Key | None] | None = None,
    earlier: Told[Key] | None = None,
) -> dict[str, dict[Key, HiddenKind]]:
    """Return which counts of areas to hide, over all indicators and areas of one year together.

    Give always the same: every count indicator of the municipality, and every area of the
    division, whoever asks and whatever is looked at.

    Args:
        counts: indicator to area to count; None where there is none.
        measures: of each indicator the finest classes that it adds (``finest_measures``).
        totals: of the municipality by indicator, public; None when it is not known.
        within: area to the area it lies in, for districts and neighbourhoods together.
        earlier: what the version before showed. What it hid stays hidden.

    Returns:
        By indicator only the areas to hide, each with why: at least those that
        ``hidden_in_tree`` hides of one indicator.
    """
    of_one = {
        code: _alone(of_areas, within or {}, totals.get(code)) for code, of_areas in counts.items()
    }
    alone = _hidden(counts, measures, totals, within or {}, of_one, Told[Key]())
    if earlier is None or _tells_nothing_more(earlier, counts, totals, alone):
        return alone
    # Begun from what is hidden without the earlier version: pages that know of none hide that.
    return _hidden(counts, measures, totals, within or {}, alone, earlier)


def _tells_nothing_more(
    earlier: Told[Key],
    counts: Mapping[str, Mapping[Key, int | None]],
    totals: Mapping[str, int | None],
    hidden: Mapping[str, Mapping[Key, HiddenKind]],
) -> bool:
    """Whether the version before showed and hid the very same, so that both are as good as one."""
    for code, of_areas in earlier.areas.items():
        if earlier.totals.get(code) != totals.get(code):
            return False
        now, away = counts.get(code, {}), hidden.get(code, {})
        for area, told in of_areas.items():
            is_same = area in away if isinstance(told, str) else told == now.get(area)
            if not is_same or (area in away) != isinstance(told, str):
                return False
    return True


def _hidden(
    counts: Mapping[str, Mapping[Key, int | None]],
    measures: Mapping[str, Collection[str]],
    totals: Mapping[str, int | None],
    within: Mapping[Key, Key | None],
    at_least: Mapping[str, Mapping[Key, HiddenKind]],
    told: Told[Key],
) -> dict[str, dict[Key, HiddenKind]]:
    listed = {area for of_areas in counts.values() for area in of_areas}
    inside: dict[Hashable, Hashable] = {
        area: above for area, above in within.items() if above in listed
    }
    parts = _finest_parts(inside, counts, totals)
    rows = {code: frozenset[Hashable](measures[code]) for code in counts}
    alone: dict[tuple[str, Hashable], HiddenKind] = {
        (code, area): kind for code, of_areas in at_least.items() for area, kind in of_areas.items()
    }
    found = suppress_linked(
        _cells(counts, totals),
        rows,
        parts,
        always_shown=[_WHOLE],
        hidden=alone,
        earlier=_cells(told.areas, told.totals),
    )
    hidden: dict[str, dict[Key, HiddenKind]] = {code: {} for code in counts}
    for code, of_areas in counts.items():
        for area in of_areas:
            if kind := found.kinds.get((code, area)):
                hidden[code][area] = kind
    return hidden


def finest_measures(indicator: Indicator, lists: Mapping[str, ClassList]) -> frozenset[str]:
    """Return the finest classes that an indicator adds; of the total of a list, all of them."""
    class_list = lists.get(indicator.numerator.list)
    if class_list is None:
        return frozenset(indicator.measures)
    finest: set[str] = set()
    for code in indicator.numerator.classes:
        inside = {one for one in class_list.inside(code) if not class_list.inside(one)}
        finest.update(inside or {code})
    return frozenset(f"{class_list.code}:{code}" for code in finest)


def told_by(text: str) -> int | HiddenKind | None:
    """Return what a count as it stands in a frozen picture told: "1.234", "< 5", or in words."""
    number = text.replace(".", "")
    return int(number) if number.isdecimal() else _HIDDEN_WORDS.get(text)


def _alone(
    counts: Mapping[Key, int | None], within: Mapping[Key, Key | None], total: int | None
) -> dict[Key, HiddenKind]:
    """Return what must be hidden of one indicator, whatever the others count."""
    above = {area: within.get(area) for area in counts}
    known = {area: over if over in counts else None for area, over in above.items()}
    return hidden_in_tree(counts, known, total)


def _cells(
    counts: Mapping[str, Mapping[Key, Number | None]], totals: Mapping[str, int | None]
) -> dict[tuple[str, Hashable], Number | int]:
    """Put counts and totals in one table, without what is not known."""
    found: dict[tuple[str, Hashable], Number | int] = {
        (code, area): count
        for code, of_areas in counts.items()
        for area, count in of_areas.items()
        if count is not None
    }
    return found | {(code, _WHOLE): one for code, one in totals.items() if one is not None}


def hidden_parts(counts: Sequence[int | None], total: int | None) -> list[HiddenKind | None]:
    """Return which counts of parts to hide, seeing that the total is published too.

    What has no place in any part is total less parts, so it counts as one more part.

    Args:
        counts: one count per part; None where there is none.
        total: of the whole; None when it is not known.
    """
    known = [count for count in counts if count is not None]
    if total is None or len(known) < len(counts) or sum(known) > total:
        return list(suppress(counts, total_shown=False).kinds)
    result = suppress([*counts, total - sum(known)])
    if not result.total_shown:
        # The total is so small that even "fewer than five" would tell which part it was.
        return ["complementary"] * len(counts)
    return list(result.kinds[: len(counts)])


def hidden_in_tree(
    counts: Mapping[Key, int | None], within: Mapping[Key, Key | None], total: int | None
) -> dict[Key, HiddenKind]:
    """Return which counts to hide among parts that have parts themselves.

    Under a hidden part everything is hidden, because its parts would add up to it.

    Args:
        counts: part to its count; None where there is none.
        within: part to the part it lies in, None directly in the whole; every one in ``counts``.
        total: of the whole, which is published.

    Returns:
        Only the parts to hide, each with why.
    """
    children: dict[Key | None, list[Key]] = defaultdict(list)
    for part in counts:
        children[within[part]].append(part)
    found: dict[Key, HiddenKind] = {}
    waiting: list[Key | None] = [None]
    while waiting:
        above = waiting.pop()
        parts = children[above]
        waiting += [part for part in parts if part in children]
        numbers = [counts[part] for part in parts]
        whole = total if above is None else counts[above]
        kinds = hidden_parts(numbers, whole)
        for part, number, kind in zip(parts, numbers, kinds, strict=True):
            if above is not None and above in found and number is not None:
                kind = kind or "complementary"
            if kind:
                found[part] = kind
    return found


def _finest_parts(
    within: Mapping[Hashable, Hashable],
    counts: Mapping[str, Mapping[Key, int | None]],
    totals: Mapping[str, int | None],
) -> dict[Hashable, frozenset[Hashable]]:
    """Return each area, and the municipality, as the set of the finest areas in it.

    Where an area holds one other and counts more, what is outside that one is a part as well;
    else the two would be taken for the same.
    """
    numbers: dict[Hashable, dict[str, int | None]] = defaultdict(dict)
    for code, of_areas in counts.items():
        for place, count in of_areas.items():
            numbers[place][code] = count
    children: dict[Hashable, list[Hashable]] = defaultdict(list)
    for area in list(numbers):
        children[within.get(area, _WHOLE)].append(area)
    numbers[_WHOLE] = dict(totals)
    found: dict[Hashable, frozenset[Hashable]] = {}

    def gather(area: Hashable) -> frozenset[Hashable]:
        inside = children.get(area, [])
        parts = frozenset[Hashable]().union(*(gather(child) for child in inside))
        if len(inside) == 1 and numbers[inside[0]] != numbers[area]:
            parts |= {("outside", inside[0])}
        found[area] = parts or frozenset([area])
        return found[area]

    gather(_WHOLE)
    return {area: found[area] for area in numbers}
