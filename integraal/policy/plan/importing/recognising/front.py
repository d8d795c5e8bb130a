"""Proposals from what stands outside the themes: introduction, vision, picture, organisation."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from integraal.policy.plan.importing.document import Document, Span
from integraal.policy.plan.importing.recognising.cues import (
    INTRODUCTION,
    kind_of_heading,
    kind_of_paragraph,
    principle_in,
)
from integraal.policy.plan.importing.recognising.found import Part, Proposal
from integraal.policy.plan.importing.recognising.lengths import fits
from integraal.policy.plan.importing.recognising.outline import Marked
from integraal.policy.plan.importing.recognising.sentences import sentences
from integraal.policy.plan.importing.recognising.theme_names import ThemeName, themes_named
from integraal.policy.plan.kinds import BY_CODE

_TEXTUAL = ("text", "item", "cell")
_BY_CUE, _BY_HEADING = "door de eerste woorden van de alinea", "door de kop"
_ELSEWHERE = re.compile(
    r"\b(?:ander\w*\s+(?:beleidsstuk\w*|beleid|plannen?|stukken)|niet\s+(?:verder\s+)?"
    r"(?:beschreven|opgenomen|uitgewerkt)|verder\s+niet|buiten\s+dit\s+plan|achterwege)\b",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"\b(?:het|de|een)\s+(?P<name>[\w-]*(?:plan|beleid|beleidsplan|nota|programma|visie|"
    r"verordening|aanpak))\b(?!\s+(?:en|of)\s+in\b)",
    re.IGNORECASE,
)
_STEM = 6
_ONE_PARAGRAPH = ("principle", "legal")


def front_proposals(
    document: Document,
    marks: Sequence[Marked],
    part: Part,
    number: int,
    themes: Sequence[ThemeName],
) -> Iterator[Proposal]:
    """Yield what a part outside the themes seems to hold, one proposal per stretch of a kind."""
    kind, heading, is_stretch_open = part.block or INTRODUCTION, part.name, False
    made: list[Proposal] = []
    for mark in marks:
        if mark.role == "heading" and mark.words != part.name:
            found = kind_of_heading(document.cut(mark.words))
            kind = found if found != INTRODUCTION else part.block or INTRODUCTION
            heading, is_stretch_open = mark.words, False
        elif mark.role in _TEXTUAL:
            own = _own_kind(document, mark, kind, part, heading)
            if not own and heading is None and kind in _ONE_PARAGRAPH:
                own = part.block or INTRODUCTION
            if own and (own != kind or own in _ONE_PARAGRAPH):
                kind, heading, is_stretch_open = own, None, False
            if is_stretch_open and fits(made[-1], mark.words):
                made[-1] = _longer(made[-1], mark.words)
            else:
                made.append(_begun(document, mark, kind, heading, part, number))
                heading = None if not BY_CODE[kind].title else heading
            is_stretch_open = True
        elif mark.role != "blank":
            is_stretch_open = False
    yield from made
    yield from dropped_themes(document, marks, number, themes)


def _own_kind(document: Document, mark: Marked, kind: str, part: Part, heading: Span | None) -> str:
    """Return the kind that a paragraph says it is, where no heading has said it already."""
    is_told = heading is not None and kind != INTRODUCTION
    return "" if is_told or mark.role != "text" else kind_of_paragraph(document.cut(mark.words))


def _begun(
    document: Document,
    mark: Marked,
    kind: str,
    heading: Span | None,
    part: Part,
    number: int,
) -> Proposal:
    title = heading if BY_CODE[kind].title else None
    text = mark.words
    if heading and heading != part.name and title is None:
        # A kind without a title keeps a heading within the part in its text.
        text = Span(heading.start, mark.words.end)
    if kind == "principle" and heading is None:
        place = principle_in(document.cut(mark.words))
        if place:
            title = Span(mark.words.start + place[0], mark.words.start + place[1])
    why = _BY_HEADING if heading else _BY_CUE
    return Proposal(number, kind, title=title, text=text, why=why)


def _longer(proposal: Proposal, words: Span) -> Proposal:
    start = proposal.text.start if proposal.text else words.start
    return replace(proposal, text=Span(start, words.end))


def dropped_themes(
    document: Document, marks: Sequence[Marked], number: int, themes: Sequence[ThemeName]
) -> Iterator[Proposal]:
    """Yield the themes that the document says it leaves to other policy, with that document."""
    seen: set[str] = set()
    for mark in marks:
        if mark.role not in _TEXTUAL:
            continue
        said = [one for one in sentences(document, mark.words) if _leaves(document, one)]
        for sentence in said:
            for theme, start, end in themes_named(document.cut(sentence), themes):
                if theme.code in seen or not theme.is_dropped:
                    continue
                seen.add(theme.code)
                name = Span(sentence.start + start, sentence.start + end)
                yield _dropped(document, mark, sentence, name, number)


def _leaves(document: Document, sentence: Span) -> bool:
    return bool(_ELSEWHERE.search(document.cut(sentence)))


def _dropped(document: Document, mark: Marked, sentence: Span, name: Span, number: int) -> Proposal:
    place = _document_of(document, mark.words, document.cut(name))
    details = {"document": place} if place else {}
    return Proposal(
        number, "dropped", title=name, text=sentence, details=details,
        why="de tekst zegt dat dit thema in ander beleid staat",
    )  # fmt: skip


def _document_of(document: Document, paragraph: Span, theme: str) -> Span | None:
    """Return the policy document whose name begins like the theme does."""
    stem = theme.casefold()[:_STEM]
    for found in _DOCUMENT.finditer(document.cut(paragraph)):
        if found["name"].casefold().startswith(stem):
            return Span(paragraph.start + found.start("name"), paragraph.start + found.end("name"))
    return None
