"""The goals as rows: what, why, baseline with period and source, target, date and owner.

Word, Excel, PDF, the proposal to the council and the page for residents all read these.
"""

from dataclasses import dataclass
from typing import Any

from integraal.foundation.ui.dutch import listed
from integraal.policy.picture.document_parts.words import written_day
from integraal.policy.picture.writing.rendering import plain_text
from integraal.policy.plan.goals.numbers import indicator_in, with_unit
from integraal.policy.plan.kinds import DIRECTIONS, GOAL

Json = dict[str, Any]
_DIRECTIONS = dict(DIRECTIONS)
NOT_GIVEN = "nog niet bekend"


@dataclass(frozen=True)
class GoalRow:
    """A goal as papers write it; what nobody filled in is empty.

    Attributes:
        number: place of its theme, and its own within it, such as "2.3".
        theme: name of its theme.
        figure: by which figure one sees it.
        direction: which way it should go, in words.
        baseline: the number with what it is of.
        baseline_of: period and source of the baseline.
        by_date: the day in words; ``by_iso`` as stored.
        unit: what baseline and target are counted in, as the indicator says; empty for a number.
    """

    key: str
    number: str
    theme: str
    what: str
    why: str
    owner: str
    deputy: str
    by_date: str
    by_iso: str
    figure: str
    direction: str
    baseline: str
    baseline_period: str
    baseline_source: str
    target: str
    unit: str = ""

    @property
    def baseline_words(self) -> str:
        return with_unit(self.baseline, self.unit)

    @property
    def target_words(self) -> str:
        return with_unit(self.target, self.unit)

    @property
    def baseline_of(self) -> str:
        return ", ".join(part for part in (self.baseline_period, self.baseline_source) if part)


def goal_rows(content: Json) -> list[GoalRow]:
    """Return every goal in order, numbered by theme."""
    return [row for theme in content["themes"] for row in goal_rows_of(theme, content)]


def goal_rows_of(theme: Json, content: Json) -> list[GoalRow]:
    """Return the goals of one theme."""
    place = content["themes"].index(theme) + 1
    goals = [one for one in theme["blocks"] if one["kind"] == GOAL.code]
    return [
        _row(one, theme["name"], f"{place}.{number}", content)
        for number, one in enumerate(goals, start=1)
    ]


def measured_words(row: GoalRow) -> str:
    """Return in words how one sees the goal: the figure, from where to where."""
    if not row.figure:
        return ""
    numbers = [
        f"nu {row.baseline_words}" + (f" ({row.baseline_of})" if row.baseline_of else "")
        if row.baseline
        else "",
        f"streven {row.target_words}" if row.target else "",
    ]
    said = listed([part for part in numbers if part])
    return f"{row.figure}: {said}" if said else row.figure


def _row(goal: Json, theme: str, number: str, content: Json) -> GoalRow:
    given = goal["details"]
    code = given.get("indicator", "")
    named = indicator_in(content, code)
    return GoalRow(
        key=goal["key"],
        number=number,
        theme=theme,
        what=goal["title"],
        why=plain_text(goal["text"], content["figures"]),
        owner=given.get("owner", ""),
        deputy=given.get("deputy", ""),
        by_date=written_day(given.get("by_date", "")),
        by_iso=given.get("by_date", ""),
        figure=(named["name"] if named else code) or given.get("measure", ""),
        direction=_DIRECTIONS.get(given.get("direction", ""), ""),
        baseline=given.get("baseline", ""),
        baseline_period=given.get("baseline_period", ""),
        baseline_source=given.get("baseline_source", ""),
        target=given.get("target", ""),
        unit=named["unit"] if named else "",
    )
