"""Who may load figures. Everybody who works here may read them."""

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people import roles
from integraal.foundation.people.access import NotAllowed, require_role


def check_load_figures(by: Actor) -> None:
    require_role(by, roles.ADVISER, roles.ADMINISTRATOR, deed="cijfers inlezen")


def may_load_figures(by: Actor) -> bool:
    try:
        check_load_figures(by)
    except NotAllowed:
        return False
    return True
