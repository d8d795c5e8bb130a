"""Who may change definitions."""

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people import roles
from integraal.foundation.people.access import NotAllowed, require_role


def check_change_definitions(by: Actor) -> None:
    require_role(by, roles.ADMINISTRATOR, roles.ADVISER, deed="begrippen veranderen")


def may_change_definitions(by: Actor) -> bool:
    try:
        check_change_definitions(by)
    except NotAllowed:
        return False
    return True
