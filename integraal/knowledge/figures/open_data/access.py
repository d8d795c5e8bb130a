"""Who may make a file of open data: from then on anybody may have it."""

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people import roles
from integraal.foundation.people.access import allowed, require_role


def check_publish(by: Actor) -> None:
    require_role(by, roles.ADVISER, roles.ADMINISTRATOR, deed="open data maken")


def may_publish(by: Actor) -> bool:
    return allowed(check_publish, by)
