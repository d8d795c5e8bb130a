"""What the pages about interim changes show."""

from dataclasses import dataclass

from django.urls import reverse

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.foundation.people.access import allowed
from integraal.foundation.ui.dutch import day
from integraal.policy.plan.access import check_change_adopted, check_tell_council, reads_drafts
from integraal.policy.plan.changing import queries
from integraal.policy.plan.changing.rules import council_note
from integraal.policy.plan.changing.steps import (
    Step,
    decision_step,
    stand_words,
    told_step,
    version_step,
)
from integraal.policy.plan.deciding.path import told_bodies, urgent_path
from integraal.policy.plan.deciding.rules import the
from integraal.policy.plan.models import InterimChange, Plan


@dataclass(frozen=True)
class ChangeLine:
    """One change in the list."""

    row: InterimChange
    cause: str
    stand: str
    warning: str


@dataclass(frozen=True)
class ChangesPage:
    """What ``plan/changes.html`` shows."""

    lines: list[ChangeLine]
    may_begin: bool
    why_not: str


@dataclass(frozen=True)
class ChangePage:
    """What ``plan/change.html`` shows."""

    row: InterimChange
    title: str
    cause: str
    warning: str
    path: str
    steps: list[Step]
    may_write: bool
    back: str
    back_label: str


def changes_page(by: Actor, plan: Plan) -> ChangesPage:
    """Return the interim changes of a plan; who works on no drafts sees decided ones."""
    found = list(queries.changes(plan))
    if not reads_drafts(by):
        found = [one for one in found if one.decided_on]
    why_not = "" if plan.state == State.ADOPTED else (
        "Alleen het plan dat geldt wijzigt u tussentijds. Een concept past u gewoon aan."
    )  # fmt: skip
    may_begin = plan.state == State.ADOPTED and allowed(check_change_adopted, by)
    return ChangesPage([_line(one) for one in found], may_begin, why_not)


def change_page(by: Actor, plan: Plan, row: InterimChange) -> ChangePage:
    """Return one change with its steps."""
    return ChangePage(
        row=row,
        title=row.title,
        cause=row.get_cause_display().capitalize(),
        warning=_warning(row),
        path=_path(row),
        steps=_steps(by, plan, row),
        may_write=allowed(check_change_adopted, by) and row.decided_on is None,
        back=reverse("plan-changes", args=[plan.pk]),
        back_label="Wijzigingen",
    )


def note_of(row: InterimChange, plan: Plan) -> str:
    """Return the note to the council as it was kept, or else ready to send."""
    version = f"versie {row.following.version}" if row.following else ""
    decided = ""
    if row.decided_on:
        decided = f"{the(row.decided_by)} op {day(row.decided_on)}"
    return row.note or council_note(
        plan=plan.title,
        title=row.title,
        cause=row.get_cause_display(),
        is_urgent=row.is_urgent,
        analysis=row.analysis,
        decision=row.decision or row.proposal,
        decided=decided,
        version=version,
    )


def _line(row: InterimChange) -> ChangeLine:
    return ChangeLine(row, row.get_cause_display().capitalize(), stand_words(row), _warning(row))


def _warning(row: InterimChange) -> str:
    """Return that the council still has to be told of an urgent change; empty when not."""
    if not row.is_urgent or row.council_told_on or not row.decided_on:
        return ""
    who = " en ".join(the(name) for name in told_bodies()) or "de gemeenteraad"
    return f"Er is besloten met spoed, en {who} is nog niet verteld. Doe dat vandaag."


def _path(row: InterimChange) -> str:
    if not row.is_urgent:
        return "De gewone weg: een nieuwe versie gaat langs alle organen."
    names = ", dan ".join(the(one.name) for one in urgent_path())
    told = " en ".join(the(name) for name in told_bodies())
    return f"De kortere weg: {names}" + (f"; daarna hoort {told} het." if told else ".")


def _steps(by: Actor, plan: Plan, row: InterimChange) -> list[Step]:
    may_write, may_tell = allowed(check_change_adopted, by), allowed(check_tell_council, by)
    return [
        version_step(
            row,
            "het plan",
            version_url=reverse("plan-decisions", args=[row.following_id or plan.pk]),
            begin_url=_url("plan-change-version", plan, row) if may_write else "",
        ),
        decision_step(row, _url("plan-change-decide", plan, row) if may_tell else ""),
        told_step(
            row,
            _url("plan-change-tell", plan, row) if may_tell else "",
            "Bekijk het bericht" if row.council_told_on else "Maak het bericht",
        ),
    ]


def _url(name: str, plan: Plan, row: InterimChange) -> str:
    return reverse(name, args=[plan.pk, row.pk])
