"""Which figures of a theme are printed large: a rule, so that nobody picks what suits.

1. What stands in the list of findings of the whole picture, in that order.
2. Then what changed demonstrably, first what went the wrong way; then small changes; then what
   shows no change; then what is too small to judge.
3. Within the same, the largest count first.
4. Where a theme has figures of both kinds, at least one is counted and one is what people said.
"""

from collections.abc import Sequence
from typing import Any

from integraal.policy.picture.document_parts.said import is_measured, is_subjective
from integraal.policy.picture.presenters.figures import verdict_of

Json = dict[str, Any]
MOST = 4
RULE = (
    "Per thema staan ten hoogste vier cijfers groot: eerst wat in de lijst met bevindingen staat, "
    "dan wat aantoonbaar veranderde, en bij gelijke stand het grootste aantal. Zijn er getelde "
    "en gevraagde cijfers, dan staat van beide er ten minste één bij. Alle andere cijfers staan "
    "in de tabel van het thema."
)
_ORDER = {"up": 1, "down": 1, "small": 3, "none": 4, "few": 5, "no_data": 6}


def most_telling(indicators: Sequence[Json], findings: Sequence[Json]) -> list[Json]:
    """Return at most four indicators of one theme, the most telling first."""
    rank: dict[str, int] = {}
    for place, one in enumerate(findings):
        rank.setdefault(one["indicator"], place)
    ordered = sorted(indicators, key=lambda one: (rank.get(one["code"], len(rank)), *_weight(one)))
    chosen = ordered[:MOST]
    lacking = _lacking_side(ordered, chosen)
    return [*chosen[:-1], lacking] if lacking else chosen


def others(indicators: Sequence[Json], chosen: Sequence[Json]) -> list[Json]:
    """Return the indicators that are not printed large, in their own order."""
    codes = {one["code"] for one in chosen}
    return [one for one in indicators if one["code"] not in codes]


def _weight(one: Json) -> tuple[int, float, str]:
    verdict = verdict_of(one)
    kind = _ORDER.get(verdict["kind"], 4) if verdict else 6
    good = bool(verdict and verdict["favourable"] and kind == 1)
    value = one["estimate"]["value"] if one["estimate"] else None
    size = 0.0 if value is None or is_measured(one["estimate"]) else float(value)
    return kind + good, -size, one["code"]


def _lacking_side(ordered: Sequence[Json], chosen: Sequence[Json]) -> Json | None:
    """Return the most telling figure of the side that the chosen ones have none of."""
    if len(chosen) < 2 or len({is_subjective(one) for one in chosen}) > 1:
        return None
    side = is_subjective(chosen[0])
    return next((one for one in ordered if is_subjective(one) != side), None)
