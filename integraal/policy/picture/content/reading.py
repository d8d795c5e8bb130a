"""Read the content of a picture, of whatever form it was frozen in."""

from typing import Any

from integraal.policy.picture.content.building import build_content
from integraal.policy.picture.models import Picture
from integraal.policy.picture.parts import STORY
from integraal.policy.picture.rules import YEARS_BACK
from integraal.policy.picture.standing_out import what_stands_out

Json = dict[str, Any]
_SHOWN = ("small", "down", "up")
# What the first form did not have yet.
_OF_AN_INDICATOR: Json = {"side": "objective", "not_compared": [], "funnel": None, "months": []}
_OF_A_PICTURE: Json = {"passages": {}, "promises": [], "referrals": [], "families": []}


def content_of(picture: Picture) -> Json:
    """Return the content of a picture: as it was frozen, or else as it stands now."""
    return build_content(picture) if picture.frozen is None else in_this_form(picture.frozen)


def in_this_form(frozen: Json) -> Json:
    """Return frozen content in the form of today; what its own form did not know is empty."""
    themes = [theme_in_this_form(theme, frozen["year"]) for theme in frozen["themes"]]
    found = {**over_all_in_this_form(frozen), "themes": themes}
    if "findings" not in frozen:
        found["findings"] = what_stands_out({one["code"]: one["indicators"] for one in themes})
    return found


def over_all_in_this_form(frozen: Json) -> Json:
    """Return what a picture holds beside its themes in the form of today."""
    return {**_OF_A_PICTURE, "first_year": frozen["year"] - YEARS_BACK + 1, **frozen}


def theme_in_this_form(theme: Json, year: int) -> Json:
    """Return one theme in the form of today.

    The first form knew one comparison, with the year before; that one is kept as it was judged.
    """
    kept = {key: value for key, value in theme.items() if not key.startswith("text")}
    return {
        "passages": _story_of(theme),
        "contributions": [],
        **kept,
        "indicators": [
            {**_OF_AN_INDICATOR, "comparisons": _last_year(one, year), **one}
            for one in theme["indicators"]
        ],
    }


def _story_of(theme: Json) -> Json:
    if not theme.get("text"):
        return {}
    return {STORY.code: {"text": theme["text"], "by": theme["text_by"], "on": theme["text_on"]}}


def _last_year(one: Json, year: int) -> list[Json]:
    verdict, before = one["verdict"], one["before"]
    if not verdict or not before:
        return []
    stands_out = verdict["kind"] in _SHOWN
    return [
        {
            "kind": "last_year",
            "against": str(year - 1),
            "value": before["value"],
            "low": before["low"],
            "high": before["high"],
            "unit": one["unit"],
            "n": 1,
            "verdict": verdict,
            "stands_out": stands_out,
            "cautious_ratio": "1.000",
            "source": one["credit"],
        }
    ]
