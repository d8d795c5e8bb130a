"""Who may change the templates of documents."""

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people import roles
from integraal.foundation.people.access import allowed, require_role


def check_change_templates(by: Actor) -> None:
    """Refuse all but the functional administrator.

    Raises:
        NotAllowed: with the role that may.
    """
    require_role(by, roles.ADMINISTRATOR, deed="sjablonen veranderen")


def may_change_templates(by: Actor) -> bool:
    """Return whether ``by`` may change the templates."""
    return allowed(check_change_templates, by)
