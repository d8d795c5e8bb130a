"""Who may change the house style."""

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people import roles
from integraal.foundation.people.access import allowed, require_role


def check_change_style(by: Actor) -> None:
    """Refuse all but the functional administrator.

    Raises:
        NotAllowed: with the role that may.
    """
    require_role(by, roles.ADMINISTRATOR, deed="de huisstijl veranderen")


def may_change_style(by: Actor) -> bool:
    """Return whether ``by`` may change the house style."""
    return allowed(check_change_style, by)
