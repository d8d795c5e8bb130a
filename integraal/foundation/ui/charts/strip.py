"""A value with its margin on one line of text. Hidden from screen readers: words beside say it."""

from __future__ import annotations

from dataclasses import dataclass

from integraal.foundation.ui.charts.frame import circle, line
from integraal.foundation.ui.charts.scales import (
    ChartRefused,
    Scale,
    must_be_finite,
    place,
)

TONES = ("", "good", "bad")


@dataclass(frozen=True)
class Strip:
    """value, low, high: in one unit. before: the period before. target: what is aimed at.

    top: right end of the line, so that strips beside each other compare; None fits the values.
    tone: "good", "bad" or nothing. width: user units.
    """

    value: float
    low: float
    high: float
    before: float | None = None
    target: float | None = None
    top: float | None = None
    tone: str = ""
    width: float = 220

    def __post_init__(self) -> None:
        must_be_finite("De strook", self.value, self.low, self.high, self.before, self.target)
        if not 0 <= self.low <= self.value <= self.high:
            raise ChartRefused("De marge van de strook sluit de waarde niet in.")
        if self.tone not in TONES:
            raise ChartRefused(f"Onbekende kleur van de strook: {self.tone}.")


def draw(spec: Strip) -> str:
    """Return the strip: dot = value, bar = margin, dashed tick = before, triangle = target."""
    highest = max(v for v in (spec.high, spec.before, spec.target, spec.top) if v is not None)
    x = Scale(0, highest * 1.05 or 1, 4, spec.width - 4)
    tone = f" {spec.tone}" if spec.tone else ""
    parts = [
        line("t-base", 4, 11, spec.width - 4, 11),
        (
            f'<rect class="t-int{tone}" x="{place(x(spec.low))}" y="7" '
            f'width="{place(x(spec.high) - x(spec.low))}" height="8" rx="4"/>'
        ),
    ]
    if spec.before is not None:
        parts.append(line("t-ref", x(spec.before), 3, x(spec.before), 19))
    if spec.target is not None:
        parts.append(f'<path class="t-tgt" d="M{place(x(spec.target))} 14l5 7h-10z"/>')
    parts.append(circle(f"t-dot{tone}", x(spec.value), 11, 5))
    return (
        f'<svg class="ig-strip" viewBox="0 0 {spec.width:g} 22" width="{spec.width:g}" '
        f'height="22" aria-hidden="true" focusable="false">{"".join(parts)}</svg>'
    )
