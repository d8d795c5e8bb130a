"""Who may do what with a plan."""

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.access import check_draft
from integraal.foundation.people import roles
from integraal.foundation.people.access import require_role
from integraal.policy.plan.models import Plan

_READS_DRAFTS = (
    roles.ADVISER,
    roles.MAYOR,
    roles.COLLEGE,
    roles.CLERK,
    roles.DATA_PROTECTION_OFFICER,
    roles.PRIVACY_OFFICER,
    roles.ADMINISTRATOR,
    roles.LAWYER,
)


def reads_drafts(by: Actor) -> bool:
    """Return whether the actor also reads what is not adopted yet."""
    return by.has(*(role.code for role in _READS_DRAFTS))


def check_write(by: Actor, plan: Plan | None = None) -> None:
    """The adviser writes, as long as the plan is a draft."""
    require_role(by, roles.ADVISER, deed="aan het veiligheidsplan schrijven")
    check_draft(plan)


def check_consult(by: Actor) -> None:
    require_role(by, roles.ADVISER, deed="partners over het plan raadplegen")


def check_propose(by: Actor) -> None:
    require_role(by, roles.ADVISER, deed="het plan voorstellen")


def check_record_decision(by: Actor) -> None:
    """The clerk records what the bodies decided; the adviser does so where there is no clerk."""
    require_role(by, roles.CLERK, roles.ADVISER, deed="besluiten over het plan vastleggen")


def check_adopt(by: Actor) -> None:
    """The council adopts; the clerk or the mayor records that it did."""
    require_role(by, roles.CLERK, roles.MAYOR, deed="vastleggen dat de raad het plan vaststelde")


def check_send_back(by: Actor) -> None:
    require_role(by, roles.MAYOR, roles.CLERK, roles.ADVISER, deed="een voorstel terugsturen")


def check_read_checks(by: Actor) -> None:
    """What a plan lacks is for who works on drafts."""
    require_role(by, *_READS_DRAFTS, deed="de controle van een plan lezen")


def check_publish(by: Actor) -> None:
    require_role(
        by, roles.ADVISER, roles.CLERK, deed="het plan voor inwoners openbaar maken of terughalen"
    )


def check_read_pack(by: Actor) -> None:
    """The pack holds what partners said of a draft."""
    require_role(by, *_READS_DRAFTS, deed="het raadspakket lezen")


def check_keep_edition(by: Actor) -> None:
    """Who writes keeps an edition; who records a decision keeps what it was about."""
    require_role(
        by, roles.ADVISER, roles.CLERK, roles.MAYOR, deed="een uitgave van het plan vastleggen"
    )


def check_read_consultation(by: Actor) -> None:
    require_role(by, *_READS_DRAFTS, deed="lezen wat partners over het plan zeiden")


def check_change_adopted(by: Actor) -> None:
    require_role(by, roles.ADVISER, deed="een tussentijdse wijziging van het plan bijhouden")


def check_tell_council(by: Actor) -> None:
    require_role(by, roles.ADVISER, roles.CLERK, deed="vastleggen dat de raad is verteld")


def check_read_earlier(by: Actor) -> None:
    """Earlier stands of a draft are for who may read drafts."""
    require_role(by, *_READS_DRAFTS, deed="eerdere teksten van het plan lezen")
