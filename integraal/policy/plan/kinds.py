"""The kinds of blocks (blokken) a plan is made of, and the fields of each. Pure.

A block is a title and a text with the details that its kind asks for. Only what makes complete
work is asked at once; every other field is folded until somebody wants it.
"""

from dataclasses import dataclass
from typing import Literal

WHOLE = ""
"""The theme of a block that is about the plan as a whole."""

Form = Literal["line", "text", "date", "number", "choice", "indicator", "link"]


@dataclass(frozen=True)
class Field:
    """A detail of a block.

    Attributes:
        code: as stored.
        name: Dutch, its label.
        form: how it is written: ``date`` in ISO form, ``number`` with a decimal comma,
            ``indicator`` by its code.
        hint: Dutch, what belongs in it.
        choices: code to Dutch name, for ``choice``.
        is_needed: whether work without it is not complete; it never stops somebody from saving.
        is_folded: whether it is folded until somebody wants it.
    """

    code: str
    name: str
    form: Form = "line"
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    is_needed: bool = False
    is_folded: bool = True


@dataclass(frozen=True)
class Kind:
    """A kind of block.

    Attributes:
        code: as stored and as used in addresses.
        name: Dutch, one of it.
        plural: Dutch, the heading above several.
        title: Dutch, the label of its title; empty when it has none.
        text: Dutch, the label of its text; empty when it has none.
        hint: Dutch, what belongs in it.
        of_theme: whether it belongs to a theme, rather than to the plan as a whole.
        is_many: whether there may be several, in an order.
        is_folded: whether it is folded on its page until somebody wants it.
        fields: its details.
        chapter: code of the part of the plan it stands in.
    """

    code: str
    name: str
    plural: str
    title: str = ""
    text: str = ""
    hint: str = ""
    of_theme: bool = False
    is_many: bool = False
    is_folded: bool = True
    fields: tuple[Field, ...] = ()
    chapter: str = "themes"


@dataclass(frozen=True)
class Chapter:
    """A part of the plan in its order: code, and its heading in Dutch."""

    code: str
    name: str


CHAPTERS = (
    Chapter("opening", "Voorwoord en samenvatting"),
    Chapter("frame", "Aanleiding, kader en visie"),
    Chapter("picture", "Het veiligheidsbeeld"),
    Chapter("priorities", "De prioriteiten"),
    Chapter("themes", "De thema’s"),
    Chapter("organisation", "Samenwerken en organiseren"),
    Chapter("following", "Volgen, bijsturen en verantwoorden"),
    Chapter("closing", "Wat niet in dit plan staat, en begrippen"),
)
YES_NO = (("yes", "ja"), ("no", "nee"))
DIRECTIONS = (("down", "omlaag"), ("up", "omhoog"), ("hold", "gelijk blijven"))
SCOPES = (("local", "van de gemeente zelf"), ("joint", "samen met andere gemeenten"))

THEME = Kind(
    "theme", "thema", "Thema’s", title="Naam", text="Waar het om gaat",
    hint="Wat valt eronder, en wat merken inwoners ervan?",
    of_theme=True, is_folded=False,
    fields=(
        Field("priority", "Prioriteit", "choice", choices=YES_NO),
        Field("focus", "Waar de prioriteit op ligt", hint="In één zin.", is_folded=False),
        Field("reason", "Waarom dit een prioriteit is", "text"),
        Field("scope", "Van wie de prioriteit is", "choice", choices=SCOPES),
    ),
)  # fmt: skip
AMBITION = Kind(
    "ambition", "ambitie", "Ambities", text="Ambitie", of_theme=True, is_many=True,
    hint="Waar wil de gemeente heen? Een ambitie hoeft niet meetbaar te zijn.",
)  # fmt: skip
GOAL = Kind(
    "goal", "doel", "Doelen", title="Wat wilt u bereiken?", text="Waarom?",
    hint="Noem wat er verandert, niet wat de gemeente daarvoor doet.",
    of_theme=True, is_many=True, is_folded=False,
    fields=(
        Field("owner", "Wie is ervan?", hint="Een functie of organisatie.", is_needed=True,
              is_folded=False),
        Field("by_date", "Wanneer is het bereikt?", "date", is_needed=True, is_folded=False),
        Field("indicator", "Waaraan ziet u het?", "indicator",
              hint="Een cijfer uit het veiligheidsbeeld."),
        Field("measure", "Of: ander cijfer waaraan u het ziet",
              hint="Als het cijfer niet in het product staat, zoals het aantal hulpvragen."),
        Field("direction", "Welke kant moet het op?", "choice", choices=DIRECTIONS),
        Field("baseline", "Beginstand", "number"),
        Field("baseline_period", "Beginstand: over welke periode", hint="Zoals 2025."),
        Field("baseline_source", "Beginstand: bron"),
        Field("target", "Streefcijfer", "number"),
        Field("deputy", "Wie vervangt", hint="Een functie of organisatie."),
    ),
)  # fmt: skip
APPROACH = Kind(
    "approach", "aanpak in hoofdlijnen", "Aanpak in hoofdlijnen", title="Kop", text="Aanpak",
    hint="Hoofdlijnen; de maatregelen komen in het uitvoeringsprogramma.",
    of_theme=True, is_many=True, is_folded=False,
)  # fmt: skip
FOREWORD = Kind(
    "foreword", "voorwoord", "Voorwoord", text="Voorwoord", chapter="opening",
    hint="Van de burgemeester, aan inwoners, ondernemers en partners.",
)  # fmt: skip
SUMMARY = Kind(
    "summary", "samenvatting", "Samenvatting voor inwoners", text="Samenvatting",
    chapter="opening", is_folded=False,
    hint="In gewone taal: wat kiest de gemeente, en wat merken inwoners ervan?",
)  # fmt: skip
INTRODUCTION = Kind(
    "introduction", "aanleiding", "Aanleiding en afbakening", title="Kop", text="Tekst",
    chapter="frame", is_many=True, hint="Waarom dit plan, voor wie, en wat valt erbuiten?",
)  # fmt: skip
LEGAL = Kind(
    "legal", "wettelijke grondslag", "Wettelijke grondslag", title="Wet en artikel",
    text="Wat het vraagt", chapter="frame", is_many=True,
    fields=(Field("link", "Adres van de wet", "link"),),
)  # fmt: skip
VISION = Kind(
    "vision", "visie", "Visie", text="Visie", chapter="frame", is_folded=False,
    hint="Wat voor gemeente wilt u zijn?",
)  # fmt: skip
PRINCIPLE = Kind(
    "principle", "uitgangspunt", "Uitgangspunten", title="Uitgangspunt", text="Wat het betekent",
    chapter="frame", is_many=True,
)  # fmt: skip
PICTURE = Kind(
    "picture", "veiligheidsbeeld", "Het veiligheidsbeeld in het kort", text="Tekst",
    chapter="picture", hint="De kern van het veiligheidsbeeld; cijfers blijven gekoppeld.",
)  # fmt: skip
CHOOSING = Kind(
    "choosing", "hoe gekozen is", "Hoe de prioriteiten zijn gekozen", text="Tekst",
    chapter="priorities", hint="Wie deed mee, waarop is gewogen, wat zag men anders?",
)  # fmt: skip
ORGANISATION = Kind(
    "organisation", "organisatie", "Organisatie en regie", title="Kop", text="Tekst",
    chapter="organisation", is_many=True,
)  # fmt: skip
MEETING = Kind(
    "meeting", "overleg", "Overleggen", title="Overleg", text="Waarover het gaat",
    chapter="organisation", is_many=True,
    fields=(Field("who", "Wie zitten erin", is_folded=False),
            Field("rhythm", "Hoe vaak", is_folded=False)),
)  # fmt: skip
PARTNER = Kind(
    "partner", "partner", "Partners en rollen", title="Organisatie", text="Rol",
    chapter="organisation", is_many=True,
    fields=(Field("organisation", "Organisatie in dit product"),
            Field("contact", "Contact", hint="Een functie, geen naam.")),
)  # fmt: skip
RESOURCE = Kind(
    "resource", "middel", "Geld en capaciteit", title="Waarvoor", text="Toelichting",
    chapter="organisation", is_many=True,
    fields=(Field("amount", "Bedrag per jaar in euro’s", "number", is_folded=False),
            Field("hours", "Uren per jaar", "number", is_folded=False),
            Field("cover", "Waar het van betaald wordt")),
)  # fmt: skip
MONITORING = Kind(
    "monitoring", "monitoring", "Volgen", text="Hoe de gemeente volgt wat er gebeurt",
    chapter="following",
    fields=(Field("rhythm", "Hoe vaak", is_folded=False), Field("receivers", "Wie het krijgen")),
)  # fmt: skip
ADJUSTING = Kind(
    "adjusting", "bijsturing", "Bijsturen", text="Wanneer en hoe de gemeente bijstuurt",
    chapter="following",
)  # fmt: skip
EVALUATION = Kind(
    "evaluation", "evaluatie", "Evalueren en verantwoorden", text="Hoe de gemeente evalueert",
    chapter="following",
    fields=(Field("interim", "Tussenevaluatie", "date"), Field("final", "Eindevaluatie", "date")),
)  # fmt: skip
DROPPED = Kind(
    "dropped", "thema dat elders staat", "Thema’s die in ander beleid staan", title="Thema",
    text="Waarom niet in dit plan", chapter="closing", is_many=True,
    fields=(Field("document", "In welk stuk het staat", is_folded=False),
            Field("link", "Adres van dat stuk", "link")),
)  # fmt: skip
TERM = Kind(
    "term", "begrip", "Begrippen", title="Begrip", text="Betekenis", chapter="closing",
    is_many=True,
)  # fmt: skip

KINDS: tuple[Kind, ...] = (
    FOREWORD, SUMMARY, INTRODUCTION, LEGAL, VISION, PRINCIPLE, PICTURE, CHOOSING,
    THEME, AMBITION, GOAL, APPROACH, ORGANISATION, MEETING, PARTNER, RESOURCE,
    MONITORING, ADJUSTING, EVALUATION, DROPPED, TERM,
)  # fmt: skip
"""Every kind, in the order of the plan."""
BY_CODE: dict[str, Kind] = {kind.code: kind for kind in KINDS}


def kinds_of(theme: str) -> tuple[Kind, ...]:
    """Return the kinds that stand in a theme, or for ``WHOLE`` those of the plan as a whole."""
    return tuple(kind for kind in KINDS if kind.of_theme == (theme != WHOLE))


def field_named(kind: Kind, code: str) -> Field | None:
    """Return the detail of that code, or ``None`` when the kind has none."""
    return next((field for field in kind.fields if field.code == code), None)
