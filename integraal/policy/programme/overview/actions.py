"""Say how many hours there are for a programme, and how often owners say how it goes."""

from collections.abc import Mapping

from django.db import transaction

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.foundation.lifecycle.holding import refuse_when
from integraal.policy.programme.access import check_run
from integraal.policy.programme.models import Programme
from integraal.policy.programme.refusals import ProgrammeRefused
from integraal.policy.programme.rules import hours_problem

_MOST_MONTHS = 12


@transaction.atomic
def set_capacity(
    *, by: Actor, programme: Programme, capacity: Mapping[str, str], rhythm: int
) -> Programme:
    """Say how many hours there are per quarter, and in how many months owners are asked.

    Both are practical: they may change while the programme runs.

    Args:
        capacity: quarter ("2027-1") to hours, as text.
        rhythm: months; 0 asks nobody.

    Raises:
        ProgrammeRefused: a quarter or a number cannot be.
        NotAllowed: the actor does not run programmes.
    """
    check_run(by)
    programme = lifecycle.locked(programme)
    years = programme.first_year, programme.last_year
    refuse_when(hours_problem(capacity, *years), ProgrammeRefused)
    if not 0 <= rhythm <= _MOST_MONTHS:
        raise ProgrammeRefused(f"Vraag hoogstens om de {_MOST_MONTHS} maanden, of nooit.")
    programme.capacity, programme.rhythm = dict(capacity), rhythm
    programme.save(update_fields=["capacity", "rhythm"])
    record("programme.capacity_set", by=by, subject=programme)
    return programme
