"""Where the sources of a report stand in the product. Of papers and data nothing depends on it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.urls import NoReverseMatch, reverse

from integraal.policy.accountability.outline import Account, Source

Json = dict[str, Any]
Place = tuple[str, list[str]]
"""The name of an address and its arguments."""


def with_links(account: Account, facts: Json) -> Account:
    """Return the account with an address at every source that has a page."""
    places = _places(facts)
    linked = {key: _linked(one, places) for key, one in account.sources.items()}
    return replace(account, sources=linked)


def _linked(source: Source, places: dict[str, Place]) -> Source:
    name, args = places.get(source.key.partition(":")[0], ("", []))
    name, args = places.get(source.key, (name, args))
    return replace(source, link=_address(name, args)) if name else source


def _places(facts: Json) -> dict[str, Place]:
    """Return the name and arguments of the page, by key of the source or by its kind."""
    programme = facts["programme"]["id"]
    return {
        "measures": ("programme", [programme]),
        "money": ("programme", [programme]),
        "programme": ("programme", [programme]),
        "goals": ("monitoring", []),
        "deviations": ("deviations", []),
        "incidents": ("incidents", []),
        "joined": ("joined-programmes", []),
        **dict(_of_goals(facts)),
        **dict(_of_measures(facts, programme)),
        **{f"version:{one['id']}": ("programme", [one["id"]]) for one in facts["versions"]},
        **{f"deviation:{one['id']}": ("deviation", [one["id"]]) for one in facts["deviations"]},
        **{f"incident:{one['id']}": ("incident", [one["id"]]) for one in facts["incidents"]},
        **{
            f"change:{one['id']}": ("programme-change", [one["programme"], one["id"]])
            for one in facts["changes"]
        },
    }


def _of_goals(facts: Json) -> Iterator[tuple[str, Place]]:
    for one in facts["figures"]:
        if one["rows"]:
            yield one["key"], ("figure-origin", [one["rows"][0]["id"]])
    for one in facts["readings"]:
        yield one["key"], ("monitoring-goal", [one["goal"]])
    if facts["plan"]:
        for one in facts["goals"]:
            yield f"goal:{one['key']}", ("plan-goal-trace", [facts["plan"]["id"], one["key"]])


def _of_measures(facts: Json, programme: str) -> Iterator[tuple[str, Place]]:
    for one in facts["measures"]:
        page = ("measure", [programme, one["key"]])
        yield f"measure:{one['key']}", page
        for each in one["updates"]:
            yield f"update:{one['key']}:{each['number']}", page


def _address(name: str, args: list[str]) -> str:
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
