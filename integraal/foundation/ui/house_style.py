"""What a municipality may set of its look: six values, refused with a sentence where they fail.

Ink, verdicts, status, charts, maps, sizes and focus are not settable: a figure means the same in
every municipality, and the contrast checks of the fixed colours stay true.
"""

from __future__ import annotations

from dataclasses import dataclass

from integraal.foundation.ui.colours import contrast, read_hex

FONTS: dict[str, str] = {
    "Figtree": '"Figtree", "Segoe UI", system-ui, sans-serif',
    "Source Serif 4": '"Source Serif 4", Georgia, "Times New Roman", serif',
}
"""The fonts that are shipped, with what stands in while they load. Both have tabular figures."""

INK = "#12242A"
WHITE = "#FFFFFF"
BRAND_ON_WHITE = 7.0
ON_BRAND_ON_BRAND = 4.5
INK_ON_ACCENT = 7.0
LARGEST_RADIUS = 10


class HouseStyleRefused(ValueError):
    """The style may not be used; the message says why in sentences a user may read."""


@dataclass(frozen=True)
class HouseStyle:
    """brand, on_brand, accent: #RRGGBB. font_ui, font_voice: a name in FONTS.

    radius: of corners, in CSS pixels, 0 to 10.
    """

    brand: str
    on_brand: str
    accent: str
    font_ui: str
    font_voice: str
    radius: int


DEFAULT = HouseStyle(
    brand="#0B5561",
    on_brand="#FFFFFF",
    accent="#F4B740",
    font_ui="Figtree",
    font_voice="Source Serif 4",
    radius=6,
)


def problems(style: HouseStyle) -> list[str]:
    """Return what is wrong, in Dutch sentences that say what to do; an empty list is good."""
    found = _unreadable_colours(style)
    if not found:
        found = _too_little_contrast(style)
    for name, font in (("schermtekst", style.font_ui), ("lopende tekst", style.font_voice)):
        if font not in FONTS:
            found.append(f"De letter voor {name} is niet bekend. Kies uit {' of '.join(FONTS)}.")
    if isinstance(style.radius, bool) or not isinstance(style.radius, int):
        found.append("De ronding van hoeken is geen heel getal. Kies 0 tot en met 10 pixels.")
    elif not 0 <= style.radius <= LARGEST_RADIUS:
        found.append(f"De ronding van hoeken is {style.radius}. Kies 0 tot en met 10 pixels.")
    return found


def _unreadable_colours(style: HouseStyle) -> list[str]:
    named = {
        "hoofdkleur": style.brand,
        "kleur op de hoofdkleur": style.on_brand,
        "accentkleur": style.accent,
    }
    found = []
    for name, written in named.items():
        try:
            read_hex(written)
        except ValueError:
            found.append(f"De {name} is geen kleur. Schrijf hem zo: #0B5561.")
    return found


def _too_little_contrast(style: HouseStyle) -> list[str]:
    pairs = (
        (style.brand, WHITE, BRAND_ON_WHITE, "De hoofdkleur is te licht op wit", "donkerder kleur"),
        (
            style.on_brand,
            style.brand,
            ON_BRAND_ON_BRAND,
            "De letters op de hoofdkleur zijn slecht te lezen",
            "kleur die meer verschilt, zoals wit",
        ),
        (INK, style.accent, INK_ON_ACCENT, "De accentkleur is te donker", "lichtere kleur"),
    )
    found = []
    for one, other, least, sentence, advice in pairs:
        ratio = contrast(read_hex(one), read_hex(other))
        if ratio < least:
            # Rounded down, so that a refused 6.96 never reads as the 7.0 that is asked.
            shown = f"{int(ratio * 10) / 10:.1f}".replace(".", ",")
            asked = f"{least:.1f}".replace(".", ",")
            found.append(
                f"{sentence}: het contrast is {shown} en moet {asked} of meer zijn. "
                f"Kies een {advice}."
            )
    return found


def as_css(style: HouseStyle) -> str:
    """Return the stylesheet that sets the six values. Raises HouseStyleRefused."""
    found = problems(style)
    if found:
        raise HouseStyleRefused(" ".join(found))
    return (
        ":root {\n"
        f"  --ig-brand: {style.brand.strip()};\n"
        f"  --ig-on-brand: {style.on_brand.strip()};\n"
        f"  --ig-accent: {style.accent.strip()};\n"
        f"  --ig-font-ui: {FONTS[style.font_ui]};\n"
        f"  --ig-font-voice: {FONTS[style.font_voice]};\n"
        f"  --ig-radius: {style.radius}px;\n"
        "}\n"
    )
