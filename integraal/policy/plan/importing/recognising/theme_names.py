"""Which theme of the municipality a heading or a first sentence is about. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class ThemeName:
    """A theme with everything it may be called.

    Attributes:
        code, name: as in the list of themes of the municipality.
        names: its names; the text of a plan is not expected to use others.
        words: other words for it, from the shipped list.
        is_dropped: whether the municipality left it out of its plan; then only its name counts.
    """

    code: str
    name: str
    names: tuple[str, ...]
    words: tuple[str, ...] = ()
    is_dropped: bool = False

    @cached_property
    def pattern(self) -> "re.Pattern[str]":
        return _pattern((*self.names, *(() if self.is_dropped else self.words)))

    @cached_property
    def name_pattern(self) -> "re.Pattern[str]":
        return _pattern(self.names)


@dataclass(frozen=True)
class Match:
    """A theme, and how much of the words is its name (0 to 1)."""

    theme: ThemeName
    share: float


def theme_of_heading(words: str, themes: Sequence[ThemeName]) -> Match | None:
    """Return the theme whose name fills most of a heading, or ``None`` when it names none."""
    plain = _plain(words)
    best: Match | None = None
    for theme in themes:
        found = max((m.group() for m in theme.pattern.finditer(plain)), key=len, default="")
        share = len(found) / max(len(plain), 1)
        if theme.is_dropped and share < 0.9:
            continue
        if found and (best is None or share > best.share):
            best = Match(theme, share)
    return best


_OPENINGS = (
    r"^(?:onder|binnen|bij|met|voor)\s+(?:het\s+)?(?:thema\s+|de\s+prioriteit\s+)?[‘“'\"]?(?P<name>{})",
    r"^(?:het|de|een)\s+(?:thema\s+|prioriteit\s+)?[‘“'\"]?(?P<name>{})",
    r"^[‘“'\"]?(?P<name>{})[’”'\"]?\s+(?:is|zijn|omvat|gaat|betreft|raakt|komt|blijft|heeft)\b",
)


def theme_of_opening(sentence: str, themes: Sequence[ThemeName]) -> ThemeName | None:
    """Return the theme that a first sentence introduces, such as "Onder het thema X valt"."""
    plain = _plain(sentence)
    found = []
    for theme in themes:
        if theme.is_dropped:
            continue
        for opening in _OPENINGS:
            match = re.match(opening.format(theme.pattern.pattern), plain)
            if match:
                found.append((len(match["name"]), theme))
    return max(found, key=lambda one: one[0])[1] if found else None


def themes_named(words: str, themes: Iterable[ThemeName]) -> list[tuple[ThemeName, int, int]]:
    """Return every theme that is named by its own name, with where."""
    found = []
    for theme in themes:
        for match in theme.name_pattern.finditer(words.casefold()):
            found.append((theme, match.start(), match.end()))
    return sorted(found, key=lambda one: one[1])


def _pattern(names: Iterable[str]) -> "re.Pattern[str]":
    longest_first = sorted({_plain(one) for one in names if one}, key=len, reverse=True)
    written = "|".join(_written(one) for one in longest_first)
    return re.compile(rf"\b(?:{written})\b")


def _written(name: str) -> str:
    # "woon- en leefomgeving" is also written "woon-en leefomgeving".
    return re.sub(r"(?:\\?-)?\\? ", r"[\\s-]+", re.escape(name))


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace("’", "'").split())
