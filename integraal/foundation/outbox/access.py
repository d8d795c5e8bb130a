"""Who may look after the mail that goes out."""

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people import roles
from integraal.foundation.people.access import allowed, require_role


def check_manage_mail(by: Actor) -> None:
    """Refuse all but who manages the installation.

    Raises:
        NotAllowed: with the role that may.
    """
    require_role(by, roles.ADMINISTRATOR, deed="uitgaande post bekijken en opnieuw versturen")


def may_manage_mail(by: Actor) -> bool:
    """Return whether ``by`` may look after outgoing mail."""
    return allowed(check_manage_mail, by)
