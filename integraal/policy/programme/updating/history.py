"""What was said of a measure, newest first, as ``programme/measure_updates.html`` shows it."""

import uuid
from dataclasses import dataclass
from datetime import date

from integraal.foundation.ui.dutch import number
from integraal.policy.programme.content import function_of
from integraal.policy.programme.models import Programme, Update
from integraal.policy.programme.updating.queries import updates

TRIAD = {"good": "ok", "attention": "attention", "stuck": "blocked", "": "none"}
"""How a light is called in the design layer."""
MOST = 100


@dataclass(frozen=True)
class ShownUpdate:
    """One thing said: when, by whom, how it stood, and the rest as label and words."""

    on: date
    who: str
    status: str
    quality: str
    time: str
    money: str
    done: str
    facts: list[tuple[str, str]]


def shown_updates(programme: Programme, key: uuid.UUID) -> list[ShownUpdate]:
    """Return the history of a measure; hand it to the template as ``updates``."""
    return [shown_update(one) for one in updates(programme, key)[:MOST]]


def shown_update(one: Update) -> ShownUpdate:
    """Return one thing said as it is shown."""
    words = (
        ("In de weg", one.obstacle),
        ("Gevraagde hulp", one.help_wanted),
        ("Stand van het cijfer", _amount(one.figure)),
        ("Uitgegeven tot dan", _amount(one.spent, " euro")),
        ("Waarom meer dan begroot", one.over_budget_reason),
        ("Uren tot dan", _amount(one.hours_spent)),
    )
    return ShownUpdate(
        on=one.said_on,
        who=_who(one),
        status=one.get_status_display(),
        quality=TRIAD[one.quality],
        time=TRIAD[one.time],
        money=TRIAD[one.money],
        done=one.done,
        facts=[(label, text) for label, text in words if text],
    )


def _who(one: Update) -> str:
    who = f"{one.said_by.name}, {function_of(one.said_by)}" if one.said_by else "onbekend"
    return f"{who}, met een persoonlijke link" if one.asking_id else who


def _amount(value: object, unit: str = "") -> str:
    return "" if value is None else f"{number(value)}{unit}"  # type: ignore[arg-type]
