"""Which periods a report may be over. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from integraal.foundation.ui.dutch import day
from integraal.policy.accountability.reports.telling.words import KINDS

LONGEST_TITLE = 120
_MONTHS_OF_A_QUARTER = 3


@dataclass(frozen=True)
class Period:
    """A period a report is over; ``kind`` is "quarter", "year" or "final"."""

    kind: str
    first_day: date
    last_day: date

    @property
    def title(self) -> str:
        """The usual title of a report over it."""
        if self.kind == "quarter":
            number = (self.last_day.month + 2) // 3
            return f"Kwartaalrapportage {self.last_day.year}, {number}e kwartaal"
        if self.kind == "year":
            return f"Jaarrapportage {self.last_day.year}"
        return f"Eindevaluatie {self.first_day.year}-{self.last_day.year}"


def periods(first_year: int, last_year: int) -> Iterator[Period]:
    """Yield every period of a programme, in the order in which they end."""
    for year in range(first_year, last_year + 1):
        for number in range(4):
            start = date(year, number * _MONTHS_OF_A_QUARTER + 1, 1)
            yield Period("quarter", start, _end_of_quarter(start))
        yield Period("year", date(year, 1, 1), date(year, 12, 31))
    yield Period("final", date(first_year, 1, 1), date(last_year, 12, 31))


def due(
    first_year: int, last_year: int, made: Iterable[tuple[str, date]], today: date
) -> list[Period]:
    """Return the periods that are over and have no report, the newest first.

    Of quarters only the last one that is over: nobody writes about an older one any more. A
    quarter that ends with the year is told in the report of the year.

    Args:
        made: kind and last day of the reports there are.
    """
    there = set(made)
    over = [one for one in periods(first_year, last_year) if one.last_day < today]
    quarters = [one for one in over if one.kind == "quarter"][-1:]
    wanted = [one for one in over if one.kind != "quarter"]
    wanted += [one for one in quarters if one.last_day.month != 12]
    found = [one for one in wanted if (one.kind, one.last_day) not in there]
    return sorted(found, key=lambda one: (one.last_day, one.kind), reverse=True)


def period_problem(
    kind: str, first_day: date, last_day: date, years: tuple[int, int]
) -> str | None:
    """Return why a report cannot be over these days, or ``None`` when it can."""
    first_year, last_year = years
    if kind not in KINDS:
        return "Kies een soort rapport: kwartaal, jaar of eindevaluatie."
    if last_day < first_day:
        return "De laatste dag ligt vóór de eerste. Kijk de dagen na."
    if first_day.year < first_year or last_day.year > last_year:
        return (
            f"Het programma loopt van {first_year} tot en met {last_year}. Kies een periode "
            "daarbinnen."
        )
    found = [one for one in periods(first_year, last_year) if one.kind == kind]
    if Period(kind, first_day, last_day) in found:
        return None
    return _not_whole(kind, found)


def begun_problem(first_day: date, today: date) -> str | None:
    """Return why there can be no report yet: its period has not begun."""
    if first_day <= today:
        return None
    return f"Deze periode begint pas op {day(first_day)}. Er is nog niets om over te vertellen."


def adoption_day_problem(last_day: date, today: date) -> str | None:
    """Return why a report cannot be adopted yet: its period is not over."""
    if last_day < today:
        return None
    return (
        f"De periode loopt tot en met {day(last_day)} en is nog niet voorbij. Stel het rapport "
        "daarna vast."
    )


def title_problem(title: str) -> str | None:
    if len(title) > LONGEST_TITLE:
        return f"De titel is te lang. Gebruik hoogstens {LONGEST_TITLE} tekens."
    return None


def _not_whole(kind: str, found: list[Period]) -> str:
    if kind == "quarter":
        return (
            "Een kwartaal begint op 1 januari, 1 april, 1 juli of 1 oktober en duurt drie maanden."
        )
    if kind == "year":
        return "Een jaarrapportage loopt van 1 januari tot en met 31 december van hetzelfde jaar."
    whole = found[0]
    return (
        f"Een eindevaluatie gaat over het hele programma: {day(whole.first_day)} tot en met "
        f"{day(whole.last_day)}."
    )


def _end_of_quarter(start: date) -> date:
    month = start.month + _MONTHS_OF_A_QUARTER
    following = date(start.year + 1, 1, 1) if month > 12 else date(start.year, month, 1)
    return following - timedelta(days=1)
