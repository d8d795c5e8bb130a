"""Where each measure stood on a day, by what was said of it until then."""

import uuid
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from integraal.policy.accountability.reports.gathering.promised import Promised
from integraal.policy.programme.content import function_of
from integraal.policy.programme.models import Update
from integraal.policy.programme.quarters import quarter_of

Json = dict[str, Any]
_TOTALS = ("figure", "spent", "hours_spent")
_PROMISED = (
    "key", "title", "theme", "goal", "starts_on", "ends_on", "area", "kind", "budget", "output",
    "output_target",
)  # fmt: skip


def measures_json(promised: Promised, first_day: date, last_day: date) -> list[Json]:
    """Return the measures in force with where each stood and what was said in the period."""
    said = _updates(promised.programme.lineage, last_day)
    first = {one["key"] for one in promised.versions[0].frozen["measures"]}
    return [
        {
            **{name: one[name] for name in _PROMISED},
            "who": one["owner"],
            "partners": [each["organisation"] for each in one["partners"]],
            "hours": _hours(one["hours"], last_day),
            "is_from_start": one["key"] in first,
            **_standing(said[one["key"]], first_day),
        }
        for one in promised.programme.frozen["measures"]
    ]


def _updates(lineage: uuid.UUID, last_day: date) -> dict[str, list[Update]]:
    found: dict[str, list[Update]] = defaultdict(list)
    rows = Update.objects.filter(lineage=lineage, said_on__lte=last_day)
    for one in rows.select_related("said_by__organisation").order_by("measure", "number"):
        found[str(one.measure)].append(one)
    return found


def _standing(said: Sequence[Update], first_day: date) -> Json:
    """Return the last that was said, the amounts as last told, and what all that rests on.

    ``updates`` are those of the period and the older ones from which an amount or the standing
    comes; ``heard`` is how many are of the period.
    """
    inside = [one for one in said if one.said_on >= first_day]
    told = {
        name: next((one for one in reversed(said) if getattr(one, name) is not None), None)
        for name in _TOTALS
    }
    used = {one.number: one for one in (*inside, *said[-1:], *filter(None, told.values()))}
    return {
        "last": _update(said[-1]) if said else None,
        **{name: _told(one, name) for name, one in told.items()},
        "heard": len(inside),
        "updates": [_update(used[number]) for number in sorted(used)],
        "more_than_budget_because": next(
            (one.over_budget_reason for one in reversed(said) if one.over_budget_reason), ""
        ),
    }


def _told(one: Update | None, name: str) -> Json:
    if one is None:
        return {"amount": "", "number": 0}
    return {"amount": str(getattr(one, name)), "number": one.number}


def _update(one: Update) -> Json:
    return {
        "number": one.number,
        "status": one.status,
        "quality": one.quality,
        "time": one.time,
        "money": one.money,
        "done": one.done,
        "obstacle": one.obstacle,
        "help_wanted": one.help_wanted,
        "figure": _text(one.figure),
        "spent": _text(one.spent),
        "hours_spent": _text(one.hours_spent),
        "on": str(one.said_on),
        "by": function_of(one.said_by),
    }


def _hours(planned: dict[str, str], last_day: date) -> str:
    """Return the hours planned up to and with the quarter of a day; empty when there are none."""
    known = [Decimal(hours) for at, hours in planned.items() if at <= quarter_of(last_day)]
    return str(sum(known, Decimal())) if known else ""


def _text(value: Decimal | None) -> str:
    return "" if value is None else str(value)
