"""Who may do what with a prioritisation session."""

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.access import READS_DRAFTS, check_draft
from integraal.foundation.people import roles
from integraal.foundation.people.access import require_role
from integraal.policy.priorities.models import Session


def reads_drafts(by: Actor) -> bool:
    """Return whether the actor also reads sessions whose minutes are not signed off yet."""
    return by.has(*(role.code for role in READS_DRAFTS))


def check_lead(by: Actor, session: Session | None = None) -> None:
    """The adviser prepares and leads a session, until its minutes are proposed."""
    require_role(by, roles.ADVISER, deed="een prioriteringssessie voorbereiden en leiden")
    check_draft(session, "het verslag")


def check_sign_off(by: Actor) -> None:
    """The mayor signs as, or on behalf of, the chair."""
    require_role(by, roles.MAYOR, deed="het verslag van een sessie aftekenen")


def check_send_back(by: Actor) -> None:
    require_role(by, roles.MAYOR, roles.ADVISER, deed="een verslag terugsturen")
