"""A workbook that somebody offers to read back, and what it would do."""

from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.policy.programme.access import check_run
from integraal.policy.programme.excel.comparing import compared, side_of
from integraal.policy.programme.excel.naming import names_for
from integraal.policy.programme.excel.reading import SheetRead, read_sheet
from integraal.policy.programme.excel.report import Report
from integraal.policy.programme.excel.workbook import programme_columns
from integraal.policy.programme.models import Programme
from integraal.policy.programme.queries import measures


def read_workbook(*, by: Actor, programme: Programme, content: bytes) -> SheetRead:
    """Return the rows of a workbook that comes back; nothing changes and nothing is kept.

    Raises:
        FileProblem: it is no such workbook.
        NotAllowed: the actor does not run programmes.
    """
    check_run(by)
    return read_sheet(content, programme_columns(programme, list(measures(programme))))


def report_of(programme: Programme, sheet: SheetRead) -> Report:
    """Return what taking the workbook over would do to the programme as it stands now."""
    names = names_for(programme, timezone.localdate())
    return compared(side_of(programme, list(measures(programme)), names), sheet)
