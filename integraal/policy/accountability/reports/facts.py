"""The facts of a report as plain JSON, as they stood on a day and were known at a moment.

    {form, first_day, last_day, municipality,
     programme: {id, title, version, fingerprint, adopted_on, body, number, council_told_on,
                 first_year, last_year},
     plan: the same of the plan, or null,
     versions: [the same, with changes: [{key, title, theme, what, fields}]],
     themes: [{code, name}],
     measures: [{key, title, theme, goal, who, ..., last, spent, hours_spent, figure, said}],
     goals: [{key, title, theme, baseline, target, years: [...], since_start, since_last_year}],
     figures: [a figure with its margin, file, SHA-256 and rows], readings: [...],
     changes, deviations, incidents, joined: [...]}

Numbers are text, as amounts are kept, or whole. Days are ISO, empty when they came after the
period. People stand in it by function and organisation, never by name.
"""

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from integraal.policy.accountability.refusals import AccountRefused
from integraal.policy.accountability.reports.gathering.around import (
    changes_json,
    deviations_json,
    incidents_json,
    joined_json,
)
from integraal.policy.accountability.reports.gathering.promised import (
    document_json,
    promised_on,
    themes_json,
    versions_json,
)
from integraal.policy.accountability.reports.gathering.reached import reached_json
from integraal.policy.accountability.reports.gathering.said import measures_json
from integraal.policy.programme.models import Programme

Json = dict[str, Any]
FORM = 1


def gather(
    programme: Programme, first_day: date, last_day: date, at: datetime | None = None
) -> Json:
    """Return the facts of a period of a programme.

    Args:
        programme: any version of it.
        first_day, last_day: nothing after the last day is looked at, but for figures: those of
            years up to it, which come later.
        at: figures are taken as they were known at this moment; ``None`` is now.

    Raises:
        AccountRefused: the programme was never adopted, so that nothing was promised.
    """
    at = at or timezone.now()
    promised = promised_on(programme, last_day)
    if not promised.versions:
        raise AccountRefused(
            "Dit programma is nog niet vastgesteld, dus er is nog niets beloofd. Laat het eerst "
            "vaststellen."
        )
    held = promised.programme
    reached = reached_json(promised, last_day, at)
    goals = {one["key"] for one in reached["goals"]}
    return {
        "form": FORM,
        "first_day": str(first_day),
        "last_day": str(last_day),
        "municipality": held.frozen["municipality"],
        "programme": {
            **document_json(held, last_day),
            "first_year": held.first_year,
            "last_year": held.last_year,
        },
        "plan": document_json(promised.plan, last_day) if promised.plan else None,
        "versions": versions_json(promised, last_day),
        "themes": themes_json(promised),
        "measures": measures_json(promised, first_day, last_day),
        **reached,
        "changes": changes_json(promised, first_day, last_day),
        "deviations": deviations_json(promised, goals, first_day, last_day),
        "incidents": incidents_json(first_day, last_day),
        "joined": joined_json(first_day, last_day),
    }
