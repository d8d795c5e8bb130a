"""Several measures at once, per goal of the plan: one page, one button."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django import forms

from integraal.foundation.people.models import Member
from integraal.policy.picture.filling_in import ShortText
from integraal.policy.picture.writing.rendering import plain_text
from integraal.policy.plan.content import content_around
from integraal.policy.plan.deciding.forms import any_day
from integraal.policy.programme.measures.form_fields import Choices, select
from integraal.policy.programme.models import Measure, Programme
from integraal.policy.programme.outline import Goal
from integraal.policy.programme.rules import LONGEST_TITLE, time_problem

ROWS = 3
"""So many empty rows stand under each goal."""


class RowForm(forms.Form):
    """One measure; a row without words is no measure."""

    title = ShortText("Maatregel", most=LONGEST_TITLE)
    owner = select("Eigenaar", [])
    starts_on = any_day("Vanaf", required=False)
    ends_on = any_day("Tot en met", required=False)
    kind = select("Soort", [("", "kies"), *Measure.Kind.choices])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        problem = time_problem(given.get("starts_on"), given.get("ends_on"))
        if problem and given.get("title"):
            self.add_error("ends_on", problem)
        return given


@dataclass(frozen=True)
class GoalRows:
    """A goal (or a theme without one), what is there for it, and its empty rows."""

    title: str
    why: str
    owner: str
    by_date: str
    theme: str
    goal: uuid.UUID | None
    there: list[str]
    rows: list[RowForm]


@dataclass(frozen=True)
class FromGoals:
    """The whole page: name of a theme with its goals."""

    themes: list[tuple[str, list[GoalRows]]]

    @property
    def filled(self) -> list[tuple[GoalRows, RowForm]]:
        """The rows in which somebody wrote something."""
        return [
            (goal, row) for _, goals in self.themes for goal in goals for row in goal.rows
            if row.is_bound and row["title"].value()
        ]  # fmt: skip

    def is_valid(self) -> bool:
        """Return whether each row with words can be a measure."""
        checked = [row.is_valid() for _, row in self.filled]  # each row shows its own problems
        return all(checked)

    def given(self) -> list[dict[str, Any]]:
        """Return the fields of each measure that was written."""
        return [_fields(goal, row) for goal, row in self.filled]

    def problems(self) -> list[tuple[str, str]]:
        """Return id of the control and the sentence of all that is wrong."""
        return [
            (row[name].id_for_label, f"{row['title'].value()}: {problem}")
            for _, row in self.filled
            for name, found in row.errors.items()
            for problem in found
        ]


def from_goals(programme: Programme, data: Any = None) -> FromGoals:
    """Return the goals of the plan of a programme, each with rows to write measures in."""
    choices = Choices(programme)
    outline, there = choices.outline, _titles(programme)
    figures = content_around(programme.plan, [])["figures"] if programme.plan else {}
    themes = []
    for code, name in outline.themes.items():
        goals = [
            _goal_rows(
                programme,
                replace(goal, why=plain_text(goal.why, figures)),
                there,
                choices,
                data,
            )
            for goal in outline.goals_of(code)
        ]
        if goals:
            themes.append((name, goals))
    return FromGoals(themes)


def _goal_rows(
    programme: Programme,
    goal: Goal,
    there: Mapping[uuid.UUID | None, list[str]],
    choices: Choices,
    data: Any,
) -> GoalRows:
    owner = _owner_of(goal.owner, list(choices.members.values()))
    initial = {
        "starts_on": date(programme.first_year, 1, 1),
        "ends_on": date(programme.last_year, 12, 31),
        "owner": str(owner.pk) if owner else "",
    }
    rows = []
    for at in range(ROWS):
        row = RowForm(data, prefix=f"{goal.key}-{at}", initial=initial)
        field = row.fields["owner"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices.of_members()
        rows.append(row)
    return GoalRows(
        goal.title, goal.why, goal.owner, goal.by_date, goal.theme, goal.key,
        there.get(goal.key, []), rows,
    )  # fmt: skip


def _owner_of(words: str, people: Sequence[Member]) -> Member | None:
    """Return who has the function that a goal names, when that is one person."""
    wanted = words.strip().casefold()
    found = [
        one
        for one in people
        if wanted and wanted in (one.function.casefold(), one.first_role.casefold())
    ]
    return found[0] if len(found) == 1 else None


def _titles(programme: Programme) -> dict[uuid.UUID | None, list[str]]:
    found: dict[uuid.UUID | None, list[str]] = {}
    for goal, title in Measure.objects.filter(programme=programme).values_list("goal", "title"):
        found.setdefault(goal, []).append(title)
    return found


def _fields(goal: GoalRows, row: RowForm) -> dict[str, Any]:
    given = dict(row.cleaned_data)
    owner = given.pop("owner")
    people = Member.objects.filter(pk=owner).first() if owner else None
    return {**given, "owner": people, "theme": goal.theme, "goal": goal.goal}
