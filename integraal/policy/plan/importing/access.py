"""Who may read in an existing plan: who writes plans."""

from integraal.foundation.audit.actors import Actor
from integraal.policy.plan.access import check_write


def check_import(by: Actor) -> None:
    check_write(by)
