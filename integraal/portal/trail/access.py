"""Who may read who did what."""

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people import roles
from integraal.foundation.people.access import allowed, require_role


def check_read_trail(by: Actor) -> None:
    """Refuse all but the two who supervise; who manages people is supervised too.

    Raises:
        NotAllowed: with the roles that may.
    """
    require_role(by, roles.DATA_PROTECTION_OFFICER, roles.PRIVACY_OFFICER, deed="het logboek lezen")


def may_read_trail(by: Actor) -> bool:
    """Return whether ``by`` may read the trail."""
    return allowed(check_read_trail, by)
