"""Find indicators: by name, code, class or incident code of the police; filter and sort. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from integraal.foundation.ui.tables import Sorting
from integraal.knowledge.indicators.class_lists import ClassList, ListedClass
from integraal.knowledge.indicators.definitions import Indicator
from integraal.knowledge.indicators.periods import Period


@dataclass(frozen=True)
class Filters:
    """What somebody looks for; empty means everything. ``having`` is "met" or "zonder"."""

    words: str = ""
    theme: str = ""
    field: str = ""
    list: str = ""
    having: str = ""


@dataclass(frozen=True)
class Listed:
    """An indicator as the list shows it."""

    indicator: Indicator
    theme: str
    newest: Period | None


def classes_of(indicator: Indicator, lists: Mapping[str, ClassList]) -> list[ListedClass]:
    """Return the classes that an indicator adds; one that its list lacks is left out."""
    class_list = lists.get(indicator.numerator.list)
    if class_list is None:
        return []
    found = (class_list.by_code(code) for code in indicator.numerator.classes)
    return [one for one in found if one is not None]


def found(
    listed: Iterable[Listed], filters: Filters, lists: Mapping[str, ClassList]
) -> list[Listed]:
    """Return what meets every filter, in the order given."""
    words = filters.words.casefold().split()
    return [
        one
        for one in listed
        if _passes(one, filters) and all(_has(one, word, lists) for word in words)
    ]


def sorted_by(listed: Iterable[Listed], sorting: Sorting) -> list[Listed]:
    """Return the list sorted by name, theme or newest period; without period comes last."""
    by_name = sorted(listed, key=lambda one: one.indicator.name.casefold())
    if sorting.key == "periode":
        known = [one for one in by_name if one.newest]
        known.sort(key=_end, reverse=sorting.descending)
        return known + [one for one in by_name if not one.newest]
    if sorting.key == "thema":
        return sorted(by_name, key=lambda one: one.theme.casefold(), reverse=sorting.descending)
    return by_name[::-1] if sorting.descending else by_name


def _passes(one: Listed, filters: Filters) -> bool:
    indicator = one.indicator
    wanted, field = filters.field, indicator.field or ""
    return (
        (not filters.theme or indicator.theme == filters.theme)
        and (not wanted or field == wanted or field.startswith(f"{wanted}."))
        and (not filters.list or indicator.numerator.list == filters.list)
        and (not filters.having or (filters.having == "met") == (one.newest is not None))
    )


def _has(one: Listed, word: str, lists: Mapping[str, ClassList]) -> bool:
    classes = classes_of(one.indicator, lists)
    codes = {code.casefold() for each in classes for code in (each.code, *each.incidents)}
    text = " ".join(
        [
            one.indicator.code,
            one.indicator.name,
            one.indicator.short_name,
            one.theme,
            *(each.label for each in classes),
        ]
    )
    return word in codes or word in text.casefold()


def _end(one: Listed) -> int:
    return one.newest.months.stop if one.newest else 0
