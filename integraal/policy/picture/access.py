"""Who may do what with a picture."""

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.access import READS_DRAFTS, check_draft
from integraal.foundation.people import roles
from integraal.foundation.people.access import require_role
from integraal.policy.picture.models import Picture


def reads_drafts(by: Actor) -> bool:
    """Return whether the actor also reads what is not adopted yet."""
    return by.has(*(role.code for role in READS_DRAFTS))


def check_write(by: Actor, picture: Picture | None = None) -> None:
    require_role(by, roles.ADVISER, deed="aan het veiligheidsbeeld schrijven")
    check_draft(picture)


def check_read_earlier(by: Actor) -> None:
    """Earlier stands of a text were never decided on: they are for who works on drafts."""
    require_role(by, *READS_DRAFTS, deed="eerdere teksten lezen")


def check_propose(by: Actor) -> None:
    require_role(by, roles.ADVISER, deed="een veiligheidsbeeld voorstellen")


def check_adopt(by: Actor) -> None:
    require_role(by, roles.MAYOR, deed="een veiligheidsbeeld vaststellen")


def check_send_back(by: Actor) -> None:
    require_role(by, roles.MAYOR, roles.ADVISER, deed="een voorstel terugsturen")


def check_share(by: Actor) -> None:
    require_role(by, roles.ADVISER, roles.MAYOR, deed="een veiligheidsbeeld met een link delen")
