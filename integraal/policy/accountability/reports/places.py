"""The places of a report at which the adviser tells something. Pure."""

from collections.abc import Mapping
from typing import Any

LONGEST_TEXT = 20_000
FIXED = {
    "intro": "Vooraf",
    "money": "Toelichting bij het geld",
    "lessons": "Wat wij ervan leerden",
}


def place_name(facts: Mapping[str, Any] | None, place: str) -> str:
    """Return how a place is called; empty when the report has no such place."""
    return places(facts).get(place, "")


def places(facts: Mapping[str, Any] | None) -> dict[str, str]:
    """Return every place with its name, in the order of the report."""
    themes = {f"theme:{one['code']}": one["name"] for one in facts["themes"]} if facts else {}
    return {
        "intro": FIXED["intro"],
        **{place: f"Toelichting bij {name}" for place, name in themes.items()},
        "money": FIXED["money"],
        "lessons": FIXED["lessons"],
    }
