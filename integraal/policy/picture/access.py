"""Who may do what with a picture."""

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.foundation.people import roles
from integraal.foundation.people.access import NotAllowed, require_role
from integraal.policy.picture.models import Picture

_READS_DRAFTS = (
    roles.ADVISER,
    roles.MAYOR,
    roles.COLLEGE,
    roles.DATA_PROTECTION_OFFICER,
    roles.PRIVACY_OFFICER,
    roles.ADMINISTRATOR,
    roles.LAWYER,
)


def reads_drafts(by: Actor) -> bool:
    """Return whether the actor also reads what is not adopted yet."""
    return by.has(*(role.code for role in _READS_DRAFTS))


def check_write(by: Actor, picture: Picture | None = None) -> None:
    require_role(by, roles.ADVISER, deed="aan het veiligheidsbeeld schrijven")
    if picture is not None and picture.state != State.DRAFT:
        raise NotAllowed(
            f"De staat is {picture.state_label.lower()}, dus de tekst staat vast. "
            "Begin een nieuwe versie om iets te veranderen."
        )


def check_read_earlier(by: Actor) -> None:
    """Earlier stands of a text were never decided on: they are for who works on drafts."""
    require_role(by, *_READS_DRAFTS, deed="eerdere teksten lezen")


def check_propose(by: Actor) -> None:
    require_role(by, roles.ADVISER, deed="een veiligheidsbeeld voorstellen")


def check_adopt(by: Actor) -> None:
    require_role(by, roles.MAYOR, deed="een veiligheidsbeeld vaststellen")


def check_send_back(by: Actor) -> None:
    require_role(by, roles.MAYOR, roles.ADVISER, deed="een voorstel terugsturen")


def check_share(by: Actor) -> None:
    require_role(by, roles.ADVISER, roles.MAYOR, deed="een veiligheidsbeeld met een link delen")
