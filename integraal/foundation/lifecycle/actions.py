"""The moves of a decided document; each step's own actions call these with its rules checked."""

from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle import states
from integraal.foundation.lifecycle.freezing import fingerprint
from integraal.foundation.lifecycle.models import DecidedDocument
from integraal.foundation.lifecycle.states import State, check_move

Document = TypeVar("Document", bound=DecidedDocument)


@dataclass(frozen=True)
class Decision:
    """The decision by which a document is adopted: body, day, and the body's own number for it."""

    body: str
    on: date
    number: str = ""


def locked(document: Document) -> Document:
    """Return the document as it is now, held until the end of the transaction."""
    return type(document).objects.select_for_update().get(pk=document.pk)


@transaction.atomic
def propose(document: DecidedDocument, *, by: Actor, verb: str) -> None:
    """Propose a draft for adoption.

    Raises:
        ImpossibleMove: it is not a draft.
    """
    check_move(states.PROPOSE, State(document.state))
    document.state = State.PROPOSED
    document.proposed_by_id = by.member_id
    document.proposed_at = timezone.now()
    document.returned_reason = ""
    document.save()
    record(verb, by=by, subject=document, version=document.version)


@transaction.atomic
def send_back(document: DecidedDocument, *, by: Actor, verb: str, reason: str) -> None:
    """Make a proposal a draft again, with the reason its writer reads.

    Raises:
        ImpossibleMove: it is not proposed.
    """
    check_move(states.SEND_BACK, State(document.state))
    document.state = State.DRAFT
    document.returned_reason = reason
    document.save()
    record(verb, by=by, subject=document, version=document.version)


@transaction.atomic
def adopt(
    document: DecidedDocument, *, by: Actor, verb: str, decision: Decision, content: dict[str, Any]
) -> None:
    """Adopt a proposal: freeze its content and supersede the version before it.

    Raises:
        ImpossibleMove: it is not proposed.
    """
    check_move(states.ADOPT, State(document.state))
    earlier = type(document).objects.filter(lineage=document.lineage, state=State.ADOPTED)
    for version in earlier.select_for_update():
        version.state = State.SUPERSEDED
        version.save(update_fields=["state"])
    document.state = State.ADOPTED
    document.frozen = content
    document.fingerprint = fingerprint(content)
    document.adopted_by_id = by.member_id
    document.adopted_at = timezone.now()
    document.adopted_on = decision.on
    document.adopting_body = decision.body
    document.decision_number = decision.number
    document.save()
    record(verb, by=by, subject=document, version=document.version, sha256=document.fingerprint)
