"""Checks of what is written. Pure."""

import re
from collections import defaultdict
from collections.abc import Iterator

from integraal.policy.picture.checks.checking import (
    ANALYSIS,
    OWN,
    PLAN,
    REPORT,
    Lacking,
    Rule,
    Subject,
)
from integraal.policy.picture.checks.container_words import container_words
from integraal.policy.picture.checks.lines import Text
from integraal.policy.picture.checks.typed_numbers import typed_numbers
from integraal.policy.picture.parts import CONCLUSION, PICTURE_PARTS, SUMMARY, WHOLE
from integraal.policy.picture.writing.rendering import problems_in
from integraal.policy.picture.writing.tokens import figures_in

_NAMES_A_SOURCE = re.compile(r"\b(?:bron|19\d\d|20\d\d)\b", re.IGNORECASE)
_REPORT_PARTS = (SUMMARY.code, "area", "method")
LONGEST_QUOTE = 160


def _at(text: Text, say: str) -> Lacking:
    return Lacking(say, text.theme, "text", text.part)


def _quoted(sentence: str) -> str:
    cut = sentence if len(sentence) <= LONGEST_QUOTE else sentence[:LONGEST_QUOTE].rstrip() + "…"
    return f"“{cut}”"


def unresolved(subject: Subject) -> Iterator[Lacking]:
    """Yield every figure in a text that cannot be shown."""
    for text in subject.texts:
        for piece in problems_in(text.text, subject.content):
            yield _at(text, f"Bij {text.theme_name} klopt {piece.words} niet. {piece.problem}")


def _typed(subject: Subject) -> Iterator[Lacking]:
    for text, line in subject.lines:
        for number, sentence in typed_numbers(line):
            yield _at(
                text,
                f"In de tekst bij {text.theme_name} staat {number} getypt. Kies het cijfer, dan "
                f"blijft het gelijk. Het staat in: {_quoted(sentence)}",
            )


def _other_year(subject: Subject) -> Iterator[Lacking]:
    for text in subject.texts:
        for token in dict.fromkeys(figures_in(text.text)):
            if token.year is not None and token.year not in (subject.year, subject.year - 1):
                yield _at(
                    text,
                    f"Bij {text.theme_name} staat een cijfer van {token.year}: {token}. "
                    f"Het beeld gaat over {subject.year}. Klopt dat?",
                )


def _containers(subject: Subject) -> Iterator[Lacking]:
    for text, line in subject.lines:
        for word, sentence in container_words(line, subject.containers):
            yield _at(text, f"“{word}” bij {text.theme_name}, in: {_quoted(sentence)}")


def _without_text(subject: Subject) -> Iterator[Lacking]:
    for theme in subject.themes:
        if not theme["passages"]:
            yield Lacking(f"Bij {theme['short_name']} staat nog geen tekst.", theme["code"])


def _without_conclusion(subject: Subject) -> Iterator[Lacking]:
    for theme in subject.themes:
        if theme["passages"] and CONCLUSION.code not in theme["passages"]:
            yield Lacking(
                f"Bij {theme['short_name']} staat nog geen conclusie.",
                theme["code"],
                part=CONCLUSION.code,
            )


def _report(subject: Subject) -> Iterator[Lacking]:
    for part in PICTURE_PARTS:
        if part.code in _REPORT_PARTS and part.code not in subject.content["passages"]:
            yield Lacking(f"“{part.name}” is nog leeg.", WHOLE, part=part.code)


def _without_source(subject: Subject) -> Iterator[Lacking]:
    by_text: dict[Text, bool] = defaultdict(bool)
    for text, line in subject.lines:
        if text.part == "developments":
            by_text[text] |= bool(line.figures or _NAMES_A_SOURCE.search(line.words))
    for text, is_named in by_text.items():
        if not is_named:
            yield _at(
                text,
                f"Bij {text.theme_name} noemt de tekst over ontwikkelingen geen bron of jaar. "
                "Schrijf erbij van wie het komt en van wanneer.",
            )


RULES = (
    Rule(
        "resolved",
        "Elk cijfer in de teksten bestaat",
        "Na de vaststelling verandert de tekst niet meer. Een cijfer dat er niet is, blijft dan "
        "een gat. Daarom houdt alleen dit een voorstel tegen.",
        OWN,
        unresolved,
    ),
    Rule(
        "written",
        "Elk thema heeft een tekst",
        "Cijfers zeggen wat er is geregistreerd. Het verhaal zegt wat er speelt.",
        ANALYSIS,
        _without_text,
    ),
    Rule(
        "concluded",
        "Elk thema met een tekst heeft een conclusie",
        "Een verslag noemt feiten en de uitleg daarvan apart, en sluit af met een conclusie.",
        REPORT,
        _without_conclusion,
    ),
    Rule(
        "report",
        "Er is een samenvatting, een beschrijving van de gemeente en een werkwijze",
        "Wie het verslag leest, moet weten over welk gebied het gaat en hoe het is gemaakt.",
        REPORT,
        _report,
        of_whole=True,
    ),
    Rule(
        "sourced",
        "Ontwikkelingen hebben een bron",
        "Een uitspraak zonder bron kan niemand nagaan. Spreek met partners dezelfde bronnen af.",
        ANALYSIS,
        _without_source,
    ),
    Rule(
        "picked",
        "Getallen in de tekst zijn gekozen cijfers",
        "Een getypt getal verandert niet mee als de bron wordt herzien. Een gekozen cijfer wel, "
        "tot de vaststelling.",
        OWN,
        _typed,
        "advice",
    ),
    Rule(
        "years",
        "De cijfers zijn van het jaar van het beeld",
        "Een cijfer van een ander jaar kan bedoeld zijn, of blijven staan uit een vorig beeld.",
        OWN,
        _other_year,
        "advice",
    ),
    Rule(
        "plain",
        "Weinig containerwoorden",
        "Woorden die van alles kunnen betekenen, zijn later niet na te gaan. Schrijf wat er "
        "gebeurt, waar en door wie.",
        f"{PLAN}, hoofdstuk 5 (prioriteiten)",
        _containers,
        "advice",
    ),
)
