"""What the pages about interim changes show."""

from dataclasses import dataclass

from django.urls import reverse

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.foundation.people.access import allowed
from integraal.policy.plan.changing.steps import (
    Step,
    decision_step,
    stand_words,
    told_step,
    version_step,
)
from integraal.policy.programme.access import check_run, check_tell_council, check_write
from integraal.policy.programme.changing.queries import changes
from integraal.policy.programme.models import Programme, ProgrammeChange

_WHY_NOT = "Alleen het programma dat geldt wijzigt u tussentijds. Een concept past u gewoon aan."


@dataclass(frozen=True)
class ChangesPage:
    """What ``programme/changes.html`` shows: each change with how far it is."""

    lines: list[tuple[ProgrammeChange, str]]
    may_begin: bool
    why_not: str


@dataclass(frozen=True)
class ChangePage:
    """What ``programme/change.html`` shows."""

    row: ProgrammeChange
    title: str
    cause: str
    steps: list[Step]
    may_write: bool
    back: str
    back_label: str = "Wijzigingen"


def changes_page(by: Actor, programme: Programme) -> ChangesPage:
    """Return the interim changes of a programme."""
    in_force = programme.state == State.ADOPTED
    return ChangesPage(
        lines=[(one, stand_words(one)) for one in changes(by, programme)],
        may_begin=in_force and allowed(check_run, by),
        why_not="" if in_force else _WHY_NOT,
    )


def change_page(by: Actor, programme: Programme, row: ProgrammeChange) -> ChangePage:
    """Return one change with its steps."""
    return ChangePage(
        row=row,
        title=row.title,
        cause=row.get_cause_display(),
        steps=_steps(by, programme, row),
        may_write=allowed(check_run, by) and row.decided_on is None,
        back=reverse("programme-changes", args=[programme.pk]),
    )


def _steps(by: Actor, programme: Programme, row: ProgrammeChange) -> list[Step]:
    may_write, may_tell = allowed(check_write, by), allowed(check_tell_council, by)
    return [
        version_step(
            row,
            "het programma",
            version_url=reverse("programme", args=[row.following_id or programme.pk]),
            begin_url=_url("programme-change-version", programme, row) if may_write else "",
            is_form=True,
        ),
        decision_step(row, _url("programme-change-decide", programme, row) if may_tell else ""),
        told_step(
            row,
            _url("programme-change-tell", programme, row) if may_tell else "",
            "Leg vast dat de raad is verteld",
        ),
    ]


def _url(name: str, programme: Programme, row: ProgrammeChange) -> str:
    return reverse(name, args=[programme.pk, row.pk])
