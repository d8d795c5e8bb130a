"""A figure that is printed large, as the screen shows it."""

from dataclasses import dataclass
from typing import Any, Literal

from integraal.foundation.ui.charts.strip import Strip
from integraal.foundation.ui.components import Verdict

Json = dict[str, Any]
Direction = Literal["", "up", "down"]


@dataclass(frozen=True)
class ScreenFigure:
    """A figure with all that it may not be shown without.

    Attributes:
        details: rate, sample and margin, in words.
    """

    title: str
    value: str
    unit: str
    period: str
    details: list[str]
    strip: Strip | None
    verdict: Verdict
    sentence: str


def screen_figure(one: Json) -> ScreenFigure:
    """Return a figure for the screen; ``one`` is as it is printed large."""
    margin = f"marge (95 %) {one['interval']}" if one["has_margin"] else one["interval"]
    return ScreenFigure(
        title=one["title"],
        value=one["value"],
        unit=one["unit"],
        period=one["period"],
        details=[words for words in (one["rate"], one["sample"], margin) if words],
        strip=_strip(one["strip"]),
        verdict=_verdict(one["verdict"]),
        sentence=one["sentence"],
    )


def _strip(strip: Json | None) -> Strip | None:
    if strip is None:
        return None
    return Strip(
        value=strip["value"], low=strip["low"], high=strip["high"], before=strip["reference"]
    )


def _verdict(given: Json) -> Verdict:
    direction: Direction = "" if given["direction"] == "none" else given["direction"]
    return Verdict(given["kind"], given["label"], direction)
