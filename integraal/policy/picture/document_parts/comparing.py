"""A theme laid beside other years and places, and what is counted beside what people say."""

from collections.abc import Sequence
from typing import Any

from integraal.foundation.ui.dutch import listed
from integraal.policy.picture.document_parts.key_figures import line
from integraal.policy.picture.document_parts.said import (
    badge_of,
    inside_sentence,
    is_subjective,
    written,
)
from integraal.policy.picture.presenters.comparing import BESIDE

Json = dict[str, Any]
KINDS = ("last_year", "five_years", "region", "similar", "country")
"""In the order in which they are printed; months have a chart of their own."""
NOTHING = "niet vergeleken"
MOST_PER_SIDE = 3
ONLY_COUNTED = (
    "Over dit thema is alleen geteld. Hoe inwoners het ervaren, weten we niet uit deze cijfers."
)
ONLY_ASKED = (
    "Over dit thema is alleen gevraagd wat inwoners ervaren. Er is geen telling om ernaast te "
    "leggen."
)


def comparisons_of(indicators: Sequence[Json]) -> Json | None:
    """Return the table of comparisons: a row for each figure, a column for each kind made."""
    made = [{one["kind"]: one for one in each.get("comparisons") or ()} for each in indicators]
    kinds = [kind for kind in KINDS if any(kind in each for each in made)]
    rows = [
        {"name": one["short_name"], "cells": [_cell(each.get(kind)) for kind in kinds]}
        for one, each in zip(indicators, made, strict=True)
        if each
    ]
    if not kinds or not rows:
        return None
    return {
        "head": [BESIDE[kind] for kind in kinds],
        "against": [_shared_against(made, kind) for kind in kinds],
        "rows": rows,
        "source": _sources(indicators),
    }


def not_compared_of(indicators: Sequence[Json]) -> list[str]:
    """Return why some comparisons were not made, each reason once with what it is of."""
    reasons: dict[str, tuple[list[str], list[str]]] = {}
    for one in indicators:
        for refused in one.get("not_compared") or ():
            kinds, names = reasons.setdefault(refused["why"], ([], []))
            kinds.append(inside_sentence(BESIDE.get(refused["kind"], refused["kind"])))
            names.append(one["short_name"])
    return [
        f"Niet naast {_each_once(kinds)} ({_each_once(names)}): {inside_sentence(why)}"
        for why, (kinds, names) in reasons.items()
    ]


def _each_once(words: Sequence[str]) -> str:
    return listed(list(dict.fromkeys(words)))


def sides_of(indicators: Sequence[Json], telling: Sequence[Json]) -> Json | None:
    """Return what was counted beside what people say, and what is missing; none without figures."""
    if not indicators:
        return None
    first = {one["code"]: place for place, one in enumerate(telling)}
    ordered = sorted(indicators, key=lambda one: first.get(one["code"], len(first)))
    counted = [line(one) for one in ordered if not is_subjective(one)][:MOST_PER_SIDE]
    asked = [line(one) for one in ordered if is_subjective(one)][:MOST_PER_SIDE]
    lacking = "" if counted and asked else (ONLY_COUNTED if counted else ONLY_ASKED)
    return {"counted": counted, "asked": asked, "lacking": lacking}


def _shared_against(made: Sequence[Json], kind: str) -> str:
    """Return what all figures were laid beside, when that is the same for each."""
    named = {each[kind]["against"] for each in made if kind in each}
    return str(named.pop()) if len(named) == 1 else ""


def _cell(one: Json | None) -> Json:
    if one is None:
        return {"verdict": None, "against": NOTHING, "value": ""}
    return {
        "verdict": badge_of(one["verdict"]),
        "against": one["against"],
        "value": _value(one),
    }


def _value(one: Json) -> str:
    """Return what it was laid beside: a value with its margin or band, and of how many."""
    low, high = one.get("low"), one.get("high")
    band = f"{written(low)} tot {written(high)}" if low is not None and high is not None else ""
    if one["value"] is None:
        return band
    return f"{written(one['value'])} ({band})" if band else written(one["value"])


def _sources(indicators: Sequence[Json]) -> str:
    named = [
        str(one["source"])
        for each in indicators
        for one in each.get("comparisons") or ()
        if one.get("source")
    ]
    return "; ".join(dict.fromkeys(named))
