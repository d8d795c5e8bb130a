"""Lay the contents of two pictures side by side: each count judged, what was revised told. Pure.

All counts that stand side by side are one family: the correction for their number does not depend
on which theme somebody looks at.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from integraal.knowledge.figures.estimates import AreaRef, Estimate, SnapshotRef, from_count
from integraal.knowledge.figures.verdicts import USUAL_LIMITS, Verdict, compare_family
from integraal.knowledge.indicators.periods import Period
from integraal.statistics.wording import Limits

Json = dict[str, Any]
OTHER_DEFINITION = "De definitie is veranderd, dus de twee cijfers zijn niet te vergelijken."


@dataclass(frozen=True)
class FigureBeside:
    """One figure in two pictures.

    Attributes:
        before, now: the indicator as each picture holds it; None where it is not in it.
        verdict: on the change; None where none may be made.
        why_not: a sentence, when there is no verdict.
        revised: what the earlier year became in the later picture; empty when nothing.
    """

    name: str
    before: Json | None
    now: Json | None
    verdict: Verdict | None = None
    why_not: str = ""
    revised: str = ""


@dataclass(frozen=True)
class ThemeBeside:
    """One theme in two pictures."""

    name: str
    before: Json | None
    now: Json | None
    figures: list[FigureBeside]


def lay_beside(earlier: Json, later: Json, limits: Limits = USUAL_LIMITS) -> list[ThemeBeside]:
    """Return every theme of either picture, those of the later one first.

    Args:
        earlier, later: contents of pictures; the year of ``later`` is the later one.
        limits: when something may be said.
    """
    pairs = _pairs(earlier, later)
    judged = _judge(pairs, limits)
    before, now = _by_code(earlier), _by_code(later)
    return [
        ThemeBeside(
            name=(now.get(code) or before[code])["name"],
            before=before.get(code),
            now=now.get(code),
            figures=[
                _figure(*pairs[theme, one], judged.get((theme, one)), earlier["year"])
                for theme, one in pairs
                if theme == code
            ],
        )
        for code in dict.fromkeys([*now, *before])
    ]


Pairs = dict[tuple[str, str], tuple[Json | None, Json | None]]


def _pairs(earlier: Json, later: Json) -> Pairs:
    found: Pairs = {}
    before, now = _by_code(earlier), _by_code(later)
    for theme in dict.fromkeys([*now, *before]):
        new = _by_code(now.get(theme, {}), "indicators")
        old = _by_code(before.get(theme, {}), "indicators")
        for code in dict.fromkeys([*new, *old]):
            found[theme, code] = (old.get(code), new.get(code))
    return found


def _judge(pairs: Pairs, limits: Limits) -> dict[tuple[str, str], Verdict]:
    counted = {
        key: (_estimate(before), _estimate(now), now["aim"])
        for key, (before, now) in pairs.items()
        if before and now and _can_be_judged(before, now)
    }
    verdicts = compare_family(list(counted.values()), limits)
    return dict(zip(counted, verdicts, strict=True))


def _can_be_judged(before: Json, now: Json) -> bool:
    both = (before["estimate"], now["estimate"])
    return all(_is_count(one) for one in both) and _same_definition(before, now)


def _is_count(estimate: Json | None) -> bool:
    return bool(estimate and estimate["value"] and "." not in estimate["value"])


def _same_definition(before: Json, now: Json) -> bool:
    old, new = before["estimate"], now["estimate"]
    return bool(old["indicator_version"] == new["indicator_version"])


def _estimate(one: Json) -> Estimate:
    """Return the count of a picture as the type that verdicts are made of."""
    shown = one["estimate"]
    snapshot = shown["snapshot"]
    return from_count(
        int(shown["value"]),
        period=Period.from_code(shown["period"]),
        area=AreaRef(shown["area"]["code"], shown["area"]["name"]),
        indicator=shown["indicator"],
        indicator_version=shown["indicator_version"],
        snapshot=SnapshotRef(
            snapshot["id"],
            snapshot["name"],
            snapshot["sha256"],
            date.fromisoformat(snapshot["accessed"]),
        ),
        rounded_to=int(shown["rounded_to"]),
        provisional=shown["provisional"],
    )


def _figure(
    before: Json | None, now: Json | None, verdict: Verdict | None, earlier_year: int
) -> FigureBeside:
    name = (now or before or {})["name"]
    if verdict:
        return FigureBeside(name, before, now, verdict, "", _revised(before, now, earlier_year))
    return FigureBeside(name, before, now, None, _why_not(before, now))


def _why_not(before: Json | None, now: Json | None) -> str:
    if before is None:
        return "Dit cijfer stond niet in het eerdere beeld."
    if now is None:
        return "Dit cijfer staat niet meer in het latere beeld."
    if not before["estimate"] or not now["estimate"]:
        return "Een van beide beelden heeft hier geen cijfer."
    if not _same_definition(before, now):
        return OTHER_DEFINITION
    return "Over dit cijfer is geen oordeel te geven; lees de twee waarden met hun marge."


def _revised(before: Json | None, now: Json | None, year: int) -> str:
    if not before or not now:
        return ""
    was = before["estimate"]["value"]
    became = next((one["value"] for one in now["years"] if one["year"] == year), None)
    if became is None or became == was:
        return ""
    return f"Het cijfer over {year} is herzien: toen {was}, nu {became}."


def _by_code(content: Json, key: str = "themes") -> dict[str, Json]:
    return {one["code"]: one for one in content.get(key, [])}
