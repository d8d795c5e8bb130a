"""Who may do what with a programme."""

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.foundation.people import roles
from integraal.foundation.people.access import NotAllowed, require_role
from integraal.policy.programme.models import Measure, Programme

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


def check_write(by: Actor, programme: Programme | None = None) -> None:
    """The adviser writes, as long as the programme is a draft."""
    require_role(by, roles.ADVISER, deed="aan het uitvoeringsprogramma schrijven")
    if programme is not None and programme.state != State.DRAFT:
        raise NotAllowed(
            f"De staat is {programme.state_label.lower()}, dus de maatregelen staan vast. "
            "Begin een nieuwe versie om iets te veranderen."
        )


def check_run(by: Actor) -> None:
    """Who runs an adopted programme: hands measures over, plans hours, asks how it goes."""
    require_role(by, roles.ADVISER, deed="het uitvoeringsprogramma uitvoeren")


def check_propose(by: Actor) -> None:
    require_role(by, roles.ADVISER, deed="het uitvoeringsprogramma voorstellen")


def check_adopt(by: Actor) -> None:
    """The college adopts; its member, the mayor or the clerk records that it did."""
    require_role(
        by, roles.COLLEGE, roles.MAYOR, roles.CLERK,
        deed="vastleggen dat het college het programma vaststelde",
    )  # fmt: skip


def check_send_back(by: Actor) -> None:
    require_role(
        by, roles.COLLEGE, roles.MAYOR, roles.CLERK, roles.ADVISER,
        deed="een voorstel terugsturen",
    )  # fmt: skip


def check_tell_council(by: Actor) -> None:
    require_role(by, roles.ADVISER, roles.CLERK, deed="vastleggen dat de raad is verteld")


def check_update(by: Actor, measure: Measure) -> None:
    """The owner and the deputy say how a measure goes; the adviser does for anybody."""
    if by.member_id is not None and by.member_id in (measure.owner_id, measure.deputy_id):
        return
    require_role(by, roles.ADVISER, deed="zeggen hoe deze maatregel loopt")


def check_read_updates(by: Actor) -> None:
    """Who was asked and who missed it is for those who work on the programme, not for readers."""
    require_role(by, *_READS_DRAFTS, deed="zien wie is gevraagd hoe maatregelen lopen")
