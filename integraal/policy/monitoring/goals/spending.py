"""Money and hours of the measures of a goal, with how many of them tell."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from integraal.foundation.ui.dutch import number
from integraal.foundation.ui.tables import Column, Table
from integraal.policy.monitoring.goals.queries import Done
from integraal.policy.monitoring.goals.words import euros


def spending_table(done: Sequence[Done]) -> Table:
    """Return money and hours, promised and realised; what is not filled in is not zero."""
    budget = [one.measure.budget for one in done]
    spent = [one.progress.spent if one.progress else None for one in done]
    hours = [_planned(one.measure.hours) for one in done]
    used = [one.progress.hours_spent if one.progress else None for one in done]
    return Table(
        caption="Geld en uren bij dit doel",
        columns=(
            Column("Wat"), Column("Beloofd", numeric=True), Column("Gemeld", numeric=True),
            Column("Ingevuld bij"),
        ),
        rows=(
            ("Geld", euros(_sum(budget)), euros(_sum(spent)), _told(budget, spent)),
            ("Uren", _hours(_sum(hours)), _hours(_sum(used)), _told(hours, used)),
        ),
    )  # fmt: skip


def _planned(hours: dict[str, str]) -> Decimal | None:
    return _sum([Decimal(value) for value in hours.values()])


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    known = [one for one in amounts if one is not None]
    return sum(known, Decimal()) if known else None


def _hours(amount: Decimal | None) -> str:
    return "niet ingevuld" if amount is None else f"{number(amount)} uur"


def _told(promised: Sequence[object], used: Sequence[object]) -> str:
    first, second = (sum(one is not None for one in side) for side in (promised, used))
    return f"beloofd bij {first} en gemeld bij {second} van de {len(promised)} maatregelen"
