"""The fields of a measure as somebody fills them in: cleaned, and refused with a sentence."""

import uuid
from collections.abc import Mapping
from typing import Any

from integraal.foundation.lifecycle.holding import refuse_when
from integraal.foundation.ui.cleaning import cleaned
from integraal.policy.programme.measures.outcome import outcome_problem
from integraal.policy.programme.models import Measure, Programme
from integraal.policy.programme.refusals import ProgrammeRefused
from integraal.policy.programme.rules import (
    LONGEST_TEXT,
    budget_problem,
    circle_problem,
    hours_problem,
    target_problem,
    time_problem,
    title_problem,
)

WORDS = ("title", "text", "item", "money_source", "output", "outcome", "risk", "decision")
"""Fields that hold what somebody typed."""
REFERENCES = ("owner", "deputy", "area")
"""Fields that hold a row of people or areas."""
OTHERS = (
    "theme", "goal", "starts_on", "ends_on", "kind", "budget", "hours", "output_target",
    "outcome_target", "needs",
)  # fmt: skip
FIELDS = (*WORDS, *REFERENCES, *OTHERS)
PRACTICAL = ("owner", "deputy", "hours")
"""What may change while the programme runs, without a decision of the college."""

_LONGEST_CODE = 40


def given_fields(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return what somebody filled in, words without stray blanks.

    Raises:
        ProgrammeRefused: a measure has no such field.
    """
    unknown = sorted(set(fields) - set(FIELDS))
    if unknown:
        raise ProgrammeRefused(f"Een maatregel heeft geen veld “{unknown[0]}”.")
    return {
        name: cleaned(value or "") if name in WORDS else value for name, value in fields.items()
    }


def check_measure(programme: Programme, measure: Measure) -> None:
    """Refuse a measure that is not right.

    Raises:
        ProgrammeRefused: with the sentence of the first rule it breaks.
    """
    years = programme.first_year, programme.last_year
    problems = (
        title_problem(measure.title),
        _theme_problem(measure.theme),
        _kind_problem(measure.kind),
        time_problem(measure.starts_on, measure.ends_on),
        budget_problem(measure.budget),
        hours_problem(measure.hours, *years),
        target_problem(measure.output_target, *years),
        target_problem(measure.outcome_target, *years),
        outcome_problem(programme, measure),
        _length_problem(measure),
        _owner_problem(measure),
        _needs_problem(programme, measure) if measure.needs else None,
    )
    refuse_when(next((one for one in problems if one), None), ProgrammeRefused)


def _theme_problem(theme: str) -> str | None:
    if not theme:
        return "Kies bij welk thema de maatregel hoort."
    return "Kies een thema uit de lijst." if len(theme) > _LONGEST_CODE else None


def _kind_problem(kind: str) -> str | None:
    if kind and kind not in Measure.Kind.values:
        return f"Kies als soort uit {', '.join(Measure.Kind.labels)}."
    return None


def _length_problem(measure: Measure) -> str | None:
    for name in WORDS:
        field = Measure._meta.get_field(name)
        longest = getattr(field, "max_length", None) or LONGEST_TEXT
        value = getattr(measure, name)
        if len(value) > longest:
            return f"Dit is {len(value) - longest} tekens te lang: “{value[:40]}…”. Kort het in."
    return None


def _owner_problem(measure: Measure) -> str | None:
    if measure.owner_id is not None and measure.owner_id == measure.deputy_id:
        return "De vervanger is dezelfde als wie ervan is. Kies een ander, of laat het leeg."
    return None


def _needs_problem(programme: Programme, measure: Measure) -> str | None:
    found = Measure.objects.filter(programme=programme).values_list("key", "title", "needs")
    titles: dict[uuid.UUID, str] = {key: title for key, title, _ in found}
    titles[measure.key] = measure.title
    waits = {key: needs for key, _, needs in found if key != measure.key}
    return circle_problem(measure.key, measure.needs, waits, titles)
