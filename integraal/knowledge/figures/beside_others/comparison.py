"""One figure laid beside something else: what was found, and what may be said. Pure.

The kinds are declared here, in the order in which a page shows them (decision 17).
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from integraal.knowledge.figures.verdicts import Direction, Kind, Verdict
from integraal.knowledge.indicators.definitions import Aim
from integraal.statistics.wording import Statement

Against = Literal["last_year", "five_years", "region", "similar", "country"]
ORDER: tuple[Against, ...] = get_args(Against)
Json = dict[str, object]
# What a verdict says when nothing may be made of it.
SILENT = ("few", "none", "no_data")

_DIRECTIONS: dict[str, Direction] = {
    "lower": "down", "maybe_lower": "down", "below": "down",
    "higher": "up", "maybe_higher": "up", "above": "up",
}  # fmt: skip


@dataclass(frozen=True)
class Comparison:
    """A figure beside something else, with its verdict.

    Attributes:
        against: what it is laid beside, in words.
        value, low, high: of that: a rate or a count with its margin or band, as text.
        unit: what these are of, in words.
        n: of how many municipalities or years it is made.
        stands_out: whether it does after correction in its family.
        ratio: own over other at the cautious end of the margin; 1 where nothing is shown.
        tested: whether it counts in the family.
        source: credit of what it is laid beside.
    """

    kind: Against
    against: str
    value: str | None
    low: str | None
    high: str | None
    unit: str
    n: int
    verdict: Verdict
    stands_out: bool
    ratio: float
    tested: bool
    source: str

    def as_json(self) -> Json:
        """The comparison as plain text, ready to be frozen."""
        return {
            "kind": self.kind,
            "against": self.against,
            "value": self.value,
            "low": self.low,
            "high": self.high,
            "unit": self.unit,
            "n": self.n,
            "verdict": verdict_json(self.verdict),
            "stands_out": self.stands_out,
            "cautious_ratio": f"{self.ratio:.3f}",
            "source": self.source,
        }


@dataclass(frozen=True)
class Set:
    """What was found of one kind, by code of the indicator, and why something is not there.

    Attributes:
        tested: how many comparisons the family has.
        accepted: the share of chance findings that is accepted among what stands out.
    """

    kind: str
    made: Mapping[str, Comparison] = field(default_factory=dict)
    refused: Mapping[str, str] = field(default_factory=dict)
    accepted: float = 0.05

    @property
    def tested(self) -> int:
        return sum(one.tested for one in self.made.values())

    def as_json(self) -> Json:
        """The size of the family, what stands out, and what chance alone would show."""
        return {
            "kind": self.kind,
            "made": self.tested,
            "stand_out": sum(one.stands_out for one in self.made.values()),
            "by_chance": f"{self.tested * self.accepted:.1f}",
        }


def verdict_json(verdict: Verdict) -> Json:
    """A verdict as plain text."""
    return {
        "kind": verdict.kind,
        "direction": verdict.direction,
        "favourable": verdict.favourable,
        "label": verdict.label,
        "sentence": verdict.sentence,
    }


def verdict_of(statement: Statement, aim: Aim, *, ratio: float, tested: int) -> Verdict:
    """Return a statement about a difference as a verdict.

    Args:
        ratio: own over other, for the direction of a small difference.
        tested: how many comparisons were judged together.
    """
    ending = statement.code.partition("_")[2].removeprefix("beside_")
    kind: Kind = "none" if ending == "within" else ending  # type: ignore[assignment]
    direction: Direction | None = _DIRECTIONS.get(kind)
    if kind in ("down", "up"):
        direction = kind  # type: ignore[assignment]
    if kind == "small":
        direction = "down" if ratio < 1 else "up"
    favourable = None if direction is None or aim == "none" else direction == aim
    return Verdict(
        kind=kind,
        direction=direction,
        favourable=favourable,
        label=statement.label,
        sentence=statement.detail,
        alone=statement.sentence,
        comparisons=tested,
    )


def cautious_ratio(lower: float, upper: float) -> float:
    """Return the end of the margin of a ratio that is nearest to no difference; 1 within it."""
    if lower > 1:
        return lower
    return upper if upper < 1 else 1.0


def ratio_beyond(count: float, lower: float, upper: float) -> float:
    """Return how far a count lies beyond a band, as a ratio to its nearest edge; 1 within it.

    A half is added to both, so that a count of zero does not lie infinitely far.
    """
    if lower <= count <= upper:
        return 1.0
    edge = upper if count > upper else lower
    ratio = (count + 0.5) / (edge + 0.5)
    return ratio if math.isfinite(ratio) else 1.0
