"""Within how many days a question is answered; a municipality may lay its own over ours."""

from datetime import date, timedelta
from pathlib import Path

from django.conf import settings

from integraal.foundation.definitions import kinds
from integraal.foundation.definitions import queries as definitions

KIND = "council-terms"
MOST_DAYS = 366
FIELDS = (
    kinds.Field("name", "Naam", "line"),
    kinds.Field(
        "days",
        "Dagen tot het antwoord",
        "number",
        "Geldt voor nieuwe vragen. Van een vraag die er al is, past u de dag bij de vraag aan.",
    ),
)


def register() -> None:
    """Make the terms known as definitions that a municipality may change."""
    kinds.register(
        kinds.Kind(
            code=KIND,
            name="Termijn van raadsvragen",
            fields=FIELDS,
            shipped=lambda: kinds.read_list(
                Path(settings.DEFINITIONS) / "council_terms.yaml", "council_terms"
            ),
            problems=problems_of,
        )
    )


def problems_of(content: kinds.Content) -> list[str]:
    """Return what is wrong with a term, in Dutch sentences."""
    days = content.get("days")
    if isinstance(days, int) and 1 <= days <= MOST_DAYS:
        return []
    return [f"Kies een aantal dagen van 1 tot en met {MOST_DAYS}."]


def due_on(kind: str, asked_on: date) -> date:
    """Return the day by which a question of a kind has to be answered."""
    return asked_on + timedelta(days=int(definitions.current(KIND)[kind]["days"]))
