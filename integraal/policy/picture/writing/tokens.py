"""A figure inside a text, written so that a person can read it: ``[[woninginbraak aantal 2025]]``.

Grammar, with one or more spaces between the words and capitals of no meaning::

    token  = "[[" code " " what [" " year] [" gebied " number] "]]"
    code   = the code of an indicator: small letters, digits and hyphens
    what   = "aantal" | "waarde" | "per" | "marge" | "tegen" | "oordeel" | "zin" | "gemiddelde"
             | "regio" | "vergelijkbaar" | "land"
    year   = four digits; left out is the year of the picture
    number = the number of an area on the map; left out is the whole municipality

What each gives:

* ``aantal``: the count alone, "7";
* ``waarde``: a measured value with its unit and margin, "31,0 % (marge 26,1 tot 36,2)";
* ``per``: the rate with its unit and margin, "0,6 per 1.000 inwoners (marge 0,2 tot 1,2)";
* ``marge``: the margin of the count, "marge 2 tot 15";
* ``tegen``: the year against the one before, "7 tegen 14";
* ``oordeel``: the verdict as it stands inside a sentence, "geen aantoonbare verandering";
* ``zin``: the sentence under the verdict, whole;
* ``gemiddelde``: the mean of the five usable years before, with the band that it gives;
* ``regio``, ``vergelijkbaar``, ``land``: the verdict beside the region, municipalities of the same
  kind or the rest of the country, "aantoonbaar lager dan de rest van Nederland".

Everything between double brackets that is no token is a broken one; it is never dropped.
Pure: no Django, no clock.
"""

import re
from dataclasses import dataclass
from typing import Literal, get_args

What = Literal[
    "aantal", "waarde", "per", "marge", "tegen", "oordeel", "zin", "gemiddelde",
    "regio", "vergelijkbaar", "land",
]  # fmt: skip
WHATS: tuple[What, ...] = get_args(What)
NAMES: dict[What, str] = {
    "aantal": "aantal",
    "waarde": "gemeten waarde met marge",
    "per": "aantal per inwoner of woning, met marge",
    "marge": "marge van het aantal",
    "tegen": "dit jaar tegen het jaar ervoor",
    "oordeel": "oordeel in een paar woorden",
    "zin": "oordeel als hele zin",
    "gemiddelde": "gemiddelde van de vijf jaren ervoor",
    "regio": "oordeel naast de regio",
    "vergelijkbaar": "oordeel naast vergelijkbare gemeenten",
    "land": "oordeel naast de rest van Nederland",
}
"""What each is called in a list to choose from."""

LONGEST_INSIDE = 120
_MARKED = re.compile(rf"\[\[([^\[\]\n]{{0,{LONGEST_INSIDE}}})\]\]|\[\[(?!\[)")
_TOKEN = re.compile(
    r"(?P<code>[a-z][a-z0-9]*(?:-[a-z0-9]+)*) (?P<what>[a-z]+)"
    r"(?: (?P<year>[12][0-9]{3}))?(?: gebied (?P<area>[1-9][0-9]{0,3}))?",
    re.ASCII,
)
HOW_TO_WRITE = "Schrijf een cijfer zo: [[woninginbraak aantal 2025]], of kies het uit de lijst."


@dataclass(frozen=True)
class Token:
    """One figure in a text.

    Attributes:
        indicator: code of the indicator.
        what: what of it is told.
        year: of which year; ``None`` is the year of the picture.
        area: number of an area on the map; ``None`` is the whole municipality.
    """

    indicator: str
    what: What
    year: int | None = None
    area: int | None = None

    def __str__(self) -> str:
        """Return it as it is written in a text."""
        year = "" if self.year is None else f" {self.year}"
        area = "" if self.area is None else f" gebied {self.area}"
        return f"[[{self.indicator} {self.what}{year}{area}]]"


@dataclass(frozen=True)
class Marked:
    """A place in a text with double brackets.

    Attributes:
        start, end: where it stands.
        words: as they were typed.
        token: what they say; ``None`` when they are no token.
    """

    start: int
    end: int
    words: str
    token: Token | None


def parse_token(inside: str) -> Token | None:
    """Return the token that stands between double brackets, or ``None`` when it is none."""
    found = _TOKEN.fullmatch(" ".join(inside.lower().split()))
    if found is None or found["what"] not in WHATS:
        return None
    return Token(
        indicator=found["code"],
        what=found["what"],  # type: ignore[arg-type]
        year=int(found["year"]) if found["year"] else None,
        area=int(found["area"]) if found["area"] else None,
    )


def marked_in(text: str) -> tuple[Marked, ...]:
    """Return every place with double brackets in order: tokens, and what only looks like one."""
    return tuple(
        Marked(
            start=found.start(),
            end=found.end(),
            words=found.group(),
            token=None if found[1] is None else parse_token(found[1]),
        )
        for found in _MARKED.finditer(text)
    )


def figures_in(text: str) -> tuple[Token, ...]:
    """Return the tokens that a text uses, in order; one that stands twice is there twice."""
    return tuple(one.token for one in marked_in(text) if one.token is not None)


def why_broken(words: str) -> str:
    """Return in a sentence what is wrong with double brackets that hold no token."""
    inside = words.removeprefix("[[").removesuffix("]]").split()
    if not words.endswith("]]"):
        return f"Na [[ komt geen ]] op dezelfde regel. {HOW_TO_WRITE}"
    if len(inside) > 1 and inside[1].lower() not in WHATS:
        return f"“{inside[1]}” is geen soort cijfer. Kies uit {', '.join(WHATS)}."
    return HOW_TO_WRITE
