"""What somebody fills in about a question of the council, as one thing."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from integraal.foundation.ui.cleaning import cleaned
from integraal.policy.accountability.models import CouncilQuestion, Report

LONGEST_TITLE, LONGEST_WHO, LONGEST_TEXT = 160, 120, 20_000


@dataclass(frozen=True)
class Asked:
    """What was asked, by which party or committee, on which day.

    ``due_on`` empty takes the term of its kind; ``report`` is the report it is about.
    """

    title: str
    question: str
    asked_by: str
    asked_on: date
    kind: str = "written"
    due_on: date | None = None
    theme: str = ""
    report: Report | None = None

    def values(self) -> dict[str, Any]:
        """Return the fields of the row, words without stray blanks."""
        return {
            "kind": self.kind,
            "title": one_line(self.title),
            "question": cleaned(self.question),
            "asked_by": one_line(self.asked_by),
            "asked_on": self.asked_on,
            "due_on": self.due_on,
            "theme": self.theme,
            "report": self.report,
        }


def asked_problem(asked: Asked, today: date) -> str | None:
    """Return why a question cannot be kept so, or ``None``."""
    given = asked.values()
    problems = (
        (asked.kind not in CouncilQuestion.Kind.values, "Kies wat voor vraag het is."),
        (
            not 0 < len(given["title"]) <= LONGEST_TITLE,
            f"Geef de vraag een titel van hoogstens {LONGEST_TITLE} tekens.",
        ),
        (
            not 0 < len(given["question"]) <= LONGEST_TEXT,
            f"Schrijf op wat er is gevraagd, in hoogstens {LONGEST_TEXT} tekens.",
        ),
        (
            not 0 < len(given["asked_by"]) <= LONGEST_WHO,
            f"Vul in welke fractie of commissie het vroeg, in hoogstens {LONGEST_WHO} tekens.",
        ),
        (asked.asked_on > today, "De vraag is in de toekomst gesteld. Kijk de dag na."),
        (
            asked.due_on is not None and asked.due_on < asked.asked_on,
            "De uiterste dag ligt vóór de dag van de vraag. Kijk beide dagen na.",
        ),
    )
    return next((say for is_wrong, say in problems if is_wrong), None)


def answer_problem(
    text: str, answered_on: date | None, row: CouncilQuestion, today: date
) -> str | None:
    """Return why an answer cannot be kept so, or ``None``.

    Args:
        text: what is answered.
        answered_on: when the council got it; ``None`` while it is being written.
        row: the question.
        today: today.
    """
    if len(text) > LONGEST_TEXT:
        return f"Het antwoord is langer dan {LONGEST_TEXT} tekens. Kort in."
    if answered_on is None:
        given = "De raad heeft dit antwoord al. Laat de dag staan waarop hij het kreeg."
        return given if row.answered_on else None
    if not text:
        return "Schrijf het antwoord op, of laat de dag nog leeg."
    if answered_on > today:
        return "Het antwoord is in de toekomst gegeven. Kijk de dag na."
    if answered_on < row.asked_on:
        return "Het antwoord ligt vóór de dag van de vraag. Kijk de dag na."
    return None


def one_line(text: str) -> str:
    """Return a text of one line without stray blanks."""
    return " ".join(cleaned(text).split())
