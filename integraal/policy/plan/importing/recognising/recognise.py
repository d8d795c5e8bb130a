"""Everything at once: from a document to its parts, proposals and gaps. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from integraal.policy.plan.importing.document import Document, Span
from integraal.policy.plan.importing.recognising.found import Found, Gap, LeftOut, Part, Proposal
from integraal.policy.plan.importing.recognising.front import front_proposals
from integraal.policy.plan.importing.recognising.gaps import gaps
from integraal.policy.plan.importing.recognising.in_theme import focus_of, theme_proposals
from integraal.policy.plan.importing.recognising.laws import KnownLaw, law_proposals
from integraal.policy.plan.importing.recognising.outline import Marked, outline
from integraal.policy.plan.importing.recognising.rest import not_used, used_spans
from integraal.policy.plan.importing.recognising.splitting import Splitter
from integraal.policy.plan.importing.recognising.theme_names import ThemeName
from integraal.policy.plan.importing.recognising.words import KnownWord, word_proposals

_TERM = re.compile(
    r"\b(?P<first>20[0-4]\d)\s*(?:[-–/]|tot en met|t/m|tot)?\s*(?P<last>20[0-4]\d)\b"
)
_YEARS_LOOKED_AT = 6000
_EVERYWHERE = ("partners", "words", "laws")


@dataclass(frozen=True)
class Knowledge:
    """What is known beforehand: the themes of the municipality, words of the field, and laws."""

    themes: Sequence[ThemeName]
    words: Sequence[KnownWord]
    laws: Sequence[KnownLaw]


def recognise(document: Document, known: Knowledge) -> Found:
    """Return what a document seems to be made of; nothing in it is written by us."""
    marks = outline(document)
    splitter = Splitter(document, marks, known.themes)
    parts = splitter.split()
    proposals: list[Proposal] = []
    missing: list[Gap] = []
    for number, part in enumerate(parts):
        inside = _inside(marks, part, splitter.title)
        proposals += _with_focus(document, _proposals(document, inside, part, number, known))
        missing += gaps(document, inside, part, number)
    everywhere = {kind: len(parts) + place for place, kind in enumerate(_EVERYWHERE)}
    last = max(len(marks) - 1, 0)
    parts += [Part(kind, 0, last) for kind in _EVERYWHERE]  # type: ignore[arg-type]
    lines = [mark.words for mark in marks if mark.role in ("text", "item", "cell")]
    laws = list(law_proposals(document, lines, known.laws, everywhere["laws"]))
    of_laws = [law.title for law in laws if law.title]
    proposals += word_proposals(document, lines, known.words, everywhere, of_laws)
    proposals = _with_laws(proposals, laws)
    first_year, last_year = _years(document)
    return Found(
        title=splitter.title,
        first_year=first_year,
        last_year=last_year,
        parts=tuple(parts),
        proposals=tuple(proposals),
        gaps=tuple(missing),
        left_out=(
            *(LeftOut(mark.words, mark.why) for mark in marks if mark.role == "left_out"),
            *not_used(document, marks, used_spans(splitter.title, parts, proposals, missing)),
        ),
        new_themes=splitter.new_themes,
    )


def _inside(marks: Sequence[Marked], part: Part, title: Span | None) -> list[Marked]:
    return [mark for mark in marks[part.first : part.last + 1] if mark.words != title]


def _proposals(
    document: Document, marks: Sequence[Marked], part: Part, number: int, known: Knowledge
) -> list[Proposal]:
    if part.kind == "theme":
        return list(theme_proposals(document, marks, part, number))
    return list(front_proposals(document, marks, part, number, known.themes))


def _with_focus(document: Document, proposals: list[Proposal]) -> list[Proposal]:
    """Return the proposals, a theme with the sentence that says where its priority lies."""
    return [
        replace(one, details={"focus": focus})
        if one.kind == "theme" and one.text and (focus := focus_of(document, one.text))
        else one
        for one in proposals
    ]


def _with_laws(proposals: list[Proposal], laws: list[Proposal]) -> list[Proposal]:
    """Return all proposals; a paragraph on the legal basis carries the law that it names."""
    left = list(laws)
    made = []
    for one in proposals:
        law = next((law for law in left if one.kind == "legal" and _names(one, law)), None)
        if law is not None:
            left.remove(law)
            one = replace(one, title=law.title, link=law.link, meaning=law.meaning)
        made.append(one)
    return [*made, *left]


def _names(paragraph: Proposal, law: Proposal) -> bool:
    if paragraph.title or paragraph.text is None or law.title is None:
        return False
    return paragraph.text.start <= law.title.start < paragraph.text.end


def _years(document: Document) -> tuple[int, int]:
    """Return the term that the document begins with, such as 2023-2026; zeros when it has none."""
    for found in _TERM.finditer(document.text[:_YEARS_LOOKED_AT]):
        first, last = int(found["first"]), int(found["last"])
        if first <= last <= first + 4:
            return first, min(last, first + 3)
    return 0, 0
