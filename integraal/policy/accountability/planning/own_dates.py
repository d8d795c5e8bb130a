"""The moments as they hold for the municipality; it may change them and add its own."""

from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from integraal.foundation.definitions import kinds
from integraal.foundation.definitions import queries as definitions
from integraal.policy.accountability.planning.moments import Moment, coming, date_problems

KIND = "planning-dates"
_YEARS = (("vorig", "het jaar ervoor"), ("zelf", "het jaar zelf"), ("volgend", "het jaar erna"))
_FIGURES = (("verplicht", "ja, verplicht"), ("mag", "mag"), ("nee", "nee"))
FIELDS = (
    kinds.Field("name", "Naam", "line", "Zonder het jaar; dat zet het product erachter."),
    kinds.Field("day", "Dag", "number", "Op deze dag moet uw tekst er zijn."),
    kinds.Field("month", "Maand", "number", "1 is januari."),
    kinds.Field(
        "document_year", "Over welk jaar gaat het stuk?", "choice",
        "Gezien vanaf het jaar van die dag.", options=lambda _: _YEARS,
    ),
    kinds.Field("needs", "Wat is ervoor nodig?", "lines", "Elke regel is één ding."),
    kinds.Field(
        "figures", "Staan de indicatoren van het BBV erin?", "choice", options=lambda _: _FIGURES
    ),
    kinds.Field(
        "years_back", "Cijfers van hoeveel jaar terug?", "number",
        "1 is het jaar vóór de dag waarop de tekst er moet zijn.",
    ),
)  # fmt: skip


def register() -> None:
    """Make the moments known as definitions that a municipality may change."""
    kinds.register(
        kinds.Kind(
            code=KIND,
            name="Begroting en jaarrekening",
            fields=FIELDS,
            shipped=lambda: kinds.read_list(
                Path(settings.DEFINITIONS) / "planning_dates.yaml", "planning_dates"
            ),
            problems=date_problems,
            maker=kinds.Maker("moment", _blank, lambda _: "", lambda: (), lambda _: []),
        )
    )


def coming_moments(today: date) -> list[Moment]:
    """Return the moments of the coming year, the first due on top; one query."""
    return coming(definitions.current(KIND).values(), today)


def _blank(code: str, number: int, variant: str) -> dict[str, Any]:
    today = timezone.localdate().isoformat()
    return {
        "code": code,
        "document_year": "zelf",
        "figures": "mag",
        "years_back": 1,
        "status": "adopted",
        "provenance": {"source": "Door de gemeente zelf gemaakt", "date": today},
    }
