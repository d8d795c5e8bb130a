"""The chapters of a report: a theme with its goals and measures, as papers print them. Pure."""

from dataclasses import asdict
from typing import Any

from integraal.foundation.ui.dutch import day
from integraal.policy.accountability.outline import (
    Account,
    GoalAccount,
    MeasureAccount,
    Outcome,
    ThemeAccount,
)
from integraal.policy.accountability.papers.sourcing import (
    Numbers,
    marks_of,
    sentence_on_paper,
    spans_of,
)
from integraal.policy.accountability.reports.telling.words import LIGHTS

Json = dict[str, Any]
OUTCOMES: dict[Outcome, str] = {
    "reached": "good", "ahead": "good", "behind": "bad", "unclear": "flat", "unknown": "few",
}  # fmt: skip
"""Colour of a verdict; the word says it, the colour repeats it."""
COUNTED: tuple[tuple[str, tuple[Outcome, ...]], ...] = (
    ("Bereikt", ("reached",)),
    ("Ligt voor", ("ahead",)),
    ("Ligt achter", ("behind",)),
    ("Niet te zeggen", ("unclear", "unknown")),
)
"""The columns of the table with what became of the goals."""
_MARK_COLOURS = {"good": "good", "attention": "watch", "stuck": "bad"}
_SIDES = (("quality", "Kwaliteit"), ("time", "Tijd"), ("money", "Geld"))


def counts_of(account: Account) -> list[Json]:
    """Return per theme how many goals had which outcome, and how many measures there are."""
    return [
        {
            "code": theme.code,
            "name": theme.name,
            "cells": [sum(goal.outcome in wanted for goal in theme.goals) for _, wanted in COUNTED],
            "measures": len(theme.all_measures),
            "done": sum(one.status == "done" for one in theme.all_measures),
        }
        for theme in account.themes
    ]


def theme_on_paper(theme: ThemeAccount, numbers: Numbers) -> Json:
    """Return one chapter: what was promised, done and brought, and what comes with it."""
    return {
        "code": theme.code,
        "name": theme.name,
        "text": theme.text,
        "goals": [_goal(one, numbers) for one in theme.goals],
        "done": [sentence_on_paper(one, numbers) for one in theme.done],
        "groups": _groups(theme, numbers),
        "changed": [sentence_on_paper(one, numbers) for one in theme.changed],
        "cannot_say": [sentence_on_paper(one, numbers) for one in theme.cannot_say],
    }


def _goal(goal: GoalAccount, numbers: Numbers) -> Json:
    return {
        "title": goal.title,
        "promised": sentence_on_paper(goal.promised, numbers),
        "reached": sentence_on_paper(goal.reached, numbers),
        "outcome": {
            "kind": OUTCOMES.get(goal.outcome, "flat"),
            "direction": "none",
            "label": goal.outcome_label,
        },
    }


def _groups(theme: ThemeAccount, numbers: Numbers) -> list[Json]:
    """Return the measures under the goal they serve; those without one come last."""
    groups = [(f"Voor het doel: {goal.title}", goal.title, goal.measures) for goal in theme.goals]
    groups.append(("Andere maatregelen" if theme.goals else "Maatregelen", "", theme.measures))
    return [
        {
            "name": name,
            "goal": goal,
            "measures": [measure_on_paper(one, numbers) for one in measures],
        }
        for name, goal, measures in groups
        if measures
    ]


def measure_on_paper(one: MeasureAccount, numbers: Numbers) -> Json:
    """Return a measure as a row: what was promised, where it stands, what was said of it."""
    return {
        **asdict(one),
        "who": one.who or "Van niemand",
        "has_owner": bool(one.who),
        "status_label": one.status_label or "niets gemeld",
        "sides": sides_of(one),
        "said_on": day(one.said_on) if one.said_on else "",
        "spans": spans_of((one.source,), numbers),
        "marks": marks_of((one.source,), numbers),
    }


def sides_of(one: MeasureAccount) -> list[Json]:
    """Return how quality, time and money stand, in words with the colour that repeats them."""
    return [
        {"name": name, "label": LIGHTS.get(mark, mark), "kind": _MARK_COLOURS.get(mark, "flat")}
        for code, name in _SIDES
        if (mark := getattr(one, code))
    ]
