"""A workbook that somebody offers to read back."""

from integraal.foundation.audit.actors import Actor
from integraal.policy.programme.access import check_run
from integraal.policy.programme.excel.reading import SheetRead, read_sheet
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
