"""The municipality's shield: an SVG of a user, taken apart and built anew from what is allowed.

An SVG is a program: it can hold script, load from elsewhere and break out of the page. So nothing
of the file is kept as it is; only known shapes with known attributes are written again.
"""

from __future__ import annotations

import re
from html import escape
from xml.parsers import expat

LARGEST = 100_000
"""Bytes."""
MOST_ELEMENTS = 2_000
DEEPEST = 40
NAMESPACE = "http://www.w3.org/2000/svg"

PAINT = {
    "fill",
    "fill-opacity",
    "fill-rule",
    "clip-rule",
    "opacity",
    "stroke",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-miterlimit",
    "stroke-opacity",
    "stroke-width",
    "transform",
}
SHAPES: dict[str, set[str]] = {
    "svg": {"viewBox", "width", "height", "preserveAspectRatio"},
    "g": set(),
    "title": set(),
    "desc": set(),
    "path": {"d"},
    "rect": {"x", "y", "width", "height", "rx", "ry"},
    "circle": {"cx", "cy", "r"},
    "ellipse": {"cx", "cy", "rx", "ry"},
    "line": {"x1", "y1", "x2", "y2"},
    "polyline": {"points"},
    "polygon": {"points"},
}
IGNORED = {"defs", "metadata", "namedview"}
"""What drawing programs leave behind; dropped with all that is in it. A shape that refers to what
was defined there is refused for its reference."""
HARMLESS_ATTRIBUTES = {"id", "class", "version", "xml:space", "data-name", "enable-background"}
"""Dropped without a word: they do nothing once style sheets and references are gone."""
SAFE_VALUE = re.compile(r"[-+.,#%() \t\r\n0-9A-Za-z]*\Z")
UNSAFE_WORDS = re.compile(r"url|script|data|expression|import", re.IGNORECASE)


class ShieldRefused(ValueError):
    """The file is not a shield we can show; the sentence says what to do."""


def clean_shield(svg_bytes: bytes) -> str:
    """Return a safe SVG made from an uploaded one.

    svg_bytes: the file as sent, at most 100 kB, UTF-8 or as its XML declaration says.
    Raises ShieldRefused with a Dutch sentence.
    """
    if not svg_bytes.strip():
        raise ShieldRefused("Het bestand is leeg. Kies een SVG-bestand van uw wapen.")
    if len(svg_bytes) > LARGEST:
        raise ShieldRefused(
            f"Het bestand is {len(svg_bytes) // 1000} kB; het mag 100 kB zijn. "
            "Sla het wapen op zonder foto's en met minder detail."
        )
    builder = _Builder()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.words
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.EntityDeclHandler = _refuse_doctype
    parser.ProcessingInstructionHandler = _refuse_instruction
    try:
        parser.Parse(svg_bytes, True)
    except expat.ExpatError as error:
        raise ShieldRefused(
            f"Het bestand is geen goed SVG-bestand (regel {error.lineno}). "
            "Sla het opnieuw op als SVG."
        ) from error
    except (LookupError, ValueError) as error:
        if isinstance(error, ShieldRefused):
            raise
        raise ShieldRefused("De tekenset van het bestand is onbekend. Sla het op als UTF-8.") from (
            error
        )
    return builder.result()


def _refuse_doctype(*_: object) -> None:
    raise ShieldRefused(
        "Het bestand heeft een documenttype of eigen afkortingen (DOCTYPE). "
        "Sla het op als gewone SVG."
    )


def _refuse_instruction(*_: object) -> None:
    raise ShieldRefused(
        "Het bestand verwijst naar een stijlblad of programma. Sla het op als gewone SVG."
    )


class _Builder:
    """Writes allowed shapes again while the file is read."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.open: list[str] = []
        self.skipping = 0
        self.count = 0
        self.has_shape = False

    def start(self, full_name: str, attributes: dict[str, str]) -> None:
        namespace, _, name = full_name.rpartition(" ")
        self.count += 1
        if self.count > MOST_ELEMENTS or len(self.open) > DEEPEST:
            raise ShieldRefused("Het wapen heeft te veel onderdelen. Sla het eenvoudiger op.")
        if self.skipping or name in IGNORED:
            self.skipping += 1
            return
        if not self.open and (name != "svg" or namespace != NAMESPACE):
            raise ShieldRefused("Het bestand is geen SVG. Kies een SVG-bestand van uw wapen.")
        if namespace != NAMESPACE or name not in SHAPES or (self.open and name == "svg"):
            raise ShieldRefused(
                f"Het onderdeel <{name[:30]}> mag niet in een wapen. "
                "Zet het om in gewone vormen (paden) en sla het opnieuw op."
            )
        self.has_shape = self.has_shape or bool(self.open and name not in ("g", "title", "desc"))
        self.parts.append(f"<{name}{self._attributes(name, attributes)}>")
        self.open.append(name)

    def _attributes(self, name: str, given: dict[str, str]) -> str:
        kept = ""
        if name == "svg":
            kept = f' xmlns="{NAMESPACE}"' + self._view_box(given)
        for full_name, value in given.items():
            attribute = full_name.rpartition(" ")[2]
            if " " in full_name or attribute in HARMLESS_ATTRIBUTES:
                if attribute == "href":
                    raise ShieldRefused(
                        "Het wapen verwijst naar een ander bestand. Haal dat eruit."
                    )
                continue
            if attribute not in SHAPES[name] | PAINT:
                raise ShieldRefused(
                    f"Het kenmerk {attribute[:30]} mag niet in een wapen. "
                    "Sla het op als gewone SVG, met presentatiekenmerken."
                )
            if not SAFE_VALUE.match(value) or UNSAFE_WORDS.search(value):
                raise ShieldRefused(
                    f"De waarde van {attribute} mag niet in een wapen: {value[:30]}. "
                    "Gebruik gewone kleuren en maten."
                )
            if not (name == "svg" and attribute == "viewBox"):
                kept += f' {attribute}="{escape(value, quote=True)}"'
        return kept

    def _view_box(self, given: dict[str, str]) -> str:
        written = given.get("viewBox", "")
        if not written:
            sides = [re.match(r"[0-9.]+", given.get(side, "")) for side in ("width", "height")]
            if not all(sides):
                raise ShieldRefused("Het wapen heeft geen maten (viewBox). Sla het opnieuw op.")
            written = "0 0 " + " ".join(side.group() for side in sides if side)
        numbers = re.split(r"[ ,]+", written.strip())
        try:
            sizes = [float(number) for number in numbers]
        except ValueError:
            sizes = []
        if len(sizes) != 4 or not all(0 < size < 100_000 for size in sizes[2:]):
            raise ShieldRefused("De maten van het wapen (viewBox) kloppen niet.")
        return f' viewBox="{" ".join(numbers)}"'

    def words(self, words: str) -> None:
        if not self.skipping and self.open and self.open[-1] in ("title", "desc"):
            self.parts.append(escape(words, quote=True))

    def end(self, _: str) -> None:
        if self.skipping:
            self.skipping -= 1
            return
        self.parts.append(f"</{self.open.pop()}>")

    def result(self) -> str:
        if not self.has_shape:
            raise ShieldRefused("Er staat geen tekening in het bestand. Kies een ander bestand.")
        return "".join(self.parts)
