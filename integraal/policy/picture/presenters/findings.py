"""What stands out in a picture (wat opvalt), as a page shows it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from integraal.foundation.ui import components as ui
from integraal.foundation.ui.dutch import day, listed
from integraal.policy.picture.models import Picture
from integraal.policy.picture.presenters.comparing import BESIDE, against_words
from integraal.policy.picture.presenters.figures import badge, unbroken
from integraal.policy.picture.standing_out import ORDER_IN_WORDS
from integraal.statistics import wording

Json = dict[str, Any]
MOST_AT_ONCE = 8


@dataclass(frozen=True)
class StandsOut:
    """The ranked list: what is shown at once, what is folded, and how to read it.

    Attributes:
        made: how many comparisons were made, and what chance alone would show.
        found: how many stand out, and how many of those are at most expected to be chance.
        families: per kind of comparison how many were made and how many stand out.
    """

    first: list[ui.Finding]
    more: list[ui.Finding]
    made: str
    found: str
    order: str
    families: list[str]


def stands_out(picture: Picture, content: Json) -> StandsOut:
    """Return the ranked list of a picture with the sentences about chance."""
    shown = findings(picture, content)
    families, made = content["families"], comparisons_made(content)
    found = sum(one["stand_out"] for one in families) if families else len(shown)
    said = wording.comparison_set(made, found, int(content["rules"]["chance_findings"]) / 100)
    return StandsOut(
        first=shown[:MOST_AT_ONCE],
        more=shown[MOST_AT_ONCE:],
        made=said[0],
        found=said[1],
        order=ORDER_IN_WORDS,
        families=[_family(one) for one in families],
    )


def comparisons_made(content: Json) -> int:
    """Return how many comparisons were tested, over all families; the first form had one."""
    families = content["families"]
    made: int = sum(one["made"] for one in families) if families else content["comparisons"]
    return made


def findings(picture: Picture, content: Json, most: int | None = None) -> list[ui.Finding]:
    """Return what stands out, ranked; ``most`` gives only the first ones."""
    return [_finding(picture, one) for one in content["findings"][:most]]


def _finding(picture: Picture, one: Json) -> ui.Finding:
    main = one["main"]
    also = [_also(each) for each in one["others"]]
    ending = f" Ook {listed(also)}." if also else ""
    fetched = day(date.fromisoformat(one["accessed"]))
    return ui.Finding(
        verdict=badge(main["verdict"]),
        subject=one["name"],
        say=f"{unbroken(main['verdict']['sentence'])}{ending}",
        source=f"{against_words(main)}. Bron: {one['credit']}, opgehaald {fetched}.",
        url=f"{reverse('theme', args=[picture.pk, one['theme']])}?cijfer={one['indicator']}#naast",
    )


def _also(found: Json) -> str:
    label = found["verdict"]["label"]
    return f"{label[:1].lower()}{label[1:]} vergeleken met {_inside(BESIDE[found['kind']])}"


def _inside(words: str) -> str:
    return words if words == "Nederland" else f"{words[:1].lower()}{words[1:]}"


def _family(one: Json) -> str:
    kind: str = one["kind"]
    name = BESIDE[kind.removesuffix("_measured")]
    name += " (beleving)" if kind.endswith("_measured") else ""
    by_chance = one["by_chance"].replace(".", ",")
    return (
        f"{name}: {one['made']} vergelijkingen, {one['stand_out']} opvallend; zonder strengere "
        f"maat zouden er door toeval ongeveer {by_chance} opvallen."
    )
