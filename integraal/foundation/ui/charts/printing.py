"""A chart for paper: a stand-alone SVG that a PDF maker without CSS variables can draw.

The colours are read from the same style sheets the screen uses, so they are written once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from integraal.foundation.ui.colours import mixed, read_hex, write_hex

STYLES = Path(__file__).resolve().parent.parent / "static" / "ui" / "css"
CHART_FILES = ("charts.css", "maps.css", "marks.css", "timelines.css", "session.css")
PAPER_FONT = "Figtree"
DRAWN = {
    "fill",
    "fill-opacity",
    "font",
    "font-size",
    "font-weight",
    "opacity",
    "stroke",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-width",
}
"""Properties that mean something in an SVG on paper; layout and the rest is left out."""
NAMED = {"black": "#000000", "white": "#ffffff"}
WIDEST_PART = re.compile(r'<div class="ig-chart__wide">(<svg.*?</svg>)</div>', re.DOTALL)


def for_print(svg: str, brand: Mapping[str, str] | None = None) -> str:
    """Return a stand-alone SVG with its own style.

    svg: one SVG of ui.charts, or the wide-and-narrow pair (the wide one is taken).
    brand: the municipality's values that differ, such as {"--ig-brand": "#6A1F4B"}.
    Raises ValueError when there is no SVG in it.
    """
    pair = WIDEST_PART.search(svg)
    drawing = pair.group(1) if pair else svg
    box = re.match(r'<svg[^>]*viewBox="0 0 ([0-9.]+) ([0-9.]+)"', drawing)
    if box is None:
        raise ValueError("no SVG with a viewBox to print")
    values = {**_tokens(), **dict(brand or {})}
    style = _style_for(_classes(drawing), values)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{box[1]}" height="{box[2]}" '
        f'font-family="{PAPER_FONT}" '
    )
    tag, rest = drawing.split(">", 1)
    tag = re.sub(r' (?:width|height)="[^"]*"', "", tag).replace("<svg ", head, 1)
    return f"{tag}><style>{style}</style>{rest}"


def _classes(svg: str) -> set[str]:
    return {name for group in re.findall(r'class="([^"]*)"', svg) for name in group.split()}


@cache
def _tokens() -> dict[str, str]:
    sheet = _without_comments((STYLES / "tokens.css").read_text(encoding="utf-8"))
    return dict(re.findall(r"(--[a-z0-9-]+):\s*([^;]+);", sheet))


@cache
def _rules() -> tuple[tuple[str, str], ...]:
    """Return (selector, declarations) of every rule outside an at-rule, in order."""
    found = []
    for name in CHART_FILES:
        sheet = _without_comments((STYLES / name).read_text(encoding="utf-8"))
        # An at-rule starts at the margin and ends at the first brace at the margin.
        sheet = re.sub(r"^@.*?^\}", "", sheet, flags=re.DOTALL | re.MULTILINE)
        found += re.findall(r"([^{}]+)\{([^{}]*)\}", sheet)
    return tuple((selector.strip(), body) for selector, body in found)


def _without_comments(sheet: str) -> str:
    return re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)


def _style_for(used: set[str], values: Mapping[str, str]) -> str:
    lines = []
    for selectors, body in _rules():
        kept = [s.strip() for s in selectors.split(",") if _applies(s.strip(), used)]
        declarations = _drawn(body, values)
        if kept and declarations:
            lines.append(f"{','.join(kept)}{{{declarations}}}")
    return "".join(lines)


def _applies(selector: str, used: set[str]) -> bool:
    names = set(re.findall(r"\.([A-Za-z0-9_-]+)", selector))
    return bool(names) and names <= used and not re.search(r"[:\[>+~]", selector)


def _drawn(body: str, values: Mapping[str, str]) -> str:
    kept = []
    for declaration in body.split(";"):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        if name not in DRAWN:
            continue
        if name == "font":
            weight, size = re.findall(r"^(\d+)\s+([0-9.]+px)", value)[0]
            kept.append(f"font-weight:{weight};font-size:{size}")
        else:
            kept.append(f"{name}:{_concrete(value, values)}")
    return ";".join(kept)


def _concrete(value: str, values: Mapping[str, str]) -> str:
    """Replace variables by their value and mixed colours by the colour they make."""
    while match := re.search(r"var\((--[a-z0-9-]+)\)", value):
        if match[1] not in values:
            raise ValueError(f"style value {match[1]} does not exist in tokens.css")
        value = value.replace(match[0], values[match[1]].strip())
    mix = re.fullmatch(r"color-mix\(in oklab, (\S+) (\d+)%, (\S+)\)", value)
    if mix:
        one, other = (read_hex(NAMED.get(part, part)) for part in (mix[1], mix[3]))
        return write_hex(mixed(one, int(mix[2]) / 100, other))
    return value
