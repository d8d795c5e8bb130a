"""What differs between two versions of a picture: the texts in words, the figures in numbers."""

from dataclasses import dataclass
from typing import Any

from integraal.policy.picture.content import content_of
from integraal.policy.picture.models import Picture
from integraal.policy.picture.parts import THEME_PARTS

Json = dict[str, Any]


@dataclass(frozen=True)
class ThemeDifference:
    """One theme in two versions."""

    name: str
    before: str
    after: str
    figures: list[str]

    @property
    def text_changed(self) -> bool:
        return self.before != self.after

    @property
    def changed(self) -> bool:
        return self.text_changed or bool(self.figures)


def theme_differences(earlier: Picture, later: Picture) -> list[ThemeDifference]:
    """Return every theme of either version with its texts and the figures that differ."""
    before = {theme["code"]: theme for theme in content_of(earlier)["themes"]}
    after = {theme["code"]: theme for theme in content_of(later)["themes"]}
    return [
        _difference(before.get(code), after.get(code)) for code in dict.fromkeys([*after, *before])
    ]


def _difference(before: Json | None, after: Json | None) -> ThemeDifference:
    old, new = before or {}, after or {}
    return ThemeDifference(
        name=new.get("name") or old["name"],
        before=_words(old),
        after=_words(new),
        figures=_figures(old.get("indicators", []), new.get("indicators", [])),
    )


def _words(theme: Json) -> str:
    """Return every text of a theme, one after the other, each under its name."""
    texts = theme.get("passages", {})
    return "\n\n".join(
        f"{part.name}\n{texts[part.code]['text']}" for part in THEME_PARTS if part.code in texts
    )


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
    if one is None:
        return "niet opgenomen"
    estimate = one["estimate"]
    return "onbekend" if not estimate or estimate["value"] is None else str(estimate["value"])
