"""When which paper of planning and control is due, and of which year it needs figures. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

DOCUMENT_YEARS = {"vorig": -1, "zelf": 0, "volgend": 1}
SOON_DAYS = 30
_MOST_BACK = 5
# A year without 29 February: a day that is not in every year is none.
_COMMON_YEAR = 2025


@dataclass(frozen=True)
class Moment:
    """A paper that is due on a day.

    Attributes:
        code: of its definition.
        name: with the year it is about ("Begroting 2028").
        due_on: the day by which the text must be there.
        needs: what has to be in it.
        figures: "verplicht", "mag" or "nee": whether it holds the BBV indicators.
        figures_year: the year that these are of.
    """

    code: str
    name: str
    due_on: date
    needs: tuple[str, ...]
    figures: str
    figures_year: int

    def days_left(self, today: date) -> int:
        """Return how many days there are until it is due."""
        return (self.due_on - today).days

    def is_soon(self, today: date) -> bool:
        """Return whether it is due within the days in which the home page tells of it."""
        return 0 <= self.days_left(today) <= SOON_DAYS


def coming(contents: Iterable[Mapping[str, Any]], today: date) -> list[Moment]:
    """Return the next moment of each definition, the first due on top."""
    found = [_next(one, today) for one in contents]
    return sorted(found, key=lambda one: (one.due_on, one.name))


def date_problems(content: Mapping[str, Any]) -> list[str]:
    """Return what is wrong with a moment, in Dutch sentences."""
    problems = (
        (not _is_day(content), "Vul een dag en een maand in die er elk jaar zijn, zoals 1 en 3."),
        (content.get("document_year") not in DOCUMENT_YEARS, "Kies over welk jaar het stuk gaat."),
        (
            content.get("figures") not in ("verplicht", "mag", "nee"),
            "Kies of de indicatoren van het BBV erin staan.",
        ),
        (
            not _is_within(content.get("years_back"), 0, _MOST_BACK),
            f"Kies 0 tot en met {_MOST_BACK} jaren terug.",
        ),
    )
    return [say for is_wrong, say in problems if is_wrong]


def _next(content: Mapping[str, Any], today: date) -> Moment:
    due_on = date(today.year, content["month"], content["day"])
    if due_on < today:
        due_on = due_on.replace(year=today.year + 1)
    about = due_on.year + DOCUMENT_YEARS[content["document_year"]]
    return Moment(
        code=content["code"],
        name=f"{content['name']} {about}",
        due_on=due_on,
        needs=tuple(content.get("needs") or ()),
        figures=content["figures"],
        figures_year=due_on.year - content["years_back"],
    )


def _is_day(content: Mapping[str, Any]) -> bool:
    try:
        date(_COMMON_YEAR, content.get("month") or 0, content.get("day") or 0)
    except (TypeError, ValueError):
        return False
    return True


def _is_within(value: Any, least: int, most: int) -> bool:
    return isinstance(value, int) and least <= value <= most
