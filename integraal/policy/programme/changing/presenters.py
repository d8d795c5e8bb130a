"""What the pages about interim changes show."""

from dataclasses import dataclass

from django.urls import reverse

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.foundation.people.access import allowed
from integraal.foundation.ui.dutch import day
from integraal.policy.plan.deciding.rules import the
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
class Step:
    """One step of a change: what it is, what is done, and where to do it."""

    name: str
    said: str
    is_done: bool
    url: str
    deed: str
    is_form: bool = False


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
        lines=[(one, _stand(one)) for one in changes(by, programme)],
        may_begin=in_force and allowed(check_run, by),
        why_not="" if in_force else _WHY_NOT,
    )


def change_page(by: Actor, programme: Programme, row: ProgrammeChange) -> ChangePage:
    """Return one change with its steps."""
    may_tell = allowed(check_tell_council, by)
    return ChangePage(
        row=row,
        title=row.title,
        cause=row.get_cause_display(),
        steps=[
            _version_step(row, programme, may_write=allowed(check_write, by)),
            _decision_step(row, programme, may_tell=may_tell),
            _told_step(row, programme, may_tell=may_tell),
        ],
        may_write=allowed(check_run, by) and row.decided_on is None,
        back=reverse("programme-changes", args=[programme.pk]),
    )


def _stand(row: ProgrammeChange) -> str:
    parts = [f"Begonnen op {day(row.made_on)}"]
    if row.decided_on:
        parts.append(f"besloten door {the(row.decided_by)} op {day(row.decided_on)}")
    if row.following:
        parts.append(f"versie {row.following.version} ({row.following.state_label.lower()})")
    if row.council_told_on:
        parts.append(f"raad verteld op {day(row.council_told_on)}")
    return ", ".join(parts) + "."


def _version_step(row: ProgrammeChange, programme: Programme, *, may_write: bool) -> Step:
    name = "Nieuwe versie van het programma"
    if row.following:
        url = reverse("programme", args=[row.following_id])
        said = f"Versie {row.following.version}, {row.following.state_label.lower()}."
        return Step(name, said, True, url, "Naar deze versie")
    url = _url("programme-change-version", programme, row) if may_write else ""
    said = "Nog geen. Niet elke wijziging heeft er een nodig."
    return Step(name, said, False, url, "Begin de nieuwe versie", is_form=True)


def _decision_step(row: ProgrammeChange, programme: Programme, *, may_tell: bool) -> Step:
    said = "Nog niet besloten."
    if row.decided_on:
        who = f"Besloten door {the(row.decided_by)} op {day(row.decided_on)}."
        said = f"{row.decision}\n\n{who}".strip()
    elif row.following:
        said = "Wordt ingevuld als de nieuwe versie is vastgesteld."
    url = _url("programme-change-decide", programme, row) if may_tell else ""
    deed = "Pas het besluit aan" if row.decided_on else "Leg het besluit vast"
    return Step("Besluit", said, row.decided_on is not None, url, deed)


def _told_step(row: ProgrammeChange, programme: Programme, *, may_tell: bool) -> Step:
    told = row.council_told_on
    said = f"Verteld op {day(told)}." if told else "Nog niet verteld."
    url = _url("programme-change-tell", programme, row) if may_tell else ""
    return Step("De raad", said, told is not None, url, "Leg vast dat de raad is verteld")


def _url(name: str, programme: Programme, row: ProgrammeChange) -> str:
    return reverse(name, args=[programme.pk, row.pk])
