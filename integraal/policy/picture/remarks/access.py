"""Who may say something about a draft, and who decides on it."""

from integraal.foundation.audit.actors import Actor, Through
from integraal.foundation.lifecycle.states import State
from integraal.foundation.people import roles
from integraal.foundation.people.access import NotAllowed, require_role
from integraal.policy.picture.access import reads_drafts
from integraal.policy.picture.models import Picture

_BEING_MADE = (State.DRAFT, State.PROPOSED)


def check_read_remarks(by: Actor) -> None:
    """Read what colleagues say about a draft."""
    is_product = by.member_id is None and by.through in (Through.COMMAND, Through.JOB)
    if not is_product and not reads_drafts(by):
        raise NotAllowed(
            "U kunt dit niet doen: opmerkingen bij het veiligheidsbeeld lezen en maken. "
            "Dat doet wie ook concepten van het beeld leest."
        )


def check_remark(by: Actor, picture: Picture | None = None) -> None:
    """Say something about a draft or a proposal."""
    check_read_remarks(by)
    _check_state(picture)


def check_decide(by: Actor, picture: Picture | None = None) -> None:
    require_role(by, roles.ADVISER, deed="opmerkingen bij het veiligheidsbeeld afhandelen")
    _check_state(picture)


def _check_state(picture: Picture | None) -> None:
    if picture is not None and picture.state not in _BEING_MADE:
        raise NotAllowed(
            f"De staat is {picture.state_label.lower()}, dus de opmerkingen staan vast. "
            "Begin een nieuwe versie om iets te veranderen."
        )
