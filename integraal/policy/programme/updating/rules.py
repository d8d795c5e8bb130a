"""When people are asked, when they missed it, and what may be said of a measure. Pure."""

from calendar import monthrange
from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields
from datetime import date, timedelta
from decimal import Decimal

from integraal.policy.programme.rules import LONGEST_TEXT, spent_problem

TIME_TO_ANSWER = timedelta(days=7)
LINK_WORKS = timedelta(weeks=6)
LONGEST_LINK = timedelta(days=365)
RHYTHMS = {0: "nooit", 1: "elke maand", 2: "om de maand", 3: "elk kwartaal", 6: "elk half jaar"}
"""In how many months owners are asked, in words."""
MISSED_TOO_OFTEN = 2


@dataclass(frozen=True)
class Said:
    """What somebody says of a measure; amounts and the figure are totals so far.

    ``help_wanted`` says which help; empty is none. Of a total that is left out, the one before
    stays.
    """

    status: str
    quality: str = ""
    time: str = ""
    money: str = ""
    done: str = ""
    figure: Decimal | None = None
    spent: Decimal | None = None
    over_budget_reason: str = ""
    hours_spent: Decimal | None = None
    obstacle: str = ""
    help_wanted: str = ""


FIELDS = tuple(field.name for field in fields(Said))
WORDS = ("done", "over_budget_reason", "obstacle", "help_wanted")
TOTALS = ("figure", "spent", "hours_spent")
_MOST = {"figure": Decimal(10) ** 12, "spent": Decimal(10) ** 9, "hours_spent": Decimal(10) ** 8}


@dataclass(frozen=True)
class Asked:
    """One request as the counting of misses needs it."""

    asked_on: date
    due_on: date
    reminded_on: date | None
    answered_on: date | None
    revoked_on: date | None


def said_problem(
    said: Said, budget: Decimal | None, statuses: Collection[str], lights: Collection[str]
) -> str | None:
    """Return why this cannot be said of a measure, or ``None`` when it can."""
    if said.status not in statuses:
        return "Kies hoe ver de maatregel is."
    if any(light and light not in lights for light in (said.quality, said.time, said.money)):
        return "Kies bij kwaliteit, tijd en geld uit op schema, aandacht nodig en knelpunt."
    for name in WORDS:
        text = getattr(said, name)
        if len(text) > LONGEST_TEXT:
            return f"Dit is {len(text) - LONGEST_TEXT} tekens te lang: “{text[:40]}…”. Kort het in."
    for name in TOTALS:
        value = getattr(said, name)
        if value is not None and not (value.is_finite() and 0 <= value < _MOST[name]):
            return "Een aantal of bedrag kan niet onder nul zijn, en niet zo groot."
    return spent_problem(said.spent, budget, said.over_budget_reason)


def months_later(day: date, months: int) -> date:
    """Return the same day so many months later, or the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def is_round_due(last_on: date, rhythm: int, last_year: int, today: date) -> bool:
    """Return whether it is time to ask again.

    Args:
        last_on: the last time, or when the programme was adopted.
        rhythm: in months; 0 is never.
        last_year: of the programme.
    """
    return bool(rhythm) and today.year <= last_year and months_later(last_on, rhythm) <= today


def misses(one: Asked, today: date) -> int:
    """Return how often somebody let one request pass: once by its day, again after a reminder."""
    if one.answered_on or one.revoked_on or today <= one.due_on:
        return 0
    has_waited = one.reminded_on is not None and today > one.reminded_on + TIME_TO_ANSWER
    return 2 if has_waited else 1


def missed_in_a_row(asked: Iterable[Asked], today: date) -> int:
    """Return how often somebody let requests pass since the last answer."""
    found = 0
    for one in sorted(asked, key=lambda row: row.asked_on, reverse=True):
        if one.answered_on:
            break
        found += misses(one, today)
    return found


def end_problem(ends_on: date, today: date) -> str | None:
    """Return why a link cannot work until this day, or ``None`` when it can."""
    if ends_on < today:
        return "De laatste dag ligt in het verleden. Kies vandaag of een latere dag."
    if ends_on > today + LONGEST_LINK:
        return "Een link werkt hoogstens een jaar. Kies een eerdere dag."
    return None
