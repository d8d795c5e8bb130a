"""Who may change definitions."""

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people import roles
from integraal.foundation.people.access import allowed, require_role


def check_change_definitions(by: Actor) -> None:
    require_role(by, roles.ADMINISTRATOR, roles.ADVISER, deed="begrippen veranderen")


def may_change_definitions(by: Actor) -> bool:
    return allowed(check_change_definitions, by)
