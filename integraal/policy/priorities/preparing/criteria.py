"""What themes are weighed by, as it holds for the municipality; it may lay its own over ours."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from integraal.foundation.definitions import kinds
from integraal.foundation.definitions import queries as definitions
from integraal.policy.priorities.preparing.rules import criterion_problem, limit_problem

CRITERIA, LIMITS = "priority-criteria", "priority-limits"
MOST_PRIORITIES = "prioriteiten"
_BEGINS = (("yes", "ja, een sessie begint ermee"), ("no", "nee, wel aangeboden"))
_FIELDS = (
    kinds.Field("name", "Naam", "line"),
    kinds.Field("question", "Vraag aan de deelnemer", "line", "Kort genoeg voor een telefoon."),
    kinds.Field(
        "begins", "Begint een sessie hiermee?", "choice", options=lambda _: _BEGINS,
        hint="Per sessie kunt u dit anders kiezen.",
    ),
    kinds.Field("order", "Volgorde", "number", "1 staat vooraan.", own_only=True),
)  # fmt: skip
_LIMIT_FIELDS = (
    kinds.Field("name", "Naam", "line"),
    kinds.Field(
        "most", "Hoogste aantal", "number",
        "Bij meer prioriteiten verschijnt een waarschuwing. Zij houdt niets tegen.",
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Weighing:
    """A criterion as the municipality has it: what a new session begins with, or is offered."""

    code: str
    name: str
    question: str
    begins: bool


def register() -> None:
    """Make criteria and limits known as definitions that a municipality may change."""
    folder = Path(settings.DEFINITIONS)
    kinds.register(
        kinds.Kind(
            code=CRITERIA,
            name="Criteria voor prioriteiten",
            fields=_FIELDS,
            shipped=lambda: kinds.read_list(folder / "priority_criteria.yaml", "criteria"),
            problems=_criterion_problems,
            maker=kinds.Maker("criterium", _blank, lambda _: "", lambda: (), lambda _: []),
        )
    )
    kinds.register(
        kinds.Kind(
            code=LIMITS,
            name="Aantal prioriteiten",
            fields=_LIMIT_FIELDS,
            shipped=lambda: kinds.read_list(folder / "priority_limits.yaml", "limits"),
            problems=_limit_problems,
        )
    )


def weighings() -> list[Weighing]:
    """Return every criterion of the municipality of this transaction, in order."""
    found = definitions.current(CRITERIA).values()
    return [
        Weighing(one["code"], one["name"], one.get("question") or "", one["begins"] == "yes")
        for one in sorted(found, key=lambda one: (one.get("order") or 99, one["code"]))
    ]


def most_priorities(limits: definitions.Current) -> int:
    """Return how many priorities are still few, by the ``LIMITS`` of the municipality."""
    return int(limits[MOST_PRIORITIES]["most"])


def _criterion_problems(content: kinds.Content) -> list[str]:
    problem = criterion_problem(str(content.get("name") or ""), str(content.get("question") or ""))
    return [problem] if problem else []


def _limit_problems(content: kinds.Content) -> list[str]:
    problem = limit_problem(content.get("most"))
    return [problem] if problem else []


def _blank(code: str, number: int, variant: str) -> dict[str, Any]:
    today = timezone.localdate().isoformat()
    return {
        "code": code,
        "order": len(weighings()) + 1,
        "status": "adopted",
        "provenance": {"source": "Door de gemeente zelf gemaakt", "date": today},
    }
