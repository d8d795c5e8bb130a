"""What differs between two versions of a picture: the texts in words, the figures in numbers."""

from dataclasses import dataclass
from typing import Any

from integraal.policy.picture.content import content_of
from integraal.policy.picture.models import Picture
from integraal.policy.picture.parts import WHOLE, parts_of
from integraal.policy.picture.texts_content import text_in
from integraal.policy.picture.writing.rendering import plain_text
from integraal.policy.picture.writing.resolving import value_words

Json = dict[str, Any]
WHOLE_NAME = "Het beeld als geheel"


@dataclass(frozen=True)
class PartDifference:
    """One text that differs, each version as its reader saw it: with the figures of then."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class ThemeDifference:
    """One theme in two versions, or the picture as a whole.

    Attributes:
        figures: sentences about the figures that differ.
        parts: the texts that differ.
    """

    name: str
    figures: list[str]
    parts: list[PartDifference]

    @property
    def changed(self) -> bool:
        return bool(self.parts or self.figures)


def theme_differences(earlier: Picture, later: Picture) -> list[ThemeDifference]:
    """Return the picture as a whole and every theme of either version, with what differs."""
    before, after = content_of(earlier), content_of(later)
    old = {theme["code"]: theme for theme in before["themes"]}
    new = {theme["code"]: theme for theme in after["themes"]}
    whole = ThemeDifference(WHOLE_NAME, [], _parts(WHOLE, (before, before), (after, after)))
    themes = [
        ThemeDifference(
            name=(new.get(code) or old[code])["name"],
            figures=_figures(_in(old, code, "indicators"), _in(new, code, "indicators")),
            parts=_parts(code, (old.get(code), before), (new.get(code), after)),
        )
        for code in dict.fromkeys([*new, *old])
    ]
    return [whole, *themes]


def _in(themes: dict[str, Json], code: str, key: str) -> list[Json]:
    return list(themes[code][key]) if code in themes else []


def _parts(
    theme: str, before: tuple[Json | None, Json], after: tuple[Json | None, Json]
) -> list[PartDifference]:
    """Return the texts that differ; each side is what holds the texts, and the whole content."""
    found = []
    for part in parts_of(theme):
        old, new = (_as_read(side, part.code) for side in (before, after))
        if old != new:
            found.append(PartDifference(part.name, old, new))
    return found


def _as_read(side: tuple[Json | None, Json], part: str) -> str:
    holder, content = side
    return plain_text(text_in(holder["passages"], part), content) if holder else ""


def _figures(before: list[Json], after: list[Json]) -> list[str]:
    old = {one["code"]: one for one in before}
    new = {one["code"]: one for one in after}
    found = []
    for code in dict.fromkeys([*new, *old]):
        was, now = _value(old.get(code)), _value(new.get(code))
        if was != now:
            name = (new.get(code) or old[code])["name"]
            found.append(f"{name}: {was} werd {now}.")
    return found


def _value(one: Json | None) -> str:
    return "niet opgenomen" if one is None else value_words(one["estimate"] or {}, one["unit"])
