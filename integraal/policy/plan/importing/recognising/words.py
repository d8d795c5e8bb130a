"""Partners, instruments and terms of the field that a document names. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from integraal.policy.plan.importing.document import Document, Span
from integraal.policy.plan.importing.recognising.found import Proposal
from integraal.policy.plan.importing.recognising.sentences import sentence_at

_PROPER = r"(?:[A-ZÀ-Ý][\w’'-]*)"
_AFTER = rf"(?:\s+{_PROPER}){{0,4}}"
_BEFORE = rf"(?:{_PROPER}\s+){{1,2}}"
_SENTENCE_STARTERS = re.compile(r"^(?:De|Het|Een|In|Op|Met|Voor|Deze|Dit|Onze|Ook|Bij|Door)\s+")
_PARTNERS_FOLLOW = re.compile(
    r"\b(?:keten|samenwerkings|veiligheids|netwerk|zorg)?(?:partners|partijen|organisaties)\b"
    r"[^.;]{0,60}?(?:\bzoals\b|\bwaaronder\b|\bonder andere\b|:)\s*",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:de|het|een|ook|onder andere)\s+", re.IGNORECASE)
_NAME = re.compile(rf"{_PROPER}(?:\s+(?:van|en|voor|de|&)?\s*{_PROPER}){{0,4}}")
BY_LIST = "uit de lijst van bekende partners en instrumenten"
BY_ENUMERATION = "genoemd in een opsomming van partners"


@dataclass(frozen=True)
class KnownWord:
    """A partner, instrument or term of the field.

    Attributes:
        code, name: as in the shipped list.
        is_partner: whether it is an organisation or somebody one works with.
        ways: how it is written. A way with a capital is looked for with that capital; one
            without may also begin a sentence or carry an ending for more than one.
        takes_name: whether the name of a region or town may follow, as in "GGD Hollands Noorden";
            ``"before"`` when it goes before.
        meaning: Dutch at level B1.
    """

    code: str
    name: str
    is_partner: bool
    ways: tuple[str, ...]
    takes_name: str
    meaning: str

    @cached_property
    def pattern(self) -> "re.Pattern[str]":
        longest_first = sorted(self.ways, key=len, reverse=True)
        written = "|".join(_way(one) for one in longest_first)
        before = _BEFORE if self.takes_name == "before" else ""
        after = _AFTER if self.takes_name == "after" else ""
        short = r"(?:\s*\(\w{2,8}\))?" if after else ""
        return re.compile(rf"(?<![\w-]){before}(?:{written}){short}{after}(?!\w)")


@dataclass(frozen=True)
class Named:
    """A word of the list where the document first names it, and how often it does."""

    word: KnownWord
    span: Span
    times: int


def named_words(
    document: Document,
    paragraphs: Sequence[Span],
    words: Sequence[KnownWord],
    others: Sequence[Span] = (),
) -> list[Named]:
    """Return each known word that the document names, in the order it first does.

    A word that is only named as a part of another, or of one of ``others`` such as the name of a
    law, is not.
    """
    everywhere = {word: [m.span() for m in word.pattern.finditer(document.text)] for word in words}
    spans_of_others = [(one.start, one.end) for one in others]
    widest = _widest([*spans_of_others, *(one for spans in everywhere.values() for one in spans)])
    found = []
    for word, spans in everywhere.items():
        inside = [one for one in spans if widest[one[0]] <= one[1]]
        of_text = [one for one in inside if any(p.start <= one[0] < p.end for p in paragraphs)]
        if inside:
            first = _tidy(document, _best(of_text or inside, word), word)
            found.append(Named(word, first, len(spans)))
    return sorted(found, key=lambda one: one.span.start)


def _widest(spans: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Return for each start of a word how far the widest word that holds it goes."""
    longest: dict[int, int] = {}
    reach = begin = -1
    for start, end in sorted(spans, key=lambda one: (one[0], -one[1])):
        if end > reach:
            reach, begin = end, start
        longest[start] = reach if begin < start else max(longest.get(start, 0), end)
    return longest


def _best(spans: Sequence[tuple[int, int]], word: KnownWord) -> tuple[int, int]:
    """Return the first place; of a name with a region the fullest, or before it the barest."""
    if word.takes_name == "after":
        return max(spans[:3], key=lambda one: one[1] - one[0])
    if word.takes_name == "before":
        return min(spans[:3], key=lambda one: one[1] - one[0])
    return spans[0]


def word_proposals(
    document: Document,
    paragraphs: Sequence[Span],
    words: Sequence[KnownWord],
    parts: dict[str, int],
    others: Sequence[Span] = (),
) -> Iterator[Proposal]:
    """Yield partners and terms, each with the sentence in which the document names it first.

    Args:
        paragraphs: the places of the lines with text, in order.
        words: the shipped list.
        parts: the number of the part for "partners" and of the one for "words".
        others: places of names that hold such a word, such as those of laws.
    """
    named = named_words(document, paragraphs, words, others)
    for one in named:
        kind = "partner" if one.word.is_partner else "term"
        yield Proposal(
            parts["partners" if one.word.is_partner else "words"], kind, title=one.span,
            text=_sentence(document, paragraphs, one.span), meaning=one.word.meaning,
            why=BY_LIST, times=one.times,
        )  # fmt: skip
    known = [one.word for one in named]
    for span in enumerated_partners(document, paragraphs, known):
        yield Proposal(
            parts["partners"], "partner", title=span,
            text=_sentence(document, paragraphs, span), why=BY_ENUMERATION, is_sure=False,
            times=document.text.count(document.cut(span)),
        )  # fmt: skip


def enumerated_partners(
    document: Document, paragraphs: Sequence[Span], known: Sequence[KnownWord]
) -> Iterator[Span]:
    """Yield names in lists such as "partners zoals het woningbedrijf, Regio Control en ..."."""
    seen: set[str] = set()
    for paragraph in paragraphs:
        words = document.cut(paragraph)
        for found in _PARTNERS_FOLLOW.finditer(words):
            start = paragraph.start + found.end()
            for span in _items(document, start, sentence_at(document, paragraph, start).end):
                name = document.cut(span)
                if name in seen or any(word.pattern.search(name) for word in known):
                    continue
                seen.add(name)
                yield span


def _items(document: Document, start: int, end: int) -> Iterator[Span]:
    """Yield the parts of an enumeration that are written as names."""
    words = document.text[start:end]
    for piece in re.finditer(r"[^,;]+?(?=,|;|\ben\b|$)", words):
        text = piece.group()
        skip = len(text) - len(text.lstrip())
        text = text.strip()
        article = _ARTICLE.match(re.sub(r"^en\s+", "", text))
        lead = (3 if text.startswith("en ") else 0) + (article.end() if article else 0)
        name = _NAME.match(text, lead)
        if name and len(name.group()) > 3:
            begin = start + piece.start() + skip + lead
            yield Span(begin, begin + len(name.group()))


def _way(way: str) -> str:
    written = re.sub(r"(?:\\-|\\ )", r"[\\s-]+", re.escape(way))
    written = written.replace("'", "[’']")
    if any(letter.isupper() for letter in way):
        return rf"{written}(?:[’']s)?"
    return rf"(?i:{written})(?:en|s|[’']s|[’']en)?"


def _tidy(document: Document, span: tuple[int, int], word: KnownWord) -> Span:
    """Return the place without a first word of the sentence that is no part of a name."""
    start, end = span
    starter = _SENTENCE_STARTERS.match(document.text[start:end])
    if word.takes_name == "before" and starter:
        start += starter.end()
    return Span(start, end)


def _sentence(document: Document, paragraphs: Sequence[Span], span: Span) -> Span | None:
    paragraph = next((one for one in paragraphs if one.start <= span.start < one.end), None)
    return sentence_at(document, paragraph, span.start) if paragraph else None
