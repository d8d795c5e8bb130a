"""Hold a row that somebody is about to change, and find out whether it is still what they saw."""

from typing import TypeVar

from integraal.foundation.database.models import TenantModel
from integraal.policy.picture.refusals import PictureRefused

Row = TypeVar("Row", bound=TenantModel)
GONE = "Iemand anders heeft dit intussen weggehaald. Wat u schreef staat hier nog; kopieer het."


def held(row: Row | None) -> Row:
    """Return the row as it is now, held until the end of the transaction.

    Raises:
        PictureRefused: somebody removed it.
    """
    found = None
    if row is not None:
        rows = type(row)._default_manager.select_for_update(of=("self",))
        found = rows.filter(pk=row.pk).first()
    if found is None:
        raise PictureRefused(GONE)
    return found


def refuse_when(problem: str | None) -> None:
    """Refuse what a rule has a sentence against.

    Raises:
        PictureRefused: ``problem`` is a sentence.
    """
    if problem:
        raise PictureRefused(problem)
