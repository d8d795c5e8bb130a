"""The line of the cycle on the home page: decoration behind seven links that say it in words."""

from __future__ import annotations

from dataclasses import dataclass

from integraal.foundation.ui.charts.scales import ChartRefused, place

# Places of the seven steps along the oval, as in cycle.css: the first four above, from left to
# right, the last three below, from right to left (user units of a 1136 x 264 drawing).
ABOVE = (142.0, 426.0, 710.0, 994.0)
BELOW = (954.0, 568.0, 187.0)


@dataclass(frozen=True)
class CycleLoop:
    """Where two rounds stand: 1 is at step 1, 6.3 is a third past step 6, 7 is all, 0 is none."""

    running: float
    starting: float = 0.0

    def __post_init__(self) -> None:
        for reached in (self.running, self.starting):
            if reached and not 1 <= reached <= 7:
                raise ChartRefused("Een ronde staat tussen stap 1 en stap 7, of is er niet (0).")


def _lap(reached: float, inset: float) -> str:
    """Return the path of a lap from step 1 on; empty when there is none."""
    if not reached:
        return ""
    top, bottom, radius = inset, 264 - inset, 132 - inset
    path = f"M{ABOVE[0]:g} {top:g}H"
    if reached <= 4:
        return path + place(_between(ABOVE, reached - 1))
    turn = f"1004A{radius:g} {radius:g} 0 0 1 1004 {bottom:g}H"
    return path + turn + place(_between((1004.0, *BELOW), reached - 4))


def _between(stops: tuple[float, ...], reached: float) -> float:
    """Interpolate between stops: 0 is the first, 1.5 halfway the second and the third."""
    index = min(int(reached), len(stops) - 2)
    return stops[index] + (stops[index + 1] - stops[index]) * (reached - index)


def draw(spec: CycleLoop) -> str:
    """Return the oval with the running round and, inside it, the round that is starting."""
    oval = "M142 0H1004A132 132 0 0 1 1004 264H132A132 132 0 0 1 132 0H142"
    inner = "M142 17H1004A115 115 0 0 1 1004 247H132A115 115 0 0 1 132 17"
    parts = [f'<path class="l-track" d="{oval}"/>']
    if spec.starting:
        parts.append(f'<path class="l-newtrack" d="{inner}"/>')
    if running := _lap(spec.running, 0):
        parts.append(f'<path class="l-done" d="{running}"/>')
    if starting := _lap(spec.starting, 17):
        parts.append(f'<path class="l-new" d="{starting}"/>')
    return (
        '<svg class="ig-loop__line" viewBox="0 0 1136 264" preserveAspectRatio="none" '
        f'aria-hidden="true" focusable="false">{"".join(parts)}</svg>'
    )
