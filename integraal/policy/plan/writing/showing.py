"""A block as a page shows it to who reads: text with live figures, details in words, hints."""

import uuid
from dataclasses import dataclass, field
from typing import Any

from integraal.policy.picture.writing.links import figure_url
from integraal.policy.picture.writing.showing import Shown, shown
from integraal.policy.plan.goals.numbers import indicator_in, with_unit
from integraal.policy.plan.goals.showable import Hint, hints_of
from integraal.policy.plan.kinds import BY_CODE, DIRECTIONS, GOAL, THEME, Field, Kind
from integraal.policy.plan.writing.detail_words import detail_words
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
    def is_empty(self) -> bool:
        """Whether there is nothing to read beside its title."""
        return not (self.reads.blocks or self.details)

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


def picture_in(content: Json) -> uuid.UUID:
    """Return the picture the figures come from; without one no figure can be shown anyway."""
    return uuid.UUID(content["picture"]["id"]) if content["picture"] else uuid.UUID(int=0)


def _details(block: Json, kind: Kind, named: Json | None, content: Json) -> list[DetailShown]:
    skipped = {"priority"} if kind is THEME else set()
    if kind is GOAL:
        skipped = {*_OF_BASELINE, "target", "direction"}
    found = [
        _detail(one, value, named, content)
        for one in kind.fields
        if (value := block["details"].get(one.code, "")) and one.code not in skipped
    ]
    return (
        [*found, *_from_to(block["details"], named["unit"] if named else "")]
        if kind is GOAL
        else found
    )


_OF_BASELINE = ("baseline", "baseline_period", "baseline_source")


def _from_to(details: dict[str, str], unit: str) -> list[DetailShown]:
    """Return baseline and target of a goal, each in one line with what belongs to it."""
    baseline, period, source = (details.get(code, "") for code in _OF_BASELINE)
    target = details.get("target", "")
    baseline, target = (with_unit(value, unit) for value in (baseline, target))
    begins = f"{baseline} in {period}" if baseline and period else baseline or period
    begins = f"{begins} ({source})" if begins and source else begins or source
    way = dict(DIRECTIONS).get(details.get("direction", ""), "")
    ends = ", ".join(part for part in (target, way) if part)
    lines = (
        ("Beginstand", begins),
        ("Streefcijfer" if target else "Richting", ends),
    )
    return [DetailShown(label, words) for label, words in lines if words]


def _detail(one: Field, value: str, named: Json | None, content: Json) -> DetailShown:
    if one.form == "indicator":
        if named is None or not content["picture"]:
            return DetailShown(one.name, value)
        return DetailShown(one.name, named["name"], figure_url(picture_in(content), value))
    if one.form == "link":
        return DetailShown(one.name, value, value)
    return DetailShown(one.name, detail_words(one, value))
