"""What one fact sheet holds, as plain values: the page and the PDF show the same.

A sheet fits on one A4, so it shows the most telling figures and the begin of each text; the
picture itself holds the rest.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from integraal.foundation.ui.dutch import day
from integraal.policy.picture.document_parts.key_figures import lines, source_words
from integraal.policy.picture.document_parts.said import is_subjective
from integraal.policy.picture.document_parts.telling import most_telling
from integraal.policy.picture.parts import CONCLUSION
from integraal.policy.picture.presenters.theme_figures import (
    NO_PERCEPTION,
    TWO_QUESTIONS,
)
from integraal.policy.picture.presenters.theme_page import lead_of
from integraal.policy.picture.texts_content import text_in
from integraal.policy.picture.writing.rendering import plain_text

Json = dict[str, Any]
FEWEST_YEARS = 3
MOST_COUNTED, MOST_ASKED, MOST_SIGNALS, MOST_OTHERS = 7, 4, 4, 6
LONGEST_TEXT, LONGEST_SIGNAL = 620, 260
NO_FIGURES = "Over dit thema staan geen cijfers in het veiligheidsbeeld."
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)")
_TEXTS = (
    (CONCLUSION.code, "Wat het beeld concludeert"),
    ("developments", "Wat er speelt in land en regio"),
    ("trends", "Wat er al langer verandert"),
    ("uncertain", "Wat onzeker is"),
)


@dataclass(frozen=True)
class Row:
    """One figure: the year, its margin, the year before and the verdict of the picture."""

    name: str
    before: str
    now: str
    period: str
    interval: str
    rate: str
    verdict: Json
    sentence: str


@dataclass(frozen=True)
class Signal:
    """What a partner or residents said."""

    text: str
    who: str
    on: str


@dataclass(frozen=True)
class Written:
    """The begin of a text of the picture; ``is_cut`` when the picture has more."""

    name: str
    paragraphs: tuple[str, ...]
    is_cut: bool


@dataclass(frozen=True)
class OthersChoice:
    """A priority of another body on this theme, with its source."""

    whose: str
    priority: str
    source: str
    link: str


@dataclass(frozen=True)
class Sheet:
    """One theme on one page.

    Attributes:
        code, name, short_name: of the theme in the session.
        lead: the verdicts in a few sentences.
        counted, asked: the most telling figures that were registered, and that people said.
        more: how many figures the picture has besides.
        sides: how to read the two kinds together, or which is missing.
        signals, more_signals: what partners and residents said, and how many more there are.
        texts: what the picture says of trends, land and region.
        others: priorities of other bodies on this theme.
        sources: where the figures come from.
    drawn: the most telling figure that has a course of years, as the picture holds it.
    """

    code: str
    name: str
    short_name: str
    lead: str
    counted: tuple[Row, ...]
    asked: tuple[Row, ...]
    more: int
    sides: str
    signals: tuple[Signal, ...]
    more_signals: int
    texts: tuple[Written, ...]
    others: tuple[OthersChoice, ...]
    sources: tuple[str, ...]
    drawn: Json | None = None

    @property
    def has_figures(self) -> bool:
        return bool(self.counted or self.asked)


def sheet_of(
    names: tuple[str, str, str],
    theme: Json | None,
    content: Json,
    others: Sequence[OthersChoice],
) -> Sheet:
    """Return the sheet of one theme.

    Args:
        names: code, name and short name in the session.
        theme: as the content of the picture holds it; None for a theme of the session's own.
        content: of the picture: its findings, and every figure that the texts name.
        others: priorities of other bodies on this theme.
    """
    indicators = theme["indicators"] if theme else []
    findings = content.get("findings") or ()
    counted = _shown([one for one in indicators if not is_subjective(one)], findings, MOST_COUNTED)
    asked = _shown([one for one in indicators if is_subjective(one)], findings, MOST_ASKED)
    signals = theme["contributions"] if theme else []
    return Sheet(
        code=names[0],
        name=names[1],
        short_name=names[2],
        lead=lead_of(theme) if theme and indicators else NO_FIGURES,
        counted=tuple(_row(one) for one in lines(counted)),
        asked=tuple(_row(one) for one in lines(asked)),
        more=len(indicators) - len(counted) - len(asked),
        sides=_sides(counted, asked),
        signals=tuple(_signal(one) for one in signals[:MOST_SIGNALS]),
        more_signals=max(0, len(signals) - MOST_SIGNALS),
        texts=_texts(theme, content),
        others=tuple(others[:MOST_OTHERS]),
        sources=tuple(dict.fromkeys(source_words(one) for one in (*counted, *asked))),
        drawn=next((one for one in counted if _has_course(one)), None),
    )


def _has_course(one: Json) -> bool:
    return sum(year["value"] is not None for year in one["years"]) >= FEWEST_YEARS


def _shown(indicators: list[Json], findings: Sequence[Json], most: int) -> list[Json]:
    """Return the most telling figures first, then the others in their own order."""
    first = most_telling(indicators, findings)
    codes = {one["code"] for one in first}
    return [*first, *(one for one in indicators if one["code"] not in codes)][:most]


def _row(line: Json) -> Row:
    return Row(**{name: line[name] for name in Row.__dataclass_fields__})


def _sides(counted: list[Json], asked: list[Json]) -> str:
    if counted and asked:
        return TWO_QUESTIONS
    if counted:
        return NO_PERCEPTION
    # Without registrations the lead says so already.
    return ""


def _signal(one: Json) -> Signal:
    who = ", ".join(part for part in (one["source"], one["function"]) if part)
    text, is_cut = shortened(one["text"], LONGEST_SIGNAL)
    return Signal(
        text=f"{text} …" if is_cut else text,
        who=f"{one['side_name'][:1].upper()}{one['side_name'][1:]}: {who}",
        on=day(date.fromisoformat(one["said_on"])),
    )


def _texts(theme: Json | None, content: Json) -> tuple[Written, ...]:
    if theme is None:
        return ()
    found = []
    for part, name in _TEXTS:
        if text := text_in(theme["passages"], part):
            words, is_cut = shortened(plain_text(text, content), LONGEST_TEXT)
            found.append(Written(name, tuple(words.split("\n\n")), is_cut))
    return tuple(found)


def shortened(text: str, most: int) -> tuple[str, bool]:
    """Return the begin of a text in whole sentences, and whether something was left off."""
    if len(text) <= most:
        return text, False
    ends = [one.end() for one in _SENTENCE_END.finditer(text[: most + 1])]
    if ends:
        return text[: ends[-1]].rstrip(), True
    return text[:most].rsplit(" ", 1)[0].rstrip(), True
