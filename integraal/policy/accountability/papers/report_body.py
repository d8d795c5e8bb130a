"""All that an account says, part by part, as papers are filled with it. Pure."""

from pathlib import Path
from typing import Any

from integraal.foundation.ui.dutch import day
from integraal.policy.accountability.outline import Account, NormLine, QuestionLine, Sentence
from integraal.policy.accountability.papers.sourcing import (
    Numbers,
    numbers_of,
    sentence_on_paper,
    source_lines,
)
from integraal.policy.accountability.papers.themes_on_paper import (
    COUNTED,
    counts_of,
    theme_on_paper,
)

Json = dict[str, Any]
TEMPLATE = Path(__file__).parents[1] / "document_templates" / "report.typ"
"""What is filled with it."""


def body_of(account: Account) -> Json:
    """Return all that the account says, part by part."""
    numbers = numbers_of(account)
    return {
        "intro": account.intro,
        "summary": _sentences(account.summary, numbers),
        "counted": [name for name, _ in COUNTED],
        "counts": counts_of(account),
        "themes": [theme_on_paper(one, numbers) for one in account.themes],
        "money": [
            [one.theme, one.budget, one.spent, one.hours_planned, one.hours_spent, one.note]
            for one in account.money
        ],
        "money_said": _sentences(account.money_said, numbers),
        "money_text": account.money_text,
        "changed": _sentences(account.changed, numbers),
        "came_between": _sentences(account.came_between, numbers),
        "joined": _sentences(account.joined, numbers),
        "cannot_say": _sentences(account.cannot_say, numbers),
        "lessons": account.lessons,
        "norms": [_norm(one) for one in account.norms],
        "questions": [_question(one) for one in account.questions],
        "sources": source_lines(account, numbers),
        "facts_mark": account.facts_mark,
    }


def _sentences(given: tuple[Sentence, ...], numbers: Numbers) -> list[Json]:
    return [sentence_on_paper(one, numbers) for one in given]


def _norm(one: NormLine) -> Json:
    return {
        "name": one.name,
        "question": one.question,
        "answer": one.answer or "nog niet beantwoord",
        "text": one.text,
    }


def _question(one: QuestionLine) -> Json:
    return {
        "title": one.title,
        "asked": f"{one.kind}, {one.asked_by}, {day(one.asked_on)}",
        "question": one.question,
        "answer": one.answer or "Nog geen antwoord.",
        "answered_on": day(one.answered_on) if one.answered_on else "",
    }
