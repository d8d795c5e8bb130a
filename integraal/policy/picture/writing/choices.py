"""The figures that can be put into a text, each as it will read. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from integraal.policy.picture.writing.resolving import Resolver
from integraal.policy.picture.writing.tokens import NAMES, WHATS, Token, What

Json = dict[str, Any]
_OF_A_COUNT = frozenset(WHATS) - {"waarde"}
_MEASURED = frozenset(WHATS) - {"aantal", "marge", "per", "gemiddelde"}
_OF_AN_AREA: tuple[What, ...] = ("aantal", "oordeel")


@dataclass(frozen=True)
class Choice:
    """One figure to choose.

    Attributes:
        theme, theme_name: where it belongs.
        indicator, name: of what it is.
        token: as it is written in a text.
        reads: as it will read there.
        what: what of it is told, with the year.
    """

    theme: str
    theme_name: str
    indicator: str
    name: str
    token: str
    reads: str
    what: str


def choices_of(content: Json, first: str = "", *, with_areas: bool = True) -> list[Choice]:
    """Return every figure that can be put into a text, those of theme ``first`` in front.

    Args:
        content: live or frozen.
        first: code of a theme.
        with_areas: whether the figures of each area are among them; those are many.
    """
    resolver = Resolver(content)
    themes = sorted(content["themes"], key=lambda theme: theme["code"] != first)
    return [
        choice
        for theme in themes
        for one in theme["indicators"]
        for choice in _choices(theme, one, resolver, with_areas)
    ]


def _choices(theme: Json, one: Json, resolver: Resolver, with_areas: bool) -> Iterator[Choice]:
    areas = one.get("areas", []) if with_areas else []
    for token in _tokens(one, areas, resolver.year):
        read = resolver.resolve(token)
        if not read.problem:
            yield Choice(
                theme=theme["code"],
                theme_name=theme["short_name"],
                indicator=one["code"],
                name=one["name"],
                token=str(token),
                reads=read.words,
                what=_told(one, token, read.year),
            )


def _tokens(one: Json, areas: Iterable[Json], year: int) -> Iterable[Token]:
    """Yield what could be told of an indicator; not every one of it is there."""
    wanted = _MEASURED if one.get("side") == "subjective" else _OF_A_COUNT
    for what in WHATS:
        if what in wanted:
            yield Token(one["code"], what, year)
    yield Token(one["code"], "waarde" if one.get("side") == "subjective" else "aantal", year - 1)
    for area in areas:
        for what in _OF_AN_AREA:
            yield Token(one["code"], what, year, area["number"])


def _told(one: Json, token: Token, year: int) -> str:
    if token.area is None:
        return f"{NAMES[token.what]}, {year}"
    area = next(area for area in one["areas"] if area["number"] == token.area)
    return f"{NAMES[token.what]}, {area['name']}, {year}"
