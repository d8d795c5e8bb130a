"""Who may load figures, and who may see them as the source gave them, small counts and all."""

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people import roles
from integraal.foundation.people.access import allowed, require_role


def check_load_figures(by: Actor) -> None:
    require_role(by, roles.ADVISER, roles.ADMINISTRATOR, deed="cijfers inlezen")


def check_read_rows(by: Actor) -> None:
    require_role(
        by,
        roles.ADVISER,
        roles.ADMINISTRATOR,
        roles.PRIVACY_OFFICER,
        roles.DATA_PROTECTION_OFFICER,
        deed="aantallen zien zoals de bron ze gaf, ook de kleine",
    )


def may_read_rows(by: Actor) -> bool:
    return allowed(check_read_rows, by)


def may_load_figures(by: Actor) -> bool:
    return allowed(check_load_figures, by)
