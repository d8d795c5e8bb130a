"""Who may ask for long work and see how far it is."""

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people import roles
from integraal.foundation.people.access import allowed, require_role


def check_ask_job(by: Actor) -> None:
    """Refuse all but who prepares figures.

    Raises:
        NotAllowed: with the roles that may.
    """
    require_role(by, roles.ADVISER, roles.ADMINISTRATOR, deed="taken bekijken en starten")


def may_ask_job(by: Actor) -> bool:
    """Return whether ``by`` may ask for long work."""
    return allowed(check_ask_job, by)
