"""Hold a row that somebody is about to change, and find out whether it is still what they saw."""

from typing import Any, TypeVar, cast

from integraal.foundation.database.models import TenantModel
from integraal.foundation.lifecycle.refusals import Conflict, Refused

Row = TypeVar("Row", bound=TenantModel)
GONE = "Iemand anders heeft dit intussen weggehaald. Wat u schreef staat hier nog; kopieer het."


def held(row: Row | None, refusal: type[Refused] = Refused) -> Row:
    """Return the row as it is now, held until the end of the transaction.

    Args:
        row: as somebody saw it.
        refusal: what is raised when it is there no more.

    Raises:
        Refused: somebody removed it.
    """
    found = None
    if row is not None:
        rows = type(row)._default_manager.select_for_update(of=("self",))
        found = rows.filter(pk=row.pk).first()
    if found is None:
        raise refusal(GONE)
    return found


def held_at(row: Row | None, base_revision: int, refusal: type[Refused] = Refused) -> Row:
    """Return the row as it is now, held, when it still has the revision that somebody saw.

    Raises:
        Refused: somebody removed it.
        Conflict: somebody changed it meanwhile; it carries the row as it stands.
    """
    found: Any = held(row, refusal)
    if found.revision != base_revision:
        raise Conflict(found)
    return cast(Row, found)


def refuse_when(problem: str | None, refusal: type[Refused] = Refused) -> None:
    """Refuse what a rule has a sentence against.

    Raises:
        Refused: ``problem`` is a sentence.
    """
    if problem:
        raise refusal(problem)
