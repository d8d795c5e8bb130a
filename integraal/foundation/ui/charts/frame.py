"""What every chart has: a described SVG, in a wide and a narrow form."""

from __future__ import annotations

from dataclasses import dataclass

from integraal.foundation.ui.charts.scales import ChartRefused, Scale, place, text
from integraal.foundation.ui.dutch import number

CHARACTER_WIDTH = 7.2
"""Mean width in user units of a 13 px Figtree character: enough to keep labels apart."""


@dataclass(frozen=True)
class Size:
    """Outer size of a drawing in user units, about one CSS pixel each when shown full width."""

    width: float
    height: float


def described_svg(
    parts: list[str],
    size: Size,
    uid: str,
    title: str,
    description: str,
    extra_class: str = "",
) -> str:
    """Wrap shapes in an SVG that tells a screen reader what it shows.

    uid: unique in the page; letters and digits. title, description: plain text, required.
    """
    if not title.strip() or not description.strip():
        raise ChartRefused("Een grafiek heeft een titel en een beschrijving nodig.")
    name = text(uid)
    return (
        f'<svg class="ig-svg{extra_class}" viewBox="0 0 {size.width:g} {size.height:g}" '
        f'role="img" aria-labelledby="{name}t {name}d">'
        f'<title id="{name}t">{text(title)}</title><desc id="{name}d">{text(description)}</desc>'
        f"{''.join(parts)}</svg>"
    )


def wide_and_narrow(wide: str, narrow: str) -> str:
    """Put both forms in the page; a container query shows one of them."""
    return (
        f'<div class="ig-chart"><div class="ig-chart__wide">{wide}</div>'
        f'<div class="ig-chart__narrow">{narrow}</div></div>'
    )


def line(css: str, x1: float, y1: float, x2: float, y2: float) -> str:
    """Return a straight line with a class."""
    return (
        f'<line class="{css}" x1="{place(x1)}" x2="{place(x2)}" y1="{place(y1)}" y2="{place(y2)}"/>'
    )


def label(css: str, x: float, y: float, words: object, anchor: str = "start") -> str:
    """Return escaped words at a place; anchor is start, middle or end."""
    anchored = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text class="{css}" x="{place(x)}" y="{place(y)}"{anchored}>{text(words)}</text>'


def circle(css: str, x: float, y: float, radius: float) -> str:
    """Return a circle with a class."""
    return f'<circle class="{css}" cx="{place(x)}" cy="{place(y)}" r="{radius:g}"/>'


def hatching(pattern_id: str, background: str, stroke: str, step: int = 6) -> str:
    """Return the definition of a hatch: a background class and a line class."""
    return (
        f'<defs><pattern id="{text(pattern_id)}" width="{step}" height="{step}" '
        'patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        f'<rect class="{background}" width="{step}" height="{step}"/>'
        f'<line class="{stroke}" x1="0" x2="0" y1="0" y2="{step}"/></pattern></defs>'
    )


def shown_labels(labels: tuple[str, ...], room: float) -> set[int]:
    """Choose which labels fit beside each other, counted back from the last one.

    room: user units between two neighbouring labels.
    """
    if not labels:
        return set()
    widest = max(len(words) for words in labels) * CHARACTER_WIDTH + 8
    step = 1 if room <= 0 else max(1, -int(-widest // room))
    return set(range(len(labels) - 1, -1, -step))


def value_axis(ticks: tuple[float, ...], scale: Scale, left: float, right: float) -> list[str]:
    """Return grid lines with their value in Dutch left of them."""
    parts = []
    for tick in ticks:
        y = scale(tick)
        parts.append(line("c-grid", left, y, right, y))
        parts.append(label("c-ax", left - 8, y + 4, number(round(tick, 10)), "end"))
    return parts
