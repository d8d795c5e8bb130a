"""Who may read and do what in monitoring."""

from integraal.foundation.audit.actors import Actor, Through
from integraal.foundation.people import roles
from integraal.foundation.people.access import NotAllowed, require_role
from integraal.policy.programme.access import reads_drafts


def reads_inside(by: Actor) -> bool:
    """Return whether the actor reads deviations and incidents, which are not decided yet."""
    return by.through != Through.LINK and reads_drafts(by)


def check_read_inside(by: Actor) -> None:
    if not reads_inside(by):
        raise NotAllowed("Afwijkingen en incidenten zijn er voor wie aan het beleid werkt.")


def check_write(by: Actor) -> None:
    """The adviser keeps readings, thresholds, deviations, incidents and joined programmes."""
    require_role(by, roles.ADVISER, deed="aan de monitoring schrijven")


def check_decide(by: Actor) -> None:
    """Who decides about a deviation, or writes down that it was decided."""
    require_role(
        by, roles.ADVISER, roles.MAYOR, roles.COLLEGE, roles.CLERK,
        deed="een besluit over een afwijking vastleggen",
    )  # fmt: skip
