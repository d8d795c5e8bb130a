"""What a revised source changed in the figures of a draft while somebody was writing. Pure."""

from collections.abc import Iterable, Mapping
from typing import Any

Json = dict[str, Any]
Figures = dict[tuple[str, int], str]
ABSENT = "niet opgenomen"
_WORDS = {"missing": "onbekend", "withheld": "niet vrijgegeven", "impossible": "komt niet voor"}


def figures_in(indicators: Iterable[Mapping[str, Any]]) -> tuple[Figures, dict[str, str]]:
    """Return (code, year) to value as text, and code to name."""
    found: Figures = {}
    names: dict[str, str] = {}
    for one in indicators:
        names[one["code"]] = one["name"]
        for year in one["years"]:
            value = year["value"]
            found[one["code"], year["year"]] = value or _WORDS.get(year["status"], "onbekend")
    return found, names


def changes_between(
    earlier: Iterable[Mapping[str, Any]],
    later: Iterable[Mapping[str, Any]],
    unseen: Iterable[Json],
    on: str,
) -> list[Json]:
    """Return what differs between two makings of the figures, with what was not seen yet.

    Args:
        earlier, later: indicators as the content of a picture holds them.
        unseen: changes that the writer has not seen yet. A figure that changed twice tells what it
            was first, and one that is back at what it was tells nothing.
        on: the day of the later making, as 2026-03-16.

    Returns:
        Code, name, year, was, became and day, in order of name and year.
    """
    before, names_before = figures_in(earlier)
    after, names_after = figures_in(later)
    found = {(one["indicator"], one["year"]): one for one in unseen}
    for key in _differing(before, after):
        code, year = key
        name = names_after.get(code) or names_before[code]
        was = found[key]["was"] if key in found else before.get(key, ABSENT)
        became = after.get(key, ABSENT)
        found[key] = {
            "indicator": code,
            "name": name,
            "year": year,
            "was": was,
            "became": became,
            "on": on,
        }
    told = [one for one in found.values() if one["was"] != one["became"]]
    return sorted(told, key=lambda one: (one["name"], one["year"]))


def _differing(before: Figures, after: Figures) -> list[tuple[str, int]]:
    """Return what differs; of a figure that came or went as a whole only its last year."""
    came_or_went = {code for code, _ in before} ^ {code for code, _ in after}
    last: dict[str, int] = {}
    for code, year in (*before, *after):
        last[code] = max(year, last.get(code, year))
    return sorted(
        (code, year)
        for code, year in before.keys() | after.keys()
        if before.get((code, year)) != after.get((code, year))
        and (code not in came_or_went or year == last[code])
    )
