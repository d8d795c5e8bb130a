"""When a session, its criteria and its themes are right, in sentences. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

NAME, QUESTION, TITLE, SHORT, THEME_NAME = 80, 200, 120, 60, 120
MOST_CRITERIA, MOST_CANDIDATES, MOST_TOP, MOST_DOTS = 8, 20, 10, 20
SCALES = ("marks", "dots")


@dataclass(frozen=True)
class Settings:
    """How a session is held: where and when, under whom, and how people score.

    Attributes:
        title, place, chair: as in the minutes; the chair by function, never by name.
        held_on: its day.
        scale: "marks" (1 to 5 per criterion) or "dots".
        dots: how many dots each participant has.
        asks_weights: whether people also divide 100 points over the criteria.
        top: how many themes count as the top, for "how firm is the top".
    """

    title: str
    held_on: date | None = None
    place: str = ""
    chair: str = ""
    scale: str = "marks"
    dots: int = 5
    asks_weights: bool = False
    top: int = 3

    def cleaned(self) -> "Settings":
        """Return the same without spaces around the words."""
        values = {one.name: getattr(self, one.name) for one in fields(self)}
        kept: dict[str, Any] = {
            name: one.strip() if isinstance(one, str) else one for name, one in values.items()
        }
        return Settings(**kept)


def settings_problem(given: Settings) -> str | None:
    """Return why a session cannot be held like this, or ``None`` when it can."""
    if not given.title:
        return "Geef de sessie een titel."
    for words in (given.title, given.place, given.chair):
        if len(words) > TITLE:
            return f"“{words[:40]}…” is {len(words) - TITLE} tekens te lang. Kort het in."
    if given.scale not in SCALES:
        return "Kies of deelnemers cijfers geven of stippen verdelen."
    if not 1 <= given.dots <= MOST_DOTS:
        return f"Geef elke deelnemer 1 tot en met {MOST_DOTS} stippen."
    if not 1 <= given.top <= MOST_TOP:
        return f"Kies een top van 1 tot en met {MOST_TOP} thema’s."
    return None


def criterion_problem(name: str, question: str) -> str | None:
    """Return why a criterion cannot be, or ``None`` when it can."""
    if not name.strip():
        return "Geef het criterium een naam."
    if len(name) > NAME:
        return f"De naam is {len(name) - NAME} tekens te lang. Kort hem in."
    if len(question) > QUESTION:
        return f"De vraag is {len(question) - QUESTION} tekens te lang. Kort haar in."
    return None


def candidate_problem(name: str, short_name: str) -> str | None:
    """Return why a theme cannot be weighed under this name, or ``None`` when it can."""
    if not name.strip():
        return "Geef het thema een naam."
    if len(name) > THEME_NAME or len(short_name) > SHORT:
        return f"Gebruik hoogstens {THEME_NAME} tekens voor de naam en {SHORT} voor de korte naam."
    return None


def limit_problem(most: Any) -> str | None:
    """Return why this many priorities cannot be the most, or ``None`` when it can."""
    if not isinstance(most, int) or not 1 <= most <= MOST_CANDIDATES:
        return f"Kies een aantal van 1 tot en met {MOST_CANDIDATES}."
    return None


def same_name_problem(name: str, present: Iterable[str], what: str) -> str | None:
    """Return that there is a criterion or theme of this name already, or ``None``."""
    if name.casefold() in {one.casefold() for one in present}:
        return f"Er is al een {what} met de naam “{name}”. Kies een andere naam."
    return None


def scoring_problem(before: Settings, given: Settings) -> str | None:
    """Return that the way of scoring cannot change any more, or ``None`` when it did not."""
    ways = ("scale", "dots", "asks_weights")
    if any(getattr(before, way) != getattr(given, way) for way in ways):
        return (
            "Er is al een ronde geopend, dus hoe mensen scoren ligt vast. "
            "Titel, dag, plaats, voorzitter en de top kunt u nog wel veranderen."
        )
    return None
