"""A course in the size of a word. Hidden from screen readers: the sentence beside it says it."""

from __future__ import annotations

from dataclasses import dataclass

from integraal.foundation.ui.charts.frame import circle, label, line
from integraal.foundation.ui.charts.scales import (
    ChartRefused,
    Scale,
    must_be_finite,
    points,
)

TONES = ("", "good", "bad", "watch")


@dataclass(frozen=True)
class Spark:
    """values: one or more in order of time, None where missing; first, last: their labels.

    tone: colour of the last dot: "good", "bad", "watch" or nothing.
    """

    values: tuple[float | None, ...]
    first: str
    last: str
    tone: str = ""

    def __post_init__(self) -> None:
        must_be_finite("De lijn", *self.values)
        if not any(value is not None for value in self.values):
            raise ChartRefused("Een lijn heeft ten minste één waarde nodig.")
        if self.tone not in TONES:
            raise ChartRefused(f"Onbekende kleur van de lijn: {self.tone}.")


def draw(spec: Spark) -> str:
    """Return the line from zero, cut where a value is missing, with a dot on the last value."""
    highest = max(value for value in spec.values if value is not None)
    y = Scale(0, highest or 1, 36, 9.5)
    x = Scale(0, max(1, len(spec.values) - 1), 5, 105)
    runs: list[list[tuple[float, float]]] = [[]]
    for index, value in enumerate(spec.values):
        if value is None:
            runs.append([])
        else:
            runs[-1].append((x(index), y(value)))
    known = [run for run in runs if run]
    tone = f" {spec.tone}" if spec.tone else ""
    parts = [
        line("t-base", 2, 36, 110, 36),
        label("c-tiny", 2, 51, spec.first),
        label("c-tiny", 110, 51, spec.last, "end"),
        *(f'<path class="c-spark" d="{points(run)}"/>' for run in known if len(run) > 1),
        circle(f"t-dot{tone}", *known[-1][-1], 4.5),
    ]
    return (
        '<svg class="ig-spark" viewBox="0 0 112 56" width="112" height="56" '
        f'aria-hidden="true" focusable="false">{"".join(parts)}</svg>'
    )
