"""Who may manage people."""

from collections.abc import Callable

from integraal.foundation.audit.actors import Actor, Through
from integraal.foundation.people import roles


class NotAllowed(Exception):
    """Somebody may not do this; the message is a sentence they may read."""


def require_role(by: Actor, *allowed: roles.Role, deed: str) -> None:
    """Refuse ``deed`` (Dutch, as in "mensen beheren") unless ``by`` holds one of ``allowed``.

    Raises:
        NotAllowed: with the roles that may.
    """
    if by.member_id is None and by.through in (Through.COMMAND, Through.JOB):
        return
    if not by.has(*(role.code for role in allowed)):
        names = " of ".join(role.name.lower() for role in allowed)
        raise NotAllowed(f"U kunt dit niet doen: {deed}. Dat doet de {names}.")


def allowed(check: Callable[..., None], *arguments: object) -> bool:
    """Return whether ``check`` lets a deed through: the twin of every check, for the templates."""
    try:
        check(*arguments)
    except NotAllowed:
        return False
    return True


def check_manage_people(by: Actor) -> None:
    require_role(by, roles.ADMINISTRATOR, deed="mensen en rollen beheren")


def check_manage_organisations(by: Actor) -> None:
    require_role(by, roles.ADVISER, roles.ADMINISTRATOR, deed="organisaties beheren")


def check_manage_tokens(by: Actor) -> None:
    require_role(by, roles.ADMINISTRATOR, roles.ADVISER, deed="API-sleutels beheren")


def may_manage_people(by: Actor) -> bool:
    return allowed(check_manage_people, by)


def may_manage_tokens(by: Actor) -> bool:
    return allowed(check_manage_tokens, by)
