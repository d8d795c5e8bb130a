"""When a programme and a measure of it are right, in sentences. Pure."""

import uuid
from collections.abc import Callable, Collection, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from integraal.policy.programme.quarters import in_words, quarters

LONGEST_TITLE = 200
LONGEST_TEXT = 10_000
MOST_MONEY = Decimal(999_999_999)
MOST_YEARS = 4
MOST_MEASURES = 1_000


def years_problem(first_year: int, last_year: int, this_year: int) -> str | None:
    """Return why a programme cannot be of these years, or ``None`` when it can."""
    if not this_year - 8 <= first_year <= this_year + 4:
        return f"Kies als eerste jaar een jaar tussen {this_year - 8} en {this_year + 4}."
    if last_year < first_year:
        return "Het laatste jaar ligt vóór het eerste. Draai ze om."
    if last_year >= first_year + MOST_YEARS:
        return f"Een programma loopt ten hoogste {MOST_YEARS} jaar. Meestal zijn het er twee."
    return None


def years_of(first_year: int, last_year: int) -> range:
    """Return the years of a programme."""
    return range(first_year, last_year + 1)


def title_problem(title: str) -> str | None:
    """Return why a measure cannot have this title, or ``None`` when it can."""
    if not title:
        return "Schrijf op wat u gaat doen."
    if len(title) > LONGEST_TITLE:
        return f"Dit is {len(title) - LONGEST_TITLE} tekens te lang: “{title[:40]}…”. Kort het in."
    return None


def time_problem(starts_on: date | None, ends_on: date | None) -> str | None:
    """Return why a measure cannot run from one day to the other, or ``None`` when it can."""
    if starts_on and ends_on and ends_on < starts_on:
        return (
            f"Het einde ({ends_on:%d-%m-%Y}) ligt vóór het begin ({starts_on:%d-%m-%Y}). "
            "Draai ze om."
        )
    return None


def hours_problem(hours: Mapping[str, str], first_year: int, last_year: int) -> str | None:
    """Return why hours per quarter cannot be kept, or ``None`` when they can."""
    known = quarters(first_year, last_year)
    for quarter, value in hours.items():
        if quarter not in known:
            return f"{quarter} is geen kwartaal van dit programma."
        if not _is_amount(value):
            return f"{in_words(quarter)}: “{value[:20]}” is geen aantal uren. Schrijf een getal."
    return None


def budget_problem(budget: Decimal | None) -> str | None:
    """Return why an amount cannot be budgeted, or ``None`` when it can."""
    if budget is not None and budget < 0:
        return "Het bedrag kan niet onder nul zijn."
    if budget is not None and budget > MOST_MONEY:
        return "Dit bedrag is te groot. Kijk het na."
    return None


def target_problem(targets: Mapping[str, str], first_year: int, last_year: int) -> str | None:
    """Return why targets per year cannot be kept, or ``None`` when they can."""
    for year, value in targets.items():
        if not (year.isdecimal() and first_year <= int(year) <= last_year):
            return f"{year} is geen jaar van dit programma."
        if as_number(value) is None:
            return f"Streefcijfer {year}: “{value[:20]}” is geen getal. Schrijf een getal."
    return None


def direction_problem(targets: Mapping[str, str], direction: str, baseline: str = "") -> str | None:
    """Return why targets go the wrong way, or ``None`` when they go the right way.

    Args:
        targets: year to number, as text.
        direction: "down", "up" or "hold"; anything else asks for nothing.
        baseline: where it begins; empty when that is not known.
    """
    if direction not in _WAYS:
        return None
    words, is_right = _WAYS[direction]
    before, where = as_number(baseline), f"de beginstand is {baseline}"
    for year, value in sorted(targets.items()):
        target = as_number(value)
        if before is not None and target is not None and not is_right(before, target):
            return f"Dit cijfer moet {words}, maar {where} en het streefcijfer {year} is {value}."
        before, where = target, f"het streefcijfer {year} is {value}"
    return None


def as_number(written: str) -> Decimal | None:
    """Return "1,5" as a number, or ``None`` when it is no number."""
    try:
        found = Decimal(written.strip().replace(",", "."))
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


_WAYS: dict[str, tuple[str, Callable[[Decimal, Decimal], bool]]] = {
    "down": ("omlaag", lambda before, after: after <= before),
    "up": ("omhoog", lambda before, after: after >= before),
    "hold": ("gelijk blijven", lambda before, after: after == before),
}


def circle_problem(
    key: uuid.UUID,
    needs: Collection[uuid.UUID],
    all_needs: Mapping[uuid.UUID, Collection[uuid.UUID]],
    titles: Mapping[uuid.UUID, str],
) -> str | None:
    """Return why a measure cannot wait for these others, or ``None`` when it can.

    Args:
        key: of the measure.
        needs: keys of the measures that must be done first.
        all_needs: key of every measure to the keys it waits for by now.
        titles: key of every measure to its title.
    """
    unknown = [one for one in needs if one not in titles]
    if unknown:
        return "Een maatregel waarop deze wacht, staat niet in dit programma."
    way = _way_back(key, needs, all_needs)
    if way is None:
        return None
    names = " → ".join(f"“{titles.get(one, '')[:60]}”" for one in way)
    return f"Zo wachten maatregelen op elkaar in een kring: {names}. Haal er één weg."


def spent_problem(spent: Decimal | None, budget: Decimal | None, reason: str) -> str | None:
    """Return why more cannot be spent than was budgeted, or ``None`` when it can."""
    if spent is not None and spent < 0:
        return "Het uitgegeven bedrag kan niet onder nul zijn."
    if spent is not None and budget is not None and spent > budget and not reason:
        return (
            f"Er is {spent - budget:.2f} euro meer uitgegeven dan begroot. Schrijf erbij waarom."
        ).replace(".", ",", 1)
    return None


def _way_back(
    key: uuid.UUID,
    needs: Collection[uuid.UUID],
    all_needs: Mapping[uuid.UUID, Collection[uuid.UUID]],
) -> list[uuid.UUID] | None:
    """Return a way from a measure over what it waits for back to itself."""
    seen: set[uuid.UUID] = set()
    ways = [[key, one] for one in needs]
    while ways:
        way = ways.pop()
        if way[-1] == key:
            return way
        if way[-1] not in seen:
            seen.add(way[-1])
            ways += [[*way, one] for one in all_needs.get(way[-1], ())]
    return None


def _is_amount(value: str) -> bool:
    try:
        amount = Decimal(value.replace(",", "."))
    except InvalidOperation:
        return False
    return amount.is_finite() and 0 <= amount < 100_000
