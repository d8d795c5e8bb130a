"""Make the workbook of a programme, and take one over: whole or not at all."""

import uuid
from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.policy.programme.access import check_run
from integraal.policy.programme.excel.naming import names_for
from integraal.policy.programme.excel.offered import report_of
from integraal.policy.programme.excel.reading import SheetRead
from integraal.policy.programme.excel.report import Report, RowChange
from integraal.policy.programme.excel.workbook import workbook_of
from integraal.policy.programme.measures.actions import (
    add_measure,
    change_measures,
    remove_measure,
)
from integraal.policy.programme.measures.change import MeasureChange
from integraal.policy.programme.models import Measure, Programme
from integraal.policy.programme.queries import measures
from integraal.policy.programme.refusals import ProgrammeRefused


@transaction.atomic
def make_workbook(*, by: Actor, programme: Programme) -> tuple[str, bytes]:
    """Return name and bytes of the workbook; it names people, so it is for who runs the programme.

    Raises:
        NotAllowed: the actor does not run programmes.
    """
    check_run(by)
    names = names_for(programme, timezone.localdate())
    content = workbook_of(programme, list(measures(programme)), names)
    record("programme.workbook_made", by=by, subject=programme)
    years = f"{programme.first_year}-{programme.last_year}"
    return f"programma-{years}-versie-{programme.version}.xlsx", content


@transaction.atomic
def take_over_workbook(
    *, by: Actor, programme: Programme, sheet: SheetRead, removed: Collection[uuid.UUID] = ()
) -> Report:
    """Add, change and remove measures as a workbook says; nothing happens when a row is wrong.

    Args:
        by: who does.
        programme: a draft; of an adopted one only what is practical may change.
        sheet: the rows.
        removed: keys of measures without a row that really go; others stay.

    Returns:
        What was done.

    Raises:
        ProgrammeRefused: a row is wrong, or a measure that goes is waited for.
        Conflict: somebody else saved a measure at this very moment.
        NotAllowed: the actor may not change this.
    """
    check_run(by)
    programme = lifecycle.locked(programme)
    report = report_of(programme, sheet)
    if report.problems:
        more = len(report.problems) - 1
        rest = f" Er {'is' if more == 1 else 'zijn'} nog {more} andere." if more else ""
        raise ProgrammeRefused(f"{report.problems[0].sentence}{rest} Er is niets veranderd.")
    for change in report.new:
        _add(by, programme, change)
    # What a measure waits for comes last: it may be new itself.
    changes = [one for change in report.changed if (one := _change_of(change))]
    change_measures(by=by, programme=programme, changes=changes)
    going = {one.key for one in report.missing} & set(removed)
    for key in _in_order(programme, going):
        remove_measure(by=by, programme=programme, key=key)
    record(
        "programme.workbook_taken_over", by=by, subject=programme,
        added=len(report.new), changed=len(report.altered), removed=len(going),
    )  # fmt: skip
    return report


def _add(by: Actor, programme: Programme, change: RowChange) -> None:
    fields = {name: value for name, value in change.fields.items() if name != "needs"}
    add_measure(by=by, programme=programme, key=change.key, **fields)


def _change_of(change: RowChange) -> MeasureChange | None:
    """Return what a row changes of its measure; of a new one only what could not be added yet."""
    fields = dict(change.fields)
    if change.is_new:
        fields = {name: value for name, value in fields.items() if name == "needs"}
        if not (fields or change.partners or change.milestones):
            return None
    return MeasureChange(change.key, change.revision, fields, change.partners, change.milestones)


def _in_order(programme: Programme, going: Collection[uuid.UUID]) -> list[uuid.UUID]:
    """Return measures that go, each before those it waits for."""
    found = Measure.objects.filter(programme=programme, key__in=going)
    needs = {key: set(waits) for key, waits in found.values_list("key", "needs")}
    order: list[uuid.UUID] = []
    while needs:
        free = [key for key in needs if not any(key in waits for waits in needs.values())]
        order += free
        needs = {key: waits for key, waits in needs.items() if key not in free}
    return order
