"""How long before a covenant ends or is evaluated we warn; a municipality may choose itself."""

from pathlib import Path

from django.conf import settings

from integraal.foundation.definitions import kinds
from integraal.foundation.definitions import queries as definitions

KIND = "partner-terms"
CODE = "convenanten"
MOST_MONTHS = 36
FIELDS = (
    kinds.Field("name", "Naam", "line"),
    kinds.Field(
        "warn_months",
        "Maanden van tevoren",
        "number",
        "Zo veel maanden voor het einde of de evaluatie van een convenant komt de waarschuwing.",
    ),
)


def register() -> None:
    """Make the term known as a definition that a municipality may change."""
    kinds.register(
        kinds.Kind(
            code=KIND,
            name="Termijn van convenanten",
            fields=FIELDS,
            shipped=lambda: kinds.read_list(
                Path(settings.DEFINITIONS) / "partner_terms.yaml", "partner_terms"
            ),
            problems=problems_of,
        )
    )


def problems_of(content: kinds.Content) -> list[str]:
    """Return what is wrong with a term, in Dutch sentences."""
    months = content.get("warn_months")
    if isinstance(months, int) and 1 <= months <= MOST_MONTHS:
        return []
    return [f"Kies een aantal maanden van 1 tot en met {MOST_MONTHS}."]


def warn_months() -> int:
    """Return how many months before the day the municipality is warned."""
    return int(definitions.current(KIND)[CODE]["warn_months"])
