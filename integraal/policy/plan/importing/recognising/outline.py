"""What each line of a document is: heading, text, item, or an empty list where items fell out."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from integraal.policy.plan.importing.document import Document, Line, Span

Role = Literal["blank", "heading", "text", "item", "cell", "empty", "bar", "left_out"]
_BULLET = r"[-–—*•●○▪■◦‣·\uf0b7\uf0a7]"
_EMPTY = re.compile(rf"(?:\s|{_BULLET}|\d{{1,2}}[.)])+")
_ITEM = re.compile(rf"(?:{_BULLET}\s+)+(?=\S)")
_LETTERED = re.compile(r"(?:\d{1,2}[.)]|[a-z]\))\s+(?=\S)")
_NUMBER = re.compile(
    r"(?:(?:hoofdstuk|thema|prioriteit|paragraaf|deel|bijlage|speerpunt)\s+(?=\d))?"
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})\s?[.:)]?\s*[-–:]?\s+(?=[^\W\d_])",
    re.IGNORECASE,
)
_CONTENTS = re.compile(r"(?:.*\S)(?:\s?\.{3,}\s?|…+\s?|\s)\d{1,3}$")
_ENDS = re.compile(r"[.;!?,]$")
_LONGEST, _MOST_WORDS, _MOST_SHORT = 110, 14, 8
_KNOWN_ALONE = re.compile(
    r"(?:voorwoord|inleiding|samenvatting|visie|ambities?|doelen|doelstellingen|uitgangspunten|"
    r"aanpak|monitoring|evaluatie|organisatie|colofon|begrippenlijst|bijlagen?)",
    re.IGNORECASE,
)
CONTENTS = "inhoudsopgave"


@dataclass(frozen=True)
class Marked:
    """A line and what it is.

    Attributes:
        index: of the line in the document.
        role: what it is.
        words: the place of the words without number or bullet.
        level: of a heading; 0 is unknown.
        repeats: of a heading, how often the document holds it.
        why: of a line that is left out, Dutch.
    """

    index: int
    role: Role
    words: Span
    level: int = 0
    repeats: int = 1
    why: str = ""


def outline(document: Document) -> list[Marked]:
    """Return what each line is, in order."""
    lines = document.lines
    counted = Counter(_plain(line.text) for line in lines if line.text)
    contents = _contents_lines(lines, counted)
    return [
        _mark(document, index, counted)
        if index not in contents
        else Marked(index, "left_out", document.span(index), why=CONTENTS)
        for index in range(len(lines))
    ]


def _mark(document: Document, index: int, counted: Counter[str]) -> Marked:
    line, span = document.lines[index], document.span(index)
    if line.left_out:
        return Marked(index, "left_out", span, why=line.left_out)
    if line.text.strip() == "|":
        return Marked(index, "bar", span)
    if line.form == "item" and not line.text:
        return Marked(index, "empty", span)
    if not line.text:
        return Marked(index, "blank", span)
    if line.form != "cell" and _EMPTY.fullmatch(line.text):
        if line.text.isdigit():
            return Marked(index, "left_out", span, why="bladzijdenummer")
        return Marked(index, "empty", span)
    return _mark_words(document, index, counted)


def _mark_words(document: Document, index: int, counted: Counter[str]) -> Marked:
    line, span = document.lines[index], document.span(index)
    if line.form == "cell":
        return Marked(index, "cell", span)
    bullet = _ITEM.match(line.text)
    if bullet or line.form == "item":
        return Marked(index, "item", _after(span, bullet.end() if bullet else 0))
    number = _NUMBER.match(line.text)
    if line.form == "heading":
        level = _depth(number) or line.level
        return _heading(span, index, number.end() if number else 0, level, counted, line)
    if number and _numbered_heading(document.lines, index):
        return _heading(span, index, number.end(), _depth(number), counted, line)
    lettered = _LETTERED.match(line.text)
    if lettered and _has_neighbour(document.lines, index):
        return Marked(index, "item", _after(span, lettered.end()))
    if _looks_like_heading(document.lines, index, counted):
        return _heading(span, index, 0, 0, counted, line)
    return Marked(index, "text", span)


def _heading(
    span: Span, index: int, skip: int, level: int, counted: Counter[str], line: Line
) -> Marked:
    return Marked(index, "heading", _after(span, skip), level, counted[_plain(line.text)])


def _after(span: Span, skip: int) -> Span:
    return Span(span.start + skip, span.end)


def _depth(number: "re.Match[str] | None") -> int:
    return number["number"].count(".") + 1 if number else 0


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _numbered_heading(lines: Sequence[Line], index: int) -> bool:
    text = lines[index].text
    if len(text) > _LONGEST or len(text.split()) > _MOST_WORDS or _ENDS.search(text):
        return False
    return not _has_neighbour(lines, index)


def _has_neighbour(lines: Sequence[Line], index: int) -> bool:
    """Return whether the line before or after carries a number of the same depth: then a list."""
    own = _LETTERED.match(lines[index].text) or _NUMBER.match(lines[index].text)
    depth = own.group().count(".") if own else 0
    near = [_next_words(lines, index, 1), _next_words(lines, index, -1)]
    found = [_LETTERED.match(one) or _NUMBER.match(one) for one in near]
    return any(one is not None and one.group().count(".") == depth for one in found)


def _next_words(lines: Sequence[Line], index: int, step: int) -> str:
    place = index + step
    while 0 <= place < len(lines) and (not lines[place].text or lines[place].left_out):
        place += step
    return lines[place].text if 0 <= place < len(lines) else ""


def _looks_like_heading(lines: Sequence[Line], index: int, counted: Counter[str]) -> bool:
    """Return whether a line without number or style is a heading all the same."""
    text = lines[index].text
    words = text.split()
    if len(text) > _LONGEST or len(words) > _MOST_WORDS or _ENDS.search(text):
        return False
    if not text[:1].isalpha() or not text[:1].isupper():
        return False
    if text.endswith(":"):
        return False
    letters = [letter for letter in text if letter.isalpha()]
    if len(letters) >= 4 and all(letter.isupper() for letter in letters):
        return True
    if counted[_plain(text)] > 1 or _KNOWN_ALONE.fullmatch(text):
        return True
    before, after = _next_words(lines, index, -1), _next_words(lines, index, 1)
    ended = not before or bool(re.search(r"[.:!?]['’”)]*$", before)) or len(before) < _LONGEST
    return len(words) <= _MOST_SHORT and ended and len(after) > len(text) and len(after) > 60


def _contents_lines(lines: Sequence[Line], counted: Counter[str]) -> set[int]:
    """Return the lines of a table of contents: its heading, and what comes again further on."""
    found: set[int] = set()
    for index, line in enumerate(lines):
        if not re.fullmatch(r"(?:inhoud|inhoudsopgave)", line.text.strip(), re.IGNORECASE):
            continue
        found.add(index)
        later = {_bare(one.text) for one in lines[index + 1 :] if one.text}
        for place in range(index + 1, len(lines)):
            text = lines[place].text
            if not text or lines[place].left_out:
                continue
            if not (_CONTENTS.fullmatch(text) or _comes_again(lines, place, later)):
                break
            found.add(place)
        break
    return found


def _comes_again(lines: Sequence[Line], place: int, later: set[str]) -> bool:
    own = _bare(lines[place].text)
    return own in later and any(_bare(one.text) == own for one in lines[place + 1 :])


def _bare(text: str) -> str:
    """Return the words of a heading without its number and the number of its page."""
    number = _NUMBER.match(text)
    words = text[number.end() :] if number else text
    bullet = _ITEM.match(words)
    words = words[bullet.end() :] if bullet else words
    return _plain(re.sub(r"[\s.…]*\d{1,3}$", "", words))
