"""What somebody typed in a cell as a value, or a sentence that says what is wrong with it."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from integraal.policy.programme.excel.columns import DAYS, MILESTONES, PARTNERS, PEOPLE, Column
from integraal.policy.programme.excel.naming import Names
from integraal.policy.programme.rules import LONGEST_TEXT, LONGEST_TITLE

_LONGEST = {
    "title": LONGEST_TITLE, "item": 200, "money_source": 120, "output": 200, "outcome": 80,
    "decision": 300, "text": LONGEST_TEXT, "risk": LONGEST_TEXT,
}  # fmt: skip
_DAY = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_DAY_FIRST = re.compile(r"(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})\s*[:,]?\s*(.*)")
_MOST_MONEY = Decimal("999999999.99")


class CellProblem(ValueError):
    """What is wrong with one cell, as a sentence."""


def value_of(column: Column, text: str, names: Names) -> Any:
    """Return what a cell says, as ``change_measure`` takes it.

    Args:
        column: any but the hidden ones, the number and what is waited for.
        text: the cell as ``reading.plain`` gives it.
        names: who and what it may name.

    Raises:
        CellProblem: with a sentence.
    """
    if column.code in DAYS:
        return day_of(text) if text else None
    if column.code == "budget":
        return money_of(text) if text else None
    if column.code in (*PEOPLE, "area", "goal", "theme", "kind"):
        return _named(column, text, names)
    if column.code == PARTNERS:
        return partners_of(text, names)
    if column.code == MILESTONES:
        return milestones_of(text)
    if column.part:
        return number_text(text)
    longest = _LONGEST.get(column.code, LONGEST_TEXT)
    if len(text) > longest:
        raise CellProblem(f"Dit is {len(text) - longest} tekens te lang. Kort het in.")
    return text


def day_of(text: str) -> date:
    """Return a day: 31-12-2027 or 2027-12-31.

    Raises:
        CellProblem: there is no such day.
    """
    found = _DAY.fullmatch(text.strip())
    try:
        if found:
            return date(int(found[3]), int(found[2]), int(found[1]))
        return date.fromisoformat(text.strip())
    except ValueError:
        raise CellProblem(
            f"“{text[:30]}” is geen datum. Schrijf de datum zoals 31-12-2027."
        ) from None


def number_text(text: str) -> str:
    """Return a number as it is kept: with a point, empty when there is none.

    Raises:
        CellProblem: it is no number of zero or more.
    """
    if not text:
        return ""
    number = _number(text)
    if number is None or number < 0:
        raise CellProblem(f"“{text[:30]}” is geen getal van nul of meer.")
    return f"{number:f}"


def money_of(text: str) -> Decimal:
    """Return an amount in euro.

    Raises:
        CellProblem: it is no amount, or too large.
    """
    amount = _number(text.replace("€", "").replace(" ", "").strip())
    if amount is None or amount < 0:
        raise CellProblem(f"“{text[:30]}” is geen bedrag. Schrijf een getal, zoals 12500.")
    if amount > _MOST_MONEY:
        raise CellProblem("Dit bedrag is groter dan kan.")
    return amount.quantize(Decimal("0.01"))


def _number(text: str) -> Decimal | None:
    plain = text.replace(".", "").replace(",", ".") if "," in text else text
    try:
        number = Decimal(plain)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _named(column: Column, text: str, names: Names) -> Any:
    if not text:
        if column.code == "theme":
            raise CellProblem("Kies bij welk thema de maatregel hoort.")
        return "" if column.code == "kind" else None
    if column.code in PEOPLE:
        found: Any = names.members.get(names.person(text))  # type: ignore[arg-type]
    elif column.code == "area":
        found = names.area_rows.get(names.areas.value(text))  # type: ignore[arg-type]
    else:
        labels: Any = {"goal": names.goals, "theme": names.themes, "kind": names.kinds}
        found = labels[column.code].value(text)
    if found is None:
        raise CellProblem(
            f"“{text[:60]}” is hier niet bekend. Kies uit de lijst op het blad Keuzelijsten."
        )
    return found


def partners_of(text: str, names: Names) -> list[tuple[Any, str]]:
    """Return partners with their role, a line each.

    Raises:
        CellProblem: a partner is not known, or stands there twice.
    """
    found = []
    for line in filter(None, (one.strip() for one in text.split("\n"))):
        # The longest name that fits, for a name may hold a colon itself.
        known = [one for one in names.partners.labels if line == one or line.startswith(f"{one}:")]
        if not known:
            name = line.partition(":")[0]
            raise CellProblem(
                f"De partner “{name[:60]}” is niet bekend. Kies een naam van het blad "
                "Keuzelijsten, of voeg de partner eerst toe."
            )
        label = max(known, key=len)
        key = names.partners.value(label)
        found.append((names.organisations[key], line[len(label) + 1 :].strip()))  # type: ignore[index]
    if len({one.pk for one, _ in found}) < len(found):
        raise CellProblem("Een partner staat er twee keer. Haal er één weg.")
    return found


def milestones_of(text: str) -> list[tuple[date, str]]:
    """Return milestones with their day, a line each.

    Raises:
        CellProblem: a line does not begin with a day, or says nothing.
    """
    found = []
    for line in filter(None, (one.strip() for one in text.split("\n"))):
        parts = _DAY_FIRST.fullmatch(line)
        if not parts or not parts[2]:
            raise CellProblem(
                f"“{line[:40]}” is geen mijlpaal. Schrijf de datum en wat er dan klaar is, zoals "
                "“31-12-2027 Eerste avond gehouden”."
            )
        found.append((day_of(parts[1]), parts[2]))
    return found
