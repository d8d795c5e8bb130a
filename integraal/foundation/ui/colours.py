"""Colours as numbers: contrast as WCAG 2.2 defines it, and mixing as CSS does in oklab. Pure."""

from __future__ import annotations

import re

Rgb = tuple[float, float, float]
"""Red, green and blue, each 0 to 1, gamma-encoded as in sRGB."""

HEX = re.compile(r"#[0-9a-fA-F]{6}\Z")


def read_hex(written: str) -> Rgb:
    """Read #RRGGBB (or #RGB). Raises ValueError for anything else."""
    colour = written.strip()
    if re.fullmatch(r"#[0-9a-fA-F]{3}", colour):
        colour = "#" + "".join(sign * 2 for sign in colour[1:])
    if not HEX.match(colour):
        raise ValueError(f"not a colour of the form #RRGGBB: {written!r}")
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def write_hex(colour: Rgb) -> str:
    """Write a colour as #rrggbb; values outside 0 to 1 are brought inside."""
    return "#" + "".join(f"{round(min(1.0, max(0.0, part)) * 255):02x}" for part in colour)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _encoded(part: float) -> float:
    if part <= 0.0031308:
        return 12.92 * part
    return 1.055 * part ** (1 / 2.4) - 0.055


def luminance(colour: Rgb) -> float:
    """Return the relative luminance, 0 (black) to 1 (white): WCAG 2.2, definition."""
    red, green, blue = (_linear(part) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Rgb, other: Rgb) -> float:
    """Return the contrast ratio, 1 to 21: WCAG 2.2, definition."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(one: Rgb, share: float, other: Rgb) -> Rgb:
    """Mix a share (0 to 1) of one with the rest of the other in oklab, as CSS color-mix does."""
    a, b = _to_oklab(one), _to_oklab(other)
    return _from_oklab(
        (
            a[0] * share + b[0] * (1 - share),
            a[1] * share + b[1] * (1 - share),
            a[2] * share + b[2] * (1 - share),
        )
    )


# The two matrices are those of the oklab colour space as CSS Color 4 gives them.
def _to_oklab(colour: Rgb) -> tuple[float, float, float]:
    red, green, blue = (_linear(part) for part in colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _from_oklab(lab: tuple[float, float, float]) -> Rgb:
    lightness, a, b = lab
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    red = 4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short
    green = -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short
    blue = -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short
    return _encoded(red), _encoded(green), _encoded(blue)
