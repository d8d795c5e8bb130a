"""Laws and articles that a document names, with the address of the law where known. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from integraal.policy.plan.importing.document import Document, Span
from integraal.policy.plan.importing.recognising.found import Proposal
from integraal.policy.plan.importing.recognising.sentences import sentence_at

_ARTICLE = (
    r"(?:(?:artikel(?:en)?|art\.?)\s*\d+(?:[:.]\d+)?[a-z]{0,2}(?:\s*,?\s*(?:en|tot en met|t/m)\s*"
    r"\d+[a-z]{0,2})?(?:,?\s*(?:(?:eerste|tweede|derde|vierde)\s+lid|lid\s*\d+))?"
    r"\s*,?\s*(?:van\s+de|van\s+het|uit\s+de|de|het)?\s+)?"
)
_ADDRESS = "https://wetten.overheid.nl/{}/"


@dataclass(frozen=True)
class KnownLaw:
    """A law with everything it is called.

    Attributes:
        code, name: as in the shipped list.
        ways: how it is written, with its capitals.
        number: its identification in the national law base; empty when it is not of the state
            or not known for certain.
        meaning: Dutch at level B1, what it is for.
    """

    code: str
    name: str
    ways: tuple[str, ...]
    number: str
    meaning: str

    @property
    def link(self) -> str:
        return _ADDRESS.format(self.number) if self.number else ""

    @cached_property
    def pattern(self) -> "re.Pattern[str]":
        longest_first = sorted(self.ways, key=len, reverse=True)
        written = "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in longest_first)
        return re.compile(rf"(?i:\b{_ARTICLE})(?:{written})(?![\w-])")


def law_proposals(
    document: Document, paragraphs: Sequence[Span], laws: Sequence[KnownLaw], number: int
) -> Iterator[Proposal]:
    """Yield each law and each article that the document names, once, where it first does."""
    found: dict[tuple[str, str], tuple[Span, KnownLaw, int]] = {}
    for law in laws:
        for match in law.pattern.finditer(document.text):
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            key = (law.code, _article_of(match.group()))
            first, _, times = found.get(key, (Span(start, match.end()), law, 0))
            found[key] = (first, law, times + 1)
    for span, law, times in sorted(found.values(), key=lambda one: one[0].start):
        paragraph = next((one for one in paragraphs if one.start <= span.start < one.end), None)
        yield Proposal(
            number, "legal", title=span,
            text=sentence_at(document, paragraph, span.start) if paragraph else None,
            link=law.link, meaning=law.meaning, why="uit de lijst van wetten", times=times,
        )  # fmt: skip


def _article_of(words: str) -> str:
    found = re.search(r"\d+(?:[:.]\d+)?[a-z]{0,2}", words)
    named = re.match(r"\s*art", words, re.IGNORECASE)
    return found.group() if found and named else ""
