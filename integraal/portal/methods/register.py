"""All methods, in the order in which they are shown."""

from collections.abc import Mapping
from types import MappingProxyType

from integraal.portal.methods.explained import (
    before_after,
    beside_the_country,
    comparing_two_counts,
    disclosure,
    expectation,
    funnel,
    group_differences,
    hot_spots,
    many_comparisons,
    map_classes,
    month_round,
    poisson_interval,
    power,
    prioritising,
    standardisation,
    trend,
    weighting,
)
from integraal.portal.methods.method import GROUPS, Method

_MODULES = (
    poisson_interval,
    comparing_two_counts,
    many_comparisons,
    beside_the_country,
    standardisation,
    funnel,
    map_classes,
    hot_spots,
    trend,
    expectation,
    month_round,
    weighting,
    group_differences,
    prioritising,
    before_after,
    power,
    disclosure,
)

METHODS: Mapping[str, Method] = MappingProxyType(
    {module.METHOD.slug: module.METHOD for module in _MODULES}
)

# Pages of docs/methods without a page of their own here, and why.
WITHOUT_PAGE = {
    "what-stands-out": "it is the order of one list, which the page of a picture explains itself",
    "verdicts": "the closed list of sentences is shown on the page about sources and method",
}


def grouped() -> tuple[tuple[str, tuple[Method, ...]], ...]:
    """Return the methods by group, groups without a method left out."""
    found = [(g, tuple(one for one in METHODS.values() if one.group == g)) for g in GROUPS]
    return tuple((group, methods) for group, methods in found if methods)
