"""The norms as they hold for the municipality; it may change them and add its own."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from integraal.foundation.definitions import kinds
from integraal.foundation.definitions import queries as definitions
from integraal.policy.accountability.norms.hints import FACTS

KIND = "audit-norms"
LONGEST_NAME, LONGEST_QUESTION = 80, 300
_USED = (("ja", "ja, in elk rapport"), ("nee", "nee, deze gebruiken wij niet"))
FIELDS = (
    kinds.Field("name", "Naam", "line"),
    kinds.Field("question", "Vraag aan uzelf", "line", "Zo dat ja, deels of nee een antwoord is."),
    kinds.Field(
        "fact", "Wat staat ernaast?", "choice", "Wat het product zelf uit het rapport telt.",
        options=lambda _: tuple(FACTS.items()),
    ),
    kinds.Field("used", "Gebruikt u deze norm?", "choice", options=lambda _: _USED),
    kinds.Field("place", "Volgorde", "number", "1 staat vooraan."),
)  # fmt: skip


@dataclass(frozen=True)
class Norm:
    """A norm with the question of it, and what may be counted beside it (``hints.FACTS``)."""

    code: str
    name: str
    question: str
    fact: str


def register() -> None:
    """Make the norms known as definitions that a municipality may change."""
    kinds.register(
        kinds.Kind(
            code=KIND,
            name="Normen voor de verantwoording",
            fields=FIELDS,
            shipped=lambda: kinds.read_list(
                Path(settings.DEFINITIONS) / "audit_norms.yaml", "audit_norms"
            ),
            problems=problems_of,
            maker=kinds.Maker("norm", _blank, lambda _: "", lambda: (), lambda _: []),
        )
    )


def problems_of(content: kinds.Content) -> list[str]:
    """Return what is wrong with a norm, in Dutch sentences."""
    problems = (
        (
            len(str(content.get("name") or "")) > LONGEST_NAME,
            f"Houd de naam op hoogstens {LONGEST_NAME} tekens.",
        ),
        (
            len(str(content.get("question") or "")) > LONGEST_QUESTION,
            f"Houd de vraag op hoogstens {LONGEST_QUESTION} tekens.",
        ),
        (content.get("fact") not in FACTS, "Kies wat ernaast staat uit de lijst."),
        (content.get("used") not in ("ja", "nee"), "Kies of u deze norm gebruikt."),
    )
    return [say for is_wrong, say in problems if is_wrong]


def norms() -> list[Norm]:
    """Return the norms that the municipality uses, in its order; one query."""
    found = [one for one in definitions.current(KIND).values() if one["used"] == "ja"]
    found.sort(key=lambda one: (one.get("place") or 99, one["code"]))
    return [Norm(one["code"], one["name"], one["question"], one["fact"]) for one in found]


def _blank(code: str, number: int, variant: str) -> dict[str, Any]:
    today = timezone.localdate().isoformat()
    return {
        "code": code,
        "fact": "geen",
        "used": "ja",
        "place": 50,
        "status": "adopted",
        "provenance": {"source": "Door de gemeente zelf gemaakt", "date": today},
    }
