"""A block as a page shows it to who reads: text with live figures, details in words, hints."""

import uuid
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from integraal.foundation.ui.dutch import day
from integraal.policy.picture.writing.links import figure_url
from integraal.policy.picture.writing.showing import Shown, shown
from integraal.policy.plan.goals.showable import Hint, hints_of
from integraal.policy.plan.kinds import BY_CODE, GOAL, THEME, Field, Kind
from integraal.policy.plan.writing.lacking import lacking_of
from integraal.policy.plan.writing.links import anchor

Json = dict[str, Any]


@dataclass(frozen=True)
class DetailShown:
    """A detail in words, with an address when it leads somewhere."""

    label: str
    words: str
    url: str = ""


@dataclass(frozen=True)
class BlockShown:
    """What ``plan/writing_block.html`` shows.

    Attributes:
        lacking: what a goal still needs to be complete work, in single words.
        by, on: who wrote it, by function, and the day in ISO form.
    """

    key: str
    kind: Kind
    title: str
    reads: Shown
    details: list[DetailShown]
    by: str
    on: str
    hints: list[Hint] = field(default_factory=list)
    lacking: list[str] = field(default_factory=list)

    @property
    def anchor(self) -> str:
        return anchor(self.key)

    @property
    def name(self) -> str:
        """What it is called where its title is needed, though it may have none."""
        return self.title or self.kind.name.capitalize()


def block_shown(block: Json, content: Json) -> BlockShown:
    """Return a block of a content for its reader.

    Args:
        block: one of the content.
        content: of the plan, or ``{"figures": ..., "picture": ...}`` of it.
    """
    kind, picture = BY_CODE[block["kind"]], picture_in(content)
    is_goal = kind is GOAL
    named = indicator_in(content, block["details"].get("indicator", "")) if is_goal else None
    return BlockShown(
        key=block["key"],
        kind=kind,
        title=block["title"],
        reads=shown(block["text"], content["figures"], picture),
        details=_details(block, kind, named, content),
        by=block["by"],
        on=block["on"],
        hints=hints_of(block["details"], named) if is_goal else [],
        lacking=lacking_of(block) if is_goal else [],
    )


def indicator_in(content: Json, code: str) -> Json | None:
    """Return an indicator of the figures of a plan, or ``None``."""
    found = (one for theme in content["figures"]["themes"] for one in theme["indicators"])
    return next((one for one in found if one["code"] == code), None)


def picture_in(content: Json) -> uuid.UUID:
    """Return the picture the figures come from; without one no figure can be shown anyway."""
    return uuid.UUID(content["picture"]["id"]) if content["picture"] else uuid.UUID(int=0)


def _details(block: Json, kind: Kind, named: Json | None, content: Json) -> list[DetailShown]:
    skipped = {"priority"} if kind is THEME else set()
    found = []
    for one in kind.fields:
        value = block["details"].get(one.code, "")
        if value and one.code not in skipped:
            found.append(_detail(one, value, named, content))
    return found


def _detail(one: Field, value: str, named: Json | None, content: Json) -> DetailShown:
    if one.form == "indicator":
        if named is None or not content["picture"]:
            return DetailShown(one.name, value)
        return DetailShown(one.name, named["name"], figure_url(picture_in(content), value))
    if one.form == "link":
        return DetailShown(one.name, value, value)
    return DetailShown(one.name, detail_words(one, value))


def detail_words(one: Field, value: str) -> str:
    """Return a detail as it is read, without its address."""
    if one.form == "choice":
        return dict(one.choices).get(value, value)
    if one.form == "date":
        try:
            return day(date.fromisoformat(value))
        except ValueError:
            return value
    return value
