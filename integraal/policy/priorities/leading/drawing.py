"""A ring for everybody in the room: filled for who is done. Nobody can see who that is."""

from django.utils.safestring import SafeString, mark_safe

from integraal.foundation.ui.charts.frame import Size, described_svg

_STEP, _ROW = 44, 46


def dials(done: int, present: int) -> SafeString:
    """Return the rings; a larger room gets smaller ones, so that they keep to two or three rows."""
    count = max(present, done)
    a_row = 16 if count <= 32 else 24 if count <= 72 else 34
    shown = min(count, a_row * 4)
    parts = []
    for at in range(shown):
        x, y = 22 + (at % a_row) * _STEP, 24 + (at // a_row) * _ROW
        # Beyond what can be drawn the rings stand for shares; the words beside tell the number.
        is_on = at < (done if shown == count else round(done / count * shown))
        parts.append(_ring(x, y, is_on))
    rows = max(1, -(-shown // a_row))
    size = Size(a_row * _STEP, rows * _ROW + 4)
    said = f"{done} van {present} deelnemers zijn klaar."
    return mark_safe(described_svg(parts, size, "voortgang", "Voortgang van de ronde", said))


def _ring(x: int, y: int, is_on: bool) -> str:
    if not is_on:
        return f'<circle class="q-off" cx="{x}" cy="{y}" r="16"/>'
    return (
        f'<circle class="q-on" cx="{x}" cy="{y}" r="16"/>'
        f'<path class="s-in" d="M{x - 7} {y + 0.5}l5 5 9-10"/>'
    )
