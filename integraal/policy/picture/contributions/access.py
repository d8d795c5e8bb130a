"""Who may record what others say, and what comes back on a referral."""

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people import roles
from integraal.foundation.people.access import require_role


def check_answer(by: Actor) -> None:
    require_role(by, roles.ADVISER, deed="het antwoord op een verwijzing vastleggen")
