"""Where the parts of a document begin: at headings, and at sentences that open a theme. Pure."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from integraal.policy.plan.importing.document import Document, Span
from integraal.policy.plan.importing.recognising.cues import (
    INTRODUCTION,
    kind_of_heading,
    may_hold_themes,
)
from integraal.policy.plan.importing.recognising.found import Part
from integraal.policy.plan.importing.recognising.outline import Marked
from integraal.policy.plan.importing.recognising.sentences import sentences
from integraal.policy.plan.importing.recognising.theme_names import (
    Match,
    ThemeName,
    theme_of_heading,
    theme_of_opening,
)

_SAID_THEME = re.compile(
    r"(?:thema|prioriteit|speerpunt)\s*(?:\d+\s*)?[-–:.]\s*(?=\S)", re.IGNORECASE
)
_TITLE = re.compile(r"veiligheids(?:plan|beleid)|\bIVP\b", re.IGNORECASE)
_HALF, _MOSTLY, _NEAR = 0.5, 0.9, 3
BY_HEADING, BY_OPENING = "door de kop", "door de eerste zin; een kop staat er niet"
NEW_THEME = "door de kop; dit thema staat nog niet in uw lijst"


@dataclass
class Splitter:
    """Goes through the headings of a document and keeps where a part begins."""

    document: Document
    marks: Sequence[Marked]
    themes: Sequence[ThemeName]
    parts: list[Part] = field(default_factory=list)
    title: Span | None = None
    new_themes: dict[str, Span] = field(default_factory=dict)

    def split(self) -> list[Part]:
        """Return the parts in order; together they hold every line."""
        headings = [mark for mark in self.marks if mark.role == "heading"]
        self._take_title(headings)
        headings = [mark for mark in headings if mark.words != self.title]
        self._base = _chapter_level(headings)
        self._theme_levels = {
            mark.level for mark in headings if self._theme_match(mark) is not None
        }
        for place, mark in enumerate(headings):
            self._consider(mark, headings[place + 1 :])
        self._add_openings()
        return self._closed()

    def _take_title(self, headings: Sequence[Marked]) -> None:
        first = next((mark for mark in self.marks if mark.role not in ("blank", "left_out")), None)
        if first is None:
            return
        words = self.document.cut(first.words)
        if (
            _TITLE.search(words)
            and len(words) < 120
            and (first.role == "heading" or re.search(r"20\d\d", words))
        ):
            self.title = first.words

    def _consider(self, mark: Marked, later: Sequence[Marked]) -> None:
        """Begin a part at a heading, or leave it a heading inside the part at hand."""
        at_hand = self.parts[-1] if self.parts else None
        match = self._theme_match(mark)
        if match is not None and self._may_begin_theme(mark, match, at_hand):
            self._begin(mark, "theme", theme=match.theme.code, how=BY_HEADING)
        elif self._is_new_theme(mark, at_hand, later):
            self._begin_new_theme(mark)
        elif self._begins_chapter(mark, at_hand):
            self._begin(mark, "chapter", block=kind_of_heading(self._words(mark)), how=BY_HEADING)

    def _theme_match(self, mark: Marked) -> Match | None:
        words = self._words(mark)
        said = _SAID_THEME.match(words)
        match = theme_of_heading(words[said.end() :] if said else words, self.themes)
        if match is None or (mark.repeats > 1 and match.share < _MOSTLY):
            return None
        says = said is not None or mark.says_theme
        is_enough = match.share >= _HALF or (says and match.share >= 0.3)
        return match if is_enough else None

    def _may_begin_theme(self, mark: Marked, match: Match, at_hand: Part | None) -> bool:
        if at_hand is None:
            return True
        is_deeper = bool(mark.level and at_hand.level and mark.level > at_hand.level)
        if at_hand.kind == "theme":
            return at_hand.theme != match.theme.code and not is_deeper
        return not is_deeper or may_hold_themes(at_hand.block)

    def _is_new_theme(self, mark: Marked, at_hand: Part | None, later: Sequence[Marked]) -> bool:
        """Return whether an unknown heading stands among those of themes, as one of them."""
        words = self._words(mark)
        if mark.repeats > 1 or at_hand is None:
            return False
        is_deeper = bool(mark.level and at_hand.level and mark.level > at_hand.level)
        if (mark.says_theme or _SAID_THEME.match(words)) and not (
            at_hand.kind == "theme" and is_deeper
        ):
            return True
        if at_hand.kind != "theme" or not mark.level or mark.level != at_hand.level:
            return False
        if mark.level > self._base:
            return True
        is_known = kind_of_heading(words) != INTRODUCTION
        return not is_known and any(
            one.level == mark.level and self._theme_match(one) is not None for one in later
        )

    def _begins_chapter(self, mark: Marked, at_hand: Part | None) -> bool:
        if mark.repeats > 1:
            return False
        if at_hand is None or at_hand.kind != "theme":
            is_deeper = bool(
                (at_hand and at_hand.level and mark.level > at_hand.level)
                or (mark.level and mark.level > self._base)
            )
            return not is_deeper
        if mark.level and at_hand.level:
            return mark.level < at_hand.level or mark.level == self._base
        is_closing = kind_of_heading(self._words(mark)) not in (INTRODUCTION, "choosing", "vision")
        return not mark.level and not at_hand.level and is_closing

    def _begin_new_theme(self, mark: Marked) -> None:
        words = self._words(mark)
        said = _SAID_THEME.match(words)
        start = mark.words.start + (said.end() if said else 0)
        name = Span(start, mark.words.end)
        code = slug(self.document.cut(name))
        self.new_themes.setdefault(code, name)
        self._begin(mark, "theme", theme=code, how=NEW_THEME)

    def _begin(
        self, mark: Marked, kind: str, *, theme: str = "", block: str = "", how: str
    ) -> None:
        part = Part(
            kind,  # type: ignore[arg-type]
            mark.index, mark.index, theme=theme, block=block, name=mark.words,
            level=mark.level, how=how,
        )  # fmt: skip
        self.parts.append(part)

    def _add_openings(self) -> None:
        """Begin a theme without a heading where its first sentence introduces it."""
        with_heading = {part.theme for part in self.parts if part.kind == "theme"}
        starts = {part.first for part in self.parts}
        first_theme = min((p.first for p in self.parts if p.kind == "theme"), default=0)
        begun: set[str] = set()
        for place, mark in enumerate(self.marks):
            if mark.role != "text" or mark.index in starts or mark.index < first_theme:
                continue
            if not self._is_fresh(place):
                continue
            opening = next(sentences(self.document, mark.words))
            theme = theme_of_opening(self.document.cut(opening), self.themes)
            if theme and theme.code not in with_heading | begun:
                begun.add(theme.code)
                self.parts.append(
                    Part("theme", mark.index, mark.index, theme=theme.code, how=BY_OPENING)
                )
        self.parts.sort(key=lambda part: part.first)

    def _is_fresh(self, place: int) -> bool:
        """Return whether a paragraph comes after a list, or just before a heading that returns."""
        before = next(
            (m.role for m in reversed(self.marks[:place]) if m.role not in ("blank", "left_out")),
            "",
        )
        after = [m for m in self.marks[place + 1 :] if m.role not in ("blank", "bar")][:_NEAR]
        return before in ("empty", "item", "bar", "") or any(
            m.role == "heading" and m.repeats > 1 for m in after
        )

    def _closed(self) -> list[Part]:
        """Return the parts with their last line, and one for what stands before the first."""
        total = len(self.marks)
        if not total:
            return []
        begins = [part.first for part in self.parts]
        opening = [Part("opening", 0, 0)] if not begins or begins[0] > 0 else []
        found = [*opening, *self.parts]
        ends = [*(part.first - 1 for part in found[1:]), total - 1]
        return [
            Part(**{**part.__dict__, "last": end}) for part, end in zip(found, ends, strict=True)
        ]

    def _words(self, mark: Marked) -> str:
        return self.document.cut(mark.words)


def _chapter_level(headings: Sequence[Marked]) -> int:
    """Return the level of the chapters: the highest that more than one heading has."""
    levels = [mark.level for mark in headings if mark.level]
    return min((one for one in levels if levels.count(one) > 1), default=min(levels, default=0))


def slug(words: str) -> str:
    """Return a code for a new theme, from its name."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-") or "thema"
