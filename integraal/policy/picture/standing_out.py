"""What stands out: one ranked list over all themes and kinds of comparison (wat opvalt).

Pure: content in, content out. One line per indicator: the comparisons that stand out for it are
gathered, the one that ranks first in front. Nothing here judges; it takes over what the declared
set judged (decision 17), so a filter on the list changes no verdict.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

Json = dict[str, Any]

ORDER_IN_WORDS = (
    "Eerst wat ongunstig is, dan wat gunstig noch ongunstig is, dan wat gunstig is. "
    "Daarbinnen staat bovenaan wat aan de voorzichtige kant van de marge het meest verschilt."
)
# Unfavourable first; what nobody wishes for either way between the two.
_WISH = {False: 0, None: 1, True: 2}
_KINDS = ("last_year", "five_years", "similar", "region", "country", "month")


class Family(Protocol):
    """One kind of comparison with its size."""

    def as_json(self) -> dict[str, object]: ...


def families_of(sets: Iterable[Family]) -> list[Json]:
    """Return the families that were tested: how many, what stands out, what chance would show."""
    found = [one.as_json() for one in sets]
    return [one for one in found if one["made"]]


def what_stands_out(of_theme: Mapping[str, Sequence[Json]]) -> list[Json]:
    """Return the ranked list.

    Args:
        of_theme: code of a theme to its indicators, as the content of a picture holds them.

    Returns:
        One entry per indicator that stands out, each with its main comparison and the others.
    """
    entries = [
        entry
        for theme, indicators in of_theme.items()
        for one in indicators
        if (entry := _entry(theme, one))
    ]
    return sorted(entries, key=lambda entry: (*_rank(entry["main"]), entry["indicator"]))


def difference(found: Mapping[str, Any]) -> float:
    """Return how large a difference is at its cautious end; twice and half are as large."""
    ratio = float(found["cautious_ratio"])
    return abs(math.log(ratio)) if ratio > 0 else 0.0


def _entry(theme: str, one: Json) -> Json | None:
    found = [compared for compared in one["comparisons"] if compared["stands_out"]]
    found += [month] if (month := _newest_alarm(one)) else []
    if not found:
        return None
    ranked = sorted(found, key=_rank)
    return {
        "indicator": one["code"],
        "theme": theme,
        "name": one["name"],
        "side": one["side"],
        "credit": one["credit"],
        "accessed": one["estimate"]["snapshot"]["accessed"],
        "main": _shown(ranked[0]),
        "others": [_shown(each) for each in ranked[1:]],
    }


def _rank(found: Mapping[str, Any]) -> tuple[int, float, int]:
    kind = _KINDS.index(found["kind"])
    return _WISH[found["verdict"]["favourable"]], -difference(found), kind


def _shown(found: Mapping[str, Any]) -> Json:
    kept = ("kind", "against", "verdict", "cautious_ratio", "source")
    return {name: found[name] for name in kept}


def _newest_alarm(one: Json) -> Json | None:
    """Return the newest judged month when it stands out; a signal, as the round judged it."""
    judged = [month for month in one["months"] if month["standing"] in ("alarm", "usual")]
    if not judged or judged[-1]["standing"] != "alarm":
        return None
    month = judged[-1]
    band = month["expected"]
    ratio = (float(month["value"]) + 0.5) / (float(band["high"]) + 0.5) if band else 1.0
    return {
        "kind": "month",
        "against": "wat de maanden ervoor deden verwachten",
        "verdict": {
            "kind": "above",
            "direction": "up",
            "favourable": None if one["aim"] == "none" else one["aim"] == "up",
            "label": month["label"],
            "sentence": month["sentence"],
        },
        "cautious_ratio": f"{max(ratio, 1.0):.3f}",
        "source": one["credit"],
    }
