"""Who may read and do what in accountability."""

from integraal.foundation.audit.actors import Actor, Through
from integraal.foundation.lifecycle.states import State
from integraal.foundation.people import roles
from integraal.foundation.people.access import NotAllowed, require_role
from integraal.policy.accountability.models import Report
from integraal.policy.programme.access import reads_drafts


def reads_inside(by: Actor) -> bool:
    """Return whether the actor also reads reports and answers that are not settled yet."""
    return by.through != Through.LINK and reads_drafts(by)


def check_write(by: Actor, report: Report | None = None) -> None:
    """The adviser makes reports, as long as they are a draft."""
    require_role(by, roles.ADVISER, deed="aan de verantwoording schrijven")
    if report is not None and report.state != State.DRAFT:
        raise NotAllowed(
            f"De staat is {report.state_label.lower()}, dus het rapport staat vast. "
            "Begin een nieuwe versie om iets te veranderen."
        )


def check_adopt(by: Actor) -> None:
    """The college accounts; its member, the mayor or the clerk records that it adopted."""
    require_role(
        by, roles.COLLEGE, roles.MAYOR, roles.CLERK,
        deed="vastleggen dat het college het rapport vaststelde",
    )  # fmt: skip


def check_send_back(by: Actor) -> None:
    require_role(
        by, roles.COLLEGE, roles.MAYOR, roles.CLERK, roles.ADVISER,
        deed="een rapport terugsturen",
    )  # fmt: skip


def check_publish(by: Actor) -> None:
    """Who tells the council, and makes a report public for residents."""
    require_role(by, roles.ADVISER, roles.CLERK, deed="een rapport naar buiten brengen")


def check_questions(by: Actor) -> None:
    """Who writes down what the council asked and what the college answered."""
    require_role(by, roles.ADVISER, roles.CLERK, deed="raadsvragen bijhouden")
