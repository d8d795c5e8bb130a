"""The form of each step of a deviation: its fields, and the deed it does."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.policy.monitoring.deviations import actions
from integraal.policy.monitoring.deviations.forms import (
    AnalysisForm,
    CloseForm,
    DecisionForm,
    FollowUpForm,
    OptionsForm,
)
from integraal.policy.monitoring.models import Deviation
from integraal.policy.programme.models import Measure, ProgrammeChange
from integraal.policy.programme.queries import programmes

Given = dict[str, Any]


@dataclass(frozen=True)
class StepForm:
    """A form with its title, and what is done with what was filled in."""

    title: str
    form: forms.Form
    do: Callable[[Given, int], Deviation]
    deed: str = "Bewaren"


def analysis_step(by: Actor, row: Deviation, sent: QueryDict | None) -> StepForm:
    form = AnalysisForm(sent, initial={"analysis": row.analysis})
    return StepForm(
        "Analyse", form,
        lambda given, base: actions.analyse(by=by, deviation=row, base_revision=base, **given),
    )  # fmt: skip


def options_step(by: Actor, row: Deviation, sent: QueryDict | None) -> StepForm:
    initial = {
        f"{name}_{place}": one[name]
        for place, one in enumerate(row.options, start=1)
        for name in ("text", "consequence")
    }
    form = OptionsForm(sent, initial=initial)
    return StepForm(
        "Keuzes", form,
        lambda _, base: actions.give_options(
            by=by, deviation=row, options=form.given(), base_revision=base
        ),
    )  # fmt: skip


def decision_step(by: Actor, row: Deviation, sent: QueryDict | None) -> StepForm:
    choices = [(str(place), one["text"]) for place, one in enumerate(row.options)]
    initial: Given = {"decision": row.decision, "decided_by": row.decided_by}
    if row.decided_on:
        initial["decided_on"] = row.decided_on
        initial["chosen"] = "" if row.chosen is None else str(row.chosen)
    form = DecisionForm(sent, initial=initial, options_given=choices)
    return StepForm(
        "Besluit", form,
        lambda given, base: actions.decide(by=by, deviation=row, base_revision=base, **given),
        "Leg het besluit vast",
    )  # fmt: skip


def follow_up_step(by: Actor, row: Deviation, sent: QueryDict | None) -> StepForm:
    running = programmes(by).filter(state=State.ADOPTED)
    measures = Measure.objects.filter(programme__in=running).order_by("programme", "order")
    changes = ProgrammeChange.objects.filter(programme__in=programmes(by))
    form = FollowUpForm(
        sent,
        initial={
            "text": row.follow_up,
            "measure": str(row.measure_changed or row.measure or ""),
            "change": str(row.change_id or ""),
        },
        measures=[(str(key), title) for key, title in measures.values_list("key", "title")],
        changes=[(str(pk), title) for pk, title in changes.values_list("pk", "title")],
    )

    def do(given: Given, base: int) -> Deviation:
        key, change = given["measure"], given["change"]
        return actions.follow_up(
            by=by, deviation=row, text=given["text"], base_revision=base,
            measure=uuid.UUID(key) if key else None,
            change=changes.get(pk=change) if change else None,
        )  # fmt: skip

    return StepForm("Vervolg", form, do)


def close_step(by: Actor, row: Deviation, sent: QueryDict | None) -> StepForm:
    form = CloseForm(sent)
    return StepForm(
        "Afwijking sluiten", form,
        lambda given, base: actions.close(by=by, deviation=row, base_revision=base, **given),
        "Sluit de afwijking",
    )  # fmt: skip


STEPS: dict[str, Callable[[Actor, Deviation, QueryDict | None], StepForm]] = {
    "analyse": analysis_step,
    "keuzes": options_step,
    "besluit": decision_step,
    "vervolg": follow_up_step,
    "sluiten": close_step,
}
