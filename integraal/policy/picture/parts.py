"""The parts (tekstdelen) a picture is written in: which there are, and what each is for."""

from dataclasses import dataclass

WHOLE = ""
"""The theme of a text that is about the picture as a whole."""


@dataclass(frozen=True)
class Part:
    """One part of a theme, or of the picture as a whole.

    Attributes:
        code: as stored and as used in addresses.
        name: Dutch, the heading above the text.
        hint: Dutch, what belongs in it.
        is_folded: whether it is folded on the page until somebody wants it.
    """

    code: str
    name: str
    hint: str
    is_folded: bool = True


STORY = Part(
    "story",
    "Het verhaal achter de cijfers",
    "Schrijf wat de cijfers niet laten zien: waar, wanneer, wie merkt het. Noem geen personen.",
    is_folded=False,
)
CONCLUSION = Part(
    "conclusion",
    "Conclusie",
    "Wat betekent dit voor de gemeente? Twee of drie zinnen; ze komen ook in de samenvatting.",
    is_folded=False,
)
THEME_PARTS: tuple[Part, ...] = (
    STORY,
    Part("trends", "Trends", "Wat verandert er al langer, en waaraan ziet u dat?"),
    Part(
        "developments",
        "Landelijke en regionale ontwikkelingen",
        "Wat speelt er in het land en de regio? Noem de bron en de datum.",
    ),
    Part(
        "causes",
        "Mogelijke oorzaken",
        "Wat kan het verklaren? Schrijf erbij hoe zeker dat is en van wie u het weet.",
    ),
    Part("uncertain", "Wat onzeker is", "Wat weten we niet, en wat zou het antwoord veranderen?"),
    CONCLUSION,
)
SUMMARY = Part(
    "summary",
    "Samenvatting",
    "De kern voor wie één bladzijde leest. De oordelen van de cijfers staan er al onder.",
    is_folded=False,
)
PICTURE_PARTS: tuple[Part, ...] = (
    SUMMARY,
    Part(
        "area",
        "De gemeente in het kort",
        "Hoe groot is de gemeente, wie wonen er en wat is er bijzonder?",
    ),
    Part(
        "evaluation",
        "Terugblik op het vorige plan",
        "Wat is er beloofd, wat is er bereikt en wat leert de gemeente daarvan?",
    ),
    Part(
        "method",
        "Hoe dit beeld is gemaakt",
        "Met wie is gesproken, welke bronnen zijn niet gebruikt en waarom niet?",
    ),
)


def parts_of(theme: str) -> tuple[Part, ...]:
    """Return the parts of a theme, or those of the picture as a whole for ``WHOLE``."""
    return PICTURE_PARTS if theme == WHOLE else THEME_PARTS


def part_named(theme: str, code: str) -> Part | None:
    """Return the part of that code, or ``None`` when there is none."""
    return next((one for one in parts_of(theme) if one.code == code), None)
