"""The definitions behind the figures, as they hold for the tenant of this transaction."""

import functools
from pathlib import Path
from typing import Any

from django.conf import settings

from integraal.foundation.definitions import kinds
from integraal.foundation.definitions import queries as definitions
from integraal.knowledge.indicators import calculation_rules as calculation
from integraal.knowledge.indicators.breaks import LeftOut
from integraal.knowledge.indicators.calculation_rules import CalculationRules
from integraal.knowledge.indicators.class_lists import ClassList, load_class_lists
from integraal.knowledge.indicators.definitions import (
    Indicator,
    Theme,
    parse_indicator,
    parse_theme,
    with_list,
)
from integraal.knowledge.sources.definitions import Source, load_sources


@functools.cache
def class_lists() -> dict[str, ClassList]:
    """Return the lists of what is counted, by code."""
    return load_class_lists(Path(settings.DEFINITIONS) / "lists")


@functools.cache
def sources() -> dict[str, Source]:
    """Return the shipped sources, by code."""
    return load_sources(Path(settings.DEFINITIONS) / "sources")


def indicators() -> dict[str, Indicator]:
    """Return the indicators as they hold for this municipality, its own ones included."""
    found = dict(_shipped_indicators())
    for code, changes in definitions.own_changes("indicators").items():
        content = kinds.merged(_shipped_contents().get(code, {}), changes)
        found[code] = _with_its_list(parse_indicator(content))
    return found


def indicator_by_measure() -> dict[str, Indicator]:
    """Return the indicator that counts just that measure, for each measure that has one."""
    single = [one for one in indicators().values() if len(one.measures) == 1]
    return {one.measures[0]: one for one in reversed(single)}


def all_themes() -> list[Theme]:
    """Return every theme of this municipality in order, ended and dropped ones too."""
    found = [parse_theme(content) for content in definitions.current("themes").values()]
    return sorted(found, key=lambda theme: theme.order)


def themes(year: int | None = None) -> dict[str, Theme]:
    """Return the themes of the plan in ``year`` (without one: not dropped), in order."""
    return {
        theme.code: theme
        for theme in all_themes()
        if (theme.dropped is None if year is None else theme.holds_in(year))
    }


def stretches_left_out(indicator: Indicator) -> tuple[LeftOut, ...]:
    """Return the stretches of time that means and baselines leave out, as its list says."""
    found = class_lists().get(indicator.numerator.list)
    return found.leave_out if found else ()


def calculation_rules() -> CalculationRules:
    """Return the limits behind verdicts as they hold for this municipality."""
    changes = definitions.own_changes("rules").get(calculation.CODE)
    if not changes:
        return _shipped_rules()
    shipped = kinds.kind("rules").shipped()[calculation.CODE]
    return calculation.parse_calculation_rules(kinds.merged(shipped, changes))


@functools.cache
def _shipped_rules() -> CalculationRules:
    return calculation.load_calculation_rules(Path(settings.DEFINITIONS) / "calculation_rules.yaml")


def source_for(list_code: str, level: str, frequency: str) -> Source | None:
    """Return the source that is the authority for a list at a level, such as "district"."""
    return next(
        (
            source
            for source in sources().values()
            if source.list == list_code and level in source.levels and frequency in source.frequency
        ),
        None,
    )


@functools.cache
def _shipped_contents() -> dict[str, dict[str, Any]]:
    return kinds.kind("indicators").shipped()


# Reading a hundred definitions takes longer than a page may: shipped ones are read once.
@functools.cache
def _shipped_indicators() -> dict[str, Indicator]:
    return {
        code: _with_its_list(parse_indicator(content))
        for code, content in _shipped_contents().items()
    }


def _with_its_list(indicator: Indicator) -> Indicator:
    class_list = class_lists().get(indicator.numerator.list)
    return with_list(indicator, class_list) if class_list else indicator
