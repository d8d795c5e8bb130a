"""What the state of a document lets somebody do, and who reads it before it is decided on."""

from integraal.foundation.lifecycle.models import DecidedDocument
from integraal.foundation.lifecycle.states import State
from integraal.foundation.people import roles
from integraal.foundation.people.access import NotAllowed

READS_DRAFTS = (
    roles.ADVISER,
    roles.MAYOR,
    roles.COLLEGE,
    roles.DATA_PROTECTION_OFFICER,
    roles.PRIVACY_OFFICER,
    roles.ADMINISTRATOR,
    roles.LAWYER,
)
"""Who works on drafts or watches over them; of a plan the clerk does too."""


def check_draft(document: DecidedDocument | None, what: str = "de tekst") -> None:
    """Refuse to change a document that is no draft; none is no document yet.

    Raises:
        NotAllowed: with the state, and that ``what`` (Dutch) is settled.
    """
    if document is not None and document.state != State.DRAFT:
        raise NotAllowed(
            f"De staat is {document.state_label.lower()}, dus {what} staat vast. "
            "Begin een nieuwe versie om iets te veranderen."
        )
