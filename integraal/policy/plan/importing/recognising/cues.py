"""Which kind of block a heading or a paragraph outside the themes is, from its own words. Pure."""

import re

INTRODUCTION = "introduction"
HEADING_CUES: tuple[tuple[str, str], ...] = (
    ("foreword", r"^(?:voorwoord|ten geleide)\b"),
    ("summary", r"\bsamenvatting\b"),
    ("legal", r"\b(?:wettelijk kader|wettelijke grondslag|juridisch kader|wet- en regelgeving)\b"),
    ("picture", r"\b(?:terugblik|vorige plan|vorige periode|waar staan we)\b"),
    ("vision", r"\b(?:visie|missie)\b"),
    ("evaluation", r"\b(?:evaluatie|evalueren|verantwoording)\b"),
    ("monitoring", r"\b(?:monitoring|monitoren|volgen van|informatie en monitoring|rapportage)\b"),
    ("adjusting", r"\b(?:bijstur\w*|actualiser\w*)\b"),
    ("principle", r"\b(?:uitgangspunt\w*|kernwaarden|leidende principes|pijlers)\b"),
    ("vision", r"\b(?:ambitie van de gemeente|waar gaan we voor|onze ambitie)\b"),
    ("picture", r"\b(?:veiligheidsbeeld|veiligheidsanalyse|hoe veilig is|cijfers en trends|"
                r"trends en ontwikkelingen|wat zien we|gebiedsscan)\b"),
    ("choosing", r"\b(?:prioriteiten|prioritering|speerpunten|veiligheidsthema's|onze thema's|"
                 r"strategische thema's|keuzes?)\b"),
    ("meeting", r"\b(?:overleg\w*|driehoek)\b"),
    ("partner", r"\b(?:partners|netwerkpartners|ketenpartners)\b"),
    ("resource", r"\b(?:financi\w+|middelen|capaciteit|begroting|kosten|budget)\b"),
    ("organisation", r"\b(?:organisatie|samenwerk\w*|regie|rollen|uitvoering|governance|"
                     r"wie doet wat)\b"),
    ("term", r"\b(?:begrippen\w*|afkortingen\w*|verklarende woordenlijst)\b"),
)  # fmt: skip
PARAGRAPH_CUES: tuple[tuple[str, str], ...] = (
    ("foreword", r"^voor u ligt\b|\bals burgemeester\b"),
    ("legal", r"^(?:wettelijke grondslag|wettelijk kader)\b|^op grond van artikel\b"),
    ("choosing", r"\bprioriteringssessie\b|^de prioritering van\b"),
    ("picture", r"^(?:het|ons)\s+(?:huidige\s+)?veiligheidsbeeld\b|\b(?:flitspeiling|enquête)\b"),
    (
        "vision",
        r"^(?:de gemeente|gemeente \w+|wij|we)\s+(?:streeft|streven)\s+naar\b|^onze visie\b",
    ),
    (INTRODUCTION, r"^(?:het|dit)\s+(?:ivp|integraal veiligheidsplan|plan)\b"),
)
_HEADINGS = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in HEADING_CUES)
_PARAGRAPHS = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in PARAGRAPH_CUES)
_PRINCIPLES = re.compile(
    r"\b(?:preventie|handhaving|\(?na\)?zorg|regie|flexibiliteit|informatiepositie|maatwerk|"
    r"gebiedsgericht|integraliteit|samenwerking|zelfredzaamheid|weerbaarheid)\b",
    re.IGNORECASE,
)
_IS_PRINCIPLE = re.compile(
    r"\b(?:uitgangspunt|essentieel|onmisbaar|goede informatiepositie(?:,)? (?:is )?belangrijk|"
    r"informatiepositie belangrijk|staat voorop|staan voorop|gaat voor)\b",
    re.IGNORECASE,
)
_FAR = 400
_HOSTS = ("choosing", INTRODUCTION, "vision")


def kind_of_heading(words: str) -> str:
    """Return the kind of block under a heading outside the themes; else the introduction."""
    plain = words.replace("’", "'")
    return next((kind for kind, pattern in _HEADINGS if pattern.search(plain)), INTRODUCTION)


def kind_of_paragraph(words: str) -> str:
    """Return the kind of a paragraph that says so itself; empty when it does not."""
    if principle_in(words):
        return "principle"
    return next((kind for kind, pattern in _PARAGRAPHS if pattern.search(words)), "")


def principle_in(words: str) -> tuple[int, int] | None:
    """Return where a paragraph names the principle that it is about."""
    said = _IS_PRINCIPLE.search(words[:_FAR])
    if said is None:
        return None
    first = _PRINCIPLES.match(words)
    if first:
        return first.span()
    found = list(_PRINCIPLES.finditer(words, 0, said.end()))
    return found[-1].span() if found else None


def may_hold_themes(kind: str) -> bool:
    """Return whether deeper headings under a chapter of this kind may be themes of the plan."""
    return kind in _HOSTS
