"""The form of the explorer: what can be chosen, and what is chosen now."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from integraal.foundation.areas.kinds import AreaKind
from integraal.knowledge.figures.beside_others.division import Municipality
from integraal.knowledge.figures.definitions import themes
from integraal.knowledge.figures.explorer.places import OwnAreas
from integraal.knowledge.figures.explorer.selection import COUNTRY, Selection
from integraal.knowledge.figures.explorer.view import ExplorerView
from integraal.knowledge.indicators.definitions import Indicator

OTHERS = "Overige cijfers"
COMPARED_WORDS = (
    (COUNTRY, "Nederland"),
    ("grootteklasse", "Gemeenten even groot als wij"),
    ("stedelijkheid", "Gemeenten even stedelijk als wij"),
    ("provincie", "Gemeenten in onze provincie"),
)


@dataclass(frozen=True)
class Choice:
    """One thing to choose: its value, its words, and whether it is chosen."""

    value: str
    label: str
    is_chosen: bool = False


@dataclass(frozen=True)
class Group:
    """Choices under one heading."""

    label: str
    choices: tuple[Choice, ...]

    @property
    def options(self) -> SafeString:
        """The choices as options of a list."""
        return format_html_join(
            "",
            '<option value="{}"{}>{}</option>',
            (
                (one.value, SafeString(" selected") if one.is_chosen else "", one.label)
                for one in self.choices
            ),
        )


@dataclass(frozen=True)
class ExplorerForm:
    """What ``figures/explorer_form.html`` shows."""

    selection: Selection
    sought: str
    found: int
    indicators: tuple[Group, ...]
    levels: tuple[Choice, ...]
    areas: tuple[Group, ...]
    has_chosen_area: bool
    compared: tuple[Choice, ...]
    municipalities: SafeString
    years: tuple[Choice, ...]


def explorer_form(view: ExplorerView, sought: str) -> ExplorerForm:
    """Return the form.

    Args:
        sought: words to look for in the names of the indicators; empty for all.
    """
    groups = _indicator_groups(sought, view.selection.indicator, view.offered.values())
    chosen = set(view.selection.areas)
    areas = _area_groups(view.own, chosen)
    return ExplorerForm(
        selection=view.selection,
        sought=sought,
        found=sum(len(group.choices) for group in groups),
        indicators=groups,
        levels=_levels(view.own, chosen),
        areas=areas,
        has_chosen_area=any(one.is_chosen for group in areas for one in group.choices),
        compared=_compared(view),
        municipalities=SafeString(
            "".join(
                option
                for code, option in _options(tuple(view.division.by_code.values()))
                if code not in view.selection.compared
            )
        ),
        years=_years(view),
    )


# The list is the same for every page of a division, and is hundreds of municipalities long.
@lru_cache(maxsize=8)
def _options(listed: tuple[Municipality, ...]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (one.code, format_html('<option value="{}">{}</option>', one.code, one.name))
        for one in listed
    )


def _indicator_groups(sought: str, chosen: str, offered: Iterable[Indicator]) -> tuple[Group, ...]:
    names = {theme.code: theme.name for theme in themes().values()}
    words = sought.casefold().split()
    by_theme: dict[str, list[Indicator]] = {name: [] for name in (*names.values(), OTHERS)}
    for one in offered:
        theme = names.get(one.theme or "", OTHERS)
        told = f"{one.name} {one.short_name} {one.code} {theme}".casefold()
        if all(word in told for word in words):
            by_theme[theme].append(one)
    return tuple(
        Group(
            theme,
            tuple(
                Choice(one.code, one.short_name, one.code == chosen)
                for one in sorted(found, key=lambda one: one.short_name.casefold())
            ),
        )
        for theme, found in by_theme.items()
        if found
    )


def _levels(own: OwnAreas, chosen: set[str]) -> tuple[Choice, ...]:
    places = own.by_key.values()
    kinds = {place.kind for place in places}
    offered = [("gemeente", "De hele gemeente")]
    if any(place.is_numbered_part for place in places):
        offered.append(("gebieden", "Alle gebieden van de gemeente"))
    if AreaKind.DISTRICT in kinds:
        offered.append(("wijken", "Alle wijken"))
    if AreaKind.NEIGHBOURHOOD in kinds:
        offered.append(("buurten", "Alle buurten"))
    return tuple(
        Choice(word, label, word in chosen or (not chosen and word == "gemeente"))
        for word, label in offered
    )


def _area_groups(own: OwnAreas, chosen: set[str]) -> tuple[Group, ...]:
    found: dict[str, list[Choice]] = {}
    for place in own.by_key.values():
        if not place.is_part:
            continue
        year = f", indeling {place.division_year}" if place.division_year else ""
        found.setdefault(f"{place.word.capitalize()}{year}", []).append(
            Choice(place.key, place.name, place.key in chosen)
        )
    return tuple(Group(label, tuple(choices)) for label, choices in found.items())


def _compared(view: ExplorerView) -> tuple[Choice, ...]:
    chosen = view.selection.compared
    listed = [Choice(code, label, code in chosen) for code, label in COMPARED_WORDS]
    known = view.division.by_code
    listed += [Choice(code, known[code].name, True) for code in chosen if code in known]
    return tuple(listed)


def _years(view: ExplorerView) -> tuple[Choice, ...]:
    years = {row.period.year for row in view.rows}
    if view.selection.year:
        years.add(view.selection.year)
    return tuple(
        Choice(str(year), str(year), year == view.selection.year) for year in _newest_first(years)
    )


def _newest_first(years: Iterable[int]) -> list[int]:
    return sorted(years, reverse=True)
