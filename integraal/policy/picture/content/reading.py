"""Read the content of a picture, of whatever form it was frozen in."""

from typing import Any

from integraal.policy.picture.content.building import FORM, build_content
from integraal.policy.picture.models import Picture
from integraal.policy.picture.standing_out import what_stands_out

Json = dict[str, Any]
_SHOWN = ("small", "down", "up")
_EMPTY: Json = {"not_compared": [], "funnel": None, "months": []}


def content_of(picture: Picture) -> Json:
    """Return the content of a picture: as it was frozen, or else as it stands now."""
    if picture.frozen is None:
        return build_content(picture)
    return upgraded(picture.frozen)


def upgraded(content: Json) -> Json:
    """Return frozen content in the form of today; what its own form did not have is empty.

    The first form knew one comparison, with the year before; that one is kept as it was judged.
    """
    if content["form"] >= FORM:
        return content
    themed = [
        {**theme, "indicators": [upgraded_indicator(one, content["year"]) for one in
                                 theme["indicators"]]}
        for theme in content["themes"]
    ]  # fmt: skip
    findings = what_stands_out({theme["code"]: theme["indicators"] for theme in themed})
    return {**content, "families": [], "findings": findings, "themes": themed}


def upgraded_indicator(one: Json, year: int) -> Json:
    """Return an indicator of the first form, which held counts only, with what came later."""
    return {**_EMPTY, "side": "objective", "comparisons": _last_year(one, year), **one}


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
