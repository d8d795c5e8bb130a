"""What each line of a document is: heading, text, item, or an empty list where items fell out."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from integraal.policy.plan.importing.document import Document, Line, Span

Role = Literal["blank", "heading", "text", "item", "cell", "empty", "bar", "left_out"]
_BULLET = r"[-–—*•●○▪■◦‣·\uf0b7\uf0a7]"
_EMPTY = re.compile(rf"(?:\s|{_BULLET}|\d{{1,2}}[.)])+")
_ITEM = re.compile(rf"(?:{_BULLET}\s+)+(?=\S)")
_LETTERED = re.compile(r"(?:\d{1,2}[.)]|[a-z]\))\s+(?=\S)")
_NUMBER = re.compile(
    r"(?:(?:hoofdstuk|(?P<theme>thema|prioriteit|speerpunt)|paragraaf|deel|bijlage)\s+(?=\d))?"
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})\s?[.:)]?\s*[-–:]?\s+(?=[^\W\d_])",
    re.IGNORECASE,
)
_CONTENTS = re.compile(r"(?:.*\S)(?:\s?\.{3,}\s?|…+\s?|\s)\d{1,3}$")
_SAYS_THEME = re.compile(r"(?:thema|prioriteit|speerpunt)\s*[-–:]", re.IGNORECASE)
_ENDS = re.compile(r"[.;!?,]$")
_LONGEST, _LONGEST_STYLED, _MOST_WORDS, _MOST_SHORT = 110, 200, 14, 8
_KNOWN_ALONE = re.compile(
    r"(?:voorwoord|inleiding|samenvatting|visie|ambities?|doelen|doelstellingen|uitgangspunten|"
    r"aanpak|monitoring|evaluatie|organisatie|colofon|begrippenlijst|bijlagen?)",
    re.IGNORECASE,
)
CONTENTS, WORDLESS = "inhoudsopgave", "regel zonder woorden"


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
        says_theme: whether a heading says itself that it is of a theme, as in "Thema 2: Jeugd".
    """

    index: int
    role: Role
    words: Span
    level: int = 0
    repeats: int = 1
    why: str = ""
    says_theme: bool = False


def outline(document: Document) -> list[Marked]:
    """Return what each line is, in order."""
    lines = document.lines
    counted = Counter(_plain(line.text) for line in lines if line.text)
    contents = _contents_lines(lines, counted)
    marks = [
        _mark(document, index, counted)
        if index not in contents
        else Marked(index, "left_out", document.span(index), why=CONTENTS)
        for index in range(len(lines))
    ]
    headings = Counter(_plain(document.cut(m.words)) for m in marks if m.role == "heading")
    return [
        replace(mark, repeats=headings[_plain(document.cut(mark.words))])
        if mark.role == "heading"
        else mark
        for mark in marks
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
        return Marked(index, "empty", span)
    if line.form != "cell" and not any(letter.isalpha() for letter in line.text):
        return Marked(index, "left_out", span, why=WORDLESS)
    return _mark_words(document, index, counted)


def _mark_words(document: Document, index: int, counted: Counter[str]) -> Marked:
    line, span = document.lines[index], document.span(index)
    if line.form == "cell":
        return Marked(index, "cell", span)
    bullet = _ITEM.match(line.text)
    if bullet or line.form == "item":
        return Marked(index, "item", _after(span, bullet.end() if bullet else 0))
    number = _NUMBER.match(line.text)
    if line.form == "heading" and len(line.text) <= _LONGEST_STYLED:
        # Sizes of letters say less about the level than numbers; styles say more.
        level = line.level if line.level and not line.page else _depth(number) or line.level
        return _heading(span, index, number, level, line)
    if number and _numbered_heading(document.lines, index):
        return _heading(span, index, number, _depth(number), line)
    lettered = _LETTERED.match(line.text)
    if lettered and _has_neighbour(document.lines, index):
        return Marked(index, "item", _after(span, lettered.end()))
    if _looks_like_heading(document.lines, index, counted):
        return _heading(span, index, None, 0, line)
    return Marked(index, "text", span)


def _heading(
    span: Span,
    index: int,
    number: "re.Match[str] | None",
    level: int,
    line: Line,
) -> Marked:
    return Marked(
        index,
        "heading",
        _after(span, number.end() if number else 0),
        level,
        says_theme=bool((number and number["theme"]) or _SAYS_THEME.match(line.text)),
    )


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
    number = _NUMBER.match(text)
    # A list counts 1, 2, 3; only headings count 1.1, 1.2.
    return bool(number and "." in number["number"]) or not _has_neighbour(lines, index)


def _has_neighbour(lines: Sequence[Line], index: int) -> bool:
    """Return whether the line before or after carries a number of the same depth: then a list."""
    own = _LETTERED.match(lines[index].text) or _NUMBER.match(lines[index].text)
    depth = own.group().count(".") if own else 0
    near = [_next_words(lines, index, 1), _next_words(lines, index, -1)]
    found = [_LETTERED.match(one) or _NUMBER.match(one) for one in near]
    return any(
        one is not None and one.group().count(".") == depth and not _CONTENTS.fullmatch(text)
        for one, text in zip(found, near, strict=True)
    )


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
    leads = len(after) > max(len(text), 60) or bool(_ITEM.match(after) or _EMPTY.fullmatch(after))
    return len(words) <= _MOST_SHORT and ended and leads


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
