"""Keep interim changes of an adopted plan: from cause to decision, version and council."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.foundation.lifecycle.holding import held, held_at, refuse_when
from integraal.foundation.lifecycle.states import State
from integraal.foundation.ui.cleaning import cleaned
from integraal.policy.plan.access import check_change_adopted, check_tell_council
from integraal.policy.plan.actions import start_next_version
from integraal.policy.plan.changing.rules import change_problem, decided_problem, told_problem
from integraal.policy.plan.kinds import GOAL, THEME
from integraal.policy.plan.models import Block, InterimChange, Plan
from integraal.policy.plan.refusals import PlanRefused
from integraal.policy.plan.writing.actions import add_block

_CODE_FITS = 34


@dataclass(frozen=True)
class Case:
    """Why a plan changes: a name, the cause (``InterimChange.Cause``), urgency, and the texts."""

    title: str
    cause: str
    is_urgent: bool = False
    analysis: str = ""
    proposal: str = ""

    def cleaned(self) -> "Case":
        title = " ".join(cleaned(self.title).split())
        texts = cleaned(self.analysis), cleaned(self.proposal)
        return Case(title, self.cause, self.is_urgent, *texts)


@dataclass(frozen=True)
class NewTheme:
    """A theme that an urgent change brings, with its first goal; the goal may be left out."""

    name: str
    text: str = ""
    goal: str = ""
    owner: str = ""
    by_date: date | None = None


@transaction.atomic
def note_change(*, by: Actor, plan: Plan, case: Case) -> InterimChange:
    """Begin an interim change of an adopted plan; sent twice, it is there once.

    Raises:
        PlanRefused: the plan is not in force, or something is missing.
    """
    check_change_adopted(by)
    plan = lifecycle.locked(plan)
    if plan.state != State.ADOPTED:
        raise PlanRefused(
            "Alleen het plan dat geldt wijzigt u tussentijds. Een concept past u gewoon aan."
        )
    case = _right(case)
    today = timezone.localdate()
    same = InterimChange.objects.filter(plan=plan, title=case.title, made_on=today).first()
    if same:
        return same
    row = InterimChange(tenant_id=by.tenant_id, plan=plan, made_by_id=by.member_id, made_on=today)
    _fill(row, case)
    row.save()
    record("plan.change_noted", by=by, subject=plan, change=row.pk, cause=row.cause)
    return row


@transaction.atomic
def write_change(
    *, by: Actor, change: InterimChange, case: Case, base_revision: int
) -> InterimChange:
    """Write on at an interim change that was not decided yet.

    Raises:
        PlanRefused: something is missing, or it was decided.
        Conflict: somebody changed it meanwhile.
    """
    check_change_adopted(by)
    row = held_at(change, base_revision, PlanRefused)
    if row.decided_on:
        raise PlanRefused("Over deze wijziging is al besloten. Begin een nieuwe wijziging.")
    _fill(row, _right(case))
    record("plan.change_written", by=by, subject=row.plan, change=row.pk)
    return _saved(row)


@transaction.atomic
def decide_change(
    *,
    by: Actor,
    change: InterimChange,
    decision: str,
    decided_by: str,
    decided_on: date,
    base_revision: int,
) -> InterimChange:
    """Record what was decided about a change, by whom and when.

    Raises:
        PlanRefused: something is missing, or the day lies in the future.
        Conflict: somebody changed it meanwhile.
    """
    check_tell_council(by)
    row = held_at(change, base_revision, PlanRefused)
    decision, decided_by = cleaned(decision), " ".join(cleaned(decided_by).split())
    today = timezone.localdate()
    refuse_when(decided_problem(decision, decided_by, decided_on, today), PlanRefused)
    row.decision, row.decided_by, row.decided_on = decision, decided_by, decided_on
    record("plan.change_decided", by=by, subject=row.plan, change=row.pk)
    return _saved(row)


@transaction.atomic
def start_changed_version(
    *, by: Actor, change: InterimChange, theme: NewTheme | None = None
) -> Plan:
    """Begin the version that a change leads to, with a new theme in it when one is given.

    Raises:
        PlanRefused: the change has a version already, the plan is not in force any more, a next
            version is in hand, or the theme has no name.
    """
    check_change_adopted(by)
    row = held(change, PlanRefused)
    if row.following_id:
        raise PlanRefused("Voor deze wijziging is al een versie begonnen. Werk daarin verder.")
    in_force = Plan.objects.filter(lineage=row.plan.lineage, state=State.ADOPTED).first()
    following = start_next_version(by=by, plan=in_force or row.plan)
    if theme:
        _add_theme(by, following, theme)
    row.following = following
    row.save(update_fields=["following"])
    record("plan.change_version", by=by, subject=following, change=row.pk)
    return following


@transaction.atomic
def tell_council(
    *, by: Actor, change: InterimChange, note: str, told_on: date, base_revision: int
) -> InterimChange:
    """Record that the council was told, on which day and with which note.

    Raises:
        PlanRefused: there is no note, or the day cannot be.
        Conflict: somebody changed it meanwhile.
    """
    check_tell_council(by)
    row = held_at(change, base_revision, PlanRefused)
    note = cleaned(note)
    if not note:
        raise PlanRefused("Schrijf op wat de raad is verteld.")
    refuse_when(told_problem(told_on, row.made_on, timezone.localdate()), PlanRefused)
    row.note, row.council_told_on = note, told_on
    record("plan.council_told", by=by, subject=row.plan, change=row.pk)
    return _saved(row)


def _right(case: Case) -> Case:
    case = case.cleaned()
    causes = InterimChange.Cause.values
    problem = change_problem(case.title, case.cause, causes, case.analysis, case.proposal)
    refuse_when(problem, PlanRefused)
    return case


def _fill(row: InterimChange, case: Case) -> None:
    row.title, row.cause, row.is_urgent = case.title, case.cause, case.is_urgent
    row.analysis, row.proposal = case.analysis, case.proposal


def _saved(row: InterimChange) -> InterimChange:
    row.revision += 1
    row.save()
    return row


def _add_theme(by: Actor, plan: Plan, theme: NewTheme) -> None:
    name = " ".join(cleaned(theme.name).split())
    if not name:
        raise PlanRefused("Geef het nieuwe thema een naam.")
    code = _free_code(plan, name)
    add_block(
        by=by, plan=plan, kind=THEME.code, theme=code, title=name, text=theme.text,
        details={"priority": "yes"},
    )  # fmt: skip
    if theme.goal:
        details = {"owner": theme.owner}
        if theme.by_date:
            details["by_date"] = theme.by_date.isoformat()
        add_block(by=by, plan=plan, kind=GOAL.code, theme=code, title=theme.goal, details=details)


def _free_code(plan: Plan, name: str) -> str:
    """Return a code for a new theme that no theme of the plan has."""
    base = slugify(name)[:_CODE_FITS].strip("-") or "thema"
    taken = set(Block.objects.filter(plan=plan, kind=THEME.code).values_list("theme", flat=True))
    codes = (base if nth == 1 else f"{base}-{nth}" for nth in range(1, 1000))
    return next(code for code in codes if code not in taken)
