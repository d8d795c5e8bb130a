"""What the page of one measure shows."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.forms import BoundField, SelectMultiple, Textarea
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.foundation.people.access import allowed
from integraal.policy.programme.access import (
    check_run,
    check_update,
    check_write,
    reads_drafts,
)
from integraal.policy.programme.content import measure_json
from integraal.policy.programme.measures.earlier.showing import Save, history_of
from integraal.policy.programme.measures.fields import PRACTICAL
from integraal.policy.programme.measures.forms import MeasureForm
from integraal.policy.programme.measures.in_words import Fact, Names, facts_of
from integraal.policy.programme.measures.naming import names_for, names_of
from integraal.policy.programme.measures.saving import Outcome
from integraal.policy.programme.measures.values import initial_of
from integraal.policy.programme.models import Measure, Programme, Progress, Status
from integraal.policy.programme.overview.lines import has_left, is_running, said_of
from integraal.policy.programme.overview.rows import triad_of, when_words
from integraal.policy.programme.quarters import quarters
from integraal.policy.programme.standing import is_silent
from integraal.policy.programme.updating.history import ShownUpdate, shown_updates

_TALL = (Textarea, SelectMultiple)
_IN_THE_HEAD = ("title", "theme", "goal", "owner", "deputy", "starts_on", "ends_on")


@dataclass(frozen=True)
class Group:
    """Fields that are folded; open when something in them is wrong.

    ``is_grid``: there are only short ones, which stand beside each other.
    """

    title: str
    fields: list[BoundField]
    is_open: bool
    holds: str
    is_grid: bool


@dataclass(frozen=True)
class MeasurePage:
    """What ``programme/measure.html`` shows.

    Attributes:
        owner, deputy: names; ``left`` is who it was of and works here no more.
        facts: the rest that is filled in, for who reads.
        form: for who may change something; ``five`` are its fields that are never folded.
        waits_for, waited_by: title and address.
        updates: what was said of it, newest first.
    """

    measure: Measure
    theme: str
    goal: str
    goal_url: str
    owner: str
    left: str
    deputy: str
    when: str
    status: str
    triad: SafeString
    updated: Progress | None
    is_late: bool
    is_running: bool
    facts: list[Fact]
    form: MeasureForm | None
    five: list[BoundField]
    groups: list[Group]
    outcome: Outcome
    may_write: bool
    may_update: bool
    waits_for: list[tuple[str, str]]
    waited_by: list[tuple[str, str]]
    history: list[Save] = field(default_factory=list)
    updates: list[ShownUpdate] = field(default_factory=list)


def form_of(by: Actor, measure: Measure, data: object = None) -> MeasureForm | None:
    """Return the form of what the actor may change of a measure; ``None`` when that is nothing."""
    programme = measure.programme
    if allowed(check_write, by, programme):
        return MeasureForm(programme, data, measure=measure, initial=initial_of(measure))
    if programme.state == State.ADOPTED and allowed(check_run, by):
        of_programme = quarters(programme.first_year, programme.last_year)
        practical = [*PRACTICAL, *(f"hours_{one}" for one in of_programme)]
        return MeasureForm(
            programme, data, measure=measure, only=practical, initial=initial_of(measure)
        )
    return None


def measure_page(
    by: Actor, measure: Measure, form: MeasureForm | None, outcome: Outcome | None = None
) -> MeasurePage:
    """Return one measure with all that belongs to it."""
    programme, today = measure.programme, timezone.localdate()
    names = names_for(form.choices) if form else names_of(programme)
    # Before a programme was ever in force nobody can have said how its measures go.
    was_in_force = programme.version > 1 or programme.is_frozen
    found = _progress_of(measure) if was_in_force else None
    said, owner = said_of(found), measure.owner
    is_gone = owner is not None and has_left(owner.active_until, today)
    running = is_running(programme)
    return MeasurePage(
        measure=measure,
        theme=names.themes.get(measure.theme, measure.theme),
        goal=names.goals.get(str(measure.goal or ""), ""),
        goal_url=_goal_url(programme, measure),
        owner=owner.name if owner and not is_gone else "",
        left=owner.name if owner and is_gone else "",
        deputy=measure.deputy.name if measure.deputy else "",
        when=when_words(measure.starts_on, measure.ends_on),
        status=Status(said.status).label,
        triad=triad_of(said),
        updated=found,
        updates=shown_updates(programme, measure.key) if was_in_force else [],
        is_late=is_silent(said, measure.starts_on, programme.rhythm, today) and running,
        is_running=running,
        facts=_facts(measure, names),
        form=form,
        five=[form[name] for name in _five(form)] if form else [],
        groups=_groups(form) if form else [],
        outcome=outcome or Outcome(base_revision=measure.revision),
        may_write=allowed(check_write, by, programme),
        may_update=running and allowed(check_update, by, measure),
        waits_for=_named(programme, measure.needs, names),
        waited_by=_waited_by(programme, measure, form),
        history=history_of(measure, names) if reads_drafts(by) else [],
    )


def _progress_of(measure: Measure) -> Progress | None:
    found = Progress.objects.filter(lineage=measure.programme.lineage, measure=measure.key)
    return found.select_related("updated_by").first()


def _five(form: MeasureForm) -> list[str]:
    grouped = {name for names in form.groups.values() for name in names}
    return [name for name in form.fields if name not in grouped]


def _groups(form: MeasureForm) -> list[Group]:
    return [
        Group(
            title=title,
            fields=[form[name] for name in names],
            is_open=any(name in form.errors for name in names),
            holds=_holds(form, names),
            is_grid=not any(isinstance(form.fields[name].widget, _TALL) for name in names),
        )
        for title, names in form.groups.items()
    ]


def _holds(form: MeasureForm, names: list[str]) -> str:
    """Return how many fields of a group are filled, in words."""
    many = sum(1 for name in names if form[name].value() not in (None, "", []))
    return f"{many} ingevuld" if many else "nog leeg"


def _facts(measure: Measure, names: Names) -> list[Fact]:
    found = facts_of(measure_json(measure), names)
    return [one for one in found if one.words and one.name not in (*_IN_THE_HEAD, "needs")]


def _goal_url(programme: Programme, measure: Measure) -> str:
    if not measure.goal or not programme.plan_id:
        return ""
    return reverse("plan-block", args=[programme.plan_id, measure.goal])


def _named(programme: Programme, keys: Sequence[object], names: Names) -> list[tuple[str, str]]:
    return [
        (names.measures.get(str(key), ""), reverse("measure", args=[programme.pk, key]))
        for key in keys
    ]


def _waited_by(
    programme: Programme, measure: Measure, form: MeasureForm | None
) -> list[tuple[str, str]]:
    if form:
        own = str(measure.key)
        waits = form.choices.waits.items()
        found = [(key, title) for key, (title, needs) in waits if own in needs]
    else:
        rows = Measure.objects.filter(programme=programme, needs__contains=[measure.key])
        found = [(str(key), title) for key, title in rows.values_list("key", "title")]
    return [(title, reverse("measure", args=[programme.pk, key])) for key, title in found]
