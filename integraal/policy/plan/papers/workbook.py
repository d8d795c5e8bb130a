"""The goals as an Excel file: one row each, with numbers as numbers and days as days."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from integraal.foundation.audit.actors import Actor
from integraal.foundation.documents.papers import handed_out
from integraal.foundation.ui.spreadsheets import Cell, Sheet, as_workbook_of
from integraal.policy.plan.checks.numbers import as_number
from integraal.policy.plan.content import content_of
from integraal.policy.plan.document_parts.chapters import is_priority
from integraal.policy.plan.document_parts.goals import GoalRow, goal_rows_of
from integraal.policy.plan.models import Plan
from integraal.policy.plan.papers.file_names import file_name

Json = dict[str, Any]
Rows = Iterator[tuple[Cell, ...]]
RECIPE_NUMBER = 1
"""Goes up when the same content gives another file."""
HEADS = (
    "Nr", "Thema", "Prioriteit", "Wat wilt u bereiken", "Waarom", "Wie", "Vervanger", "Wanneer",
    "Te zien aan", "Richting", "Beginstand", "Beginstand: periode", "Beginstand: bron",
    "Streefcijfer", "Kenmerk",
)  # fmt: skip
GUIDE = (
    ("Doelen", "Eén regel per doel. Het kenmerk blijft gelijk in elke versie van het plan."),
    ("Leeg", "Een lege cel is niet ingevuld; dat is niet nul."),
)


def goals_workbook(*, by: Actor, plan: Plan) -> tuple[str, bytes]:
    """Return file name and bytes of the goals in Excel."""
    content = content_of(plan)
    state = f"{plan.state_label}, versie {plan.version}"
    return handed_out(
        by=by,
        is_frozen=plan.is_frozen,
        name=file_name(plan, "xlsx", "doelen"),
        made_of={"content": content, "state": state, "recipe": RECIPE_NUMBER},
        make=lambda: workbook_of(content, state, plan.fingerprint),
    )


def workbook_of(content: Json, state: str, fingerprint: str = "") -> bytes:
    """Return the workbook of a content; ``state`` says whether it is a draft and which version."""
    return as_workbook_of(
        Sheet("Leeswijzer", ("Onderwerp", "Uitleg"), _guide(content, state, fingerprint)),
        Sheet("Doelen", HEADS, _goals(content)),
        Sheet("Thema's", ("Thema", "Prioriteit", "Waar het op ligt", "Waarom", "Doelen"),
              _themes(content)),
    )  # fmt: skip


def _guide(content: Json, state: str, fingerprint: str) -> Rows:
    yield "Titel", content["title"]
    yield "Gemeente", content["municipality"]
    yield "Looptijd", f"{content['first_year']} tot en met {content['last_year']}"
    yield "Staat", state
    if fingerprint:
        yield "Vingerafdruk van de inhoud", fingerprint
    yield from GUIDE


def _goals(content: Json) -> Rows:
    for theme in content["themes"]:
        for row in goal_rows_of(theme, content):
            yield _goal(row, theme)


def _goal(row: GoalRow, theme: Json) -> tuple[Cell, ...]:
    return (
        row.number, row.theme, _yes_no(theme), row.what, row.why,
        row.owner, row.deputy, date.fromisoformat(row.by_iso) if row.by_iso else None,
        row.figure, row.direction, as_number(row.baseline), row.baseline_period,
        row.baseline_source, as_number(row.target), row.key,
    )  # fmt: skip


def _themes(content: Json) -> Rows:
    for theme in content["themes"]:
        details = theme["details"]
        yield (
            theme["name"], _yes_no(theme), details.get("focus", ""), details.get("reason", ""),
            len(goal_rows_of(theme, content)),
        )  # fmt: skip


def _yes_no(theme: Json) -> str:
    return "ja" if is_priority(theme) else "nee"
