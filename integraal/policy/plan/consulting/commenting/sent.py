"""What is sent from the page of a personal link: read it, and do the deed that it asks for."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest

from integraal.policy.plan.consulting.commenting import actions
from integraal.policy.plan.consulting.commenting.reading import WHOLE_ANCHOR, Typed
from integraal.policy.plan.consulting.queries import reader_of
from integraal.policy.plan.models import Comment, Invitation
from integraal.policy.plan.refusals import Conflict, PlanRefused

MOST_SHOWN_BACK = 60_000
_OTHER_WINDOW = (
    "U veranderde deze reactie ook in een ander venster. Beide teksten staan hieronder: maak er "
    "één tekst van en bewaar opnieuw."
)


@dataclass(frozen=True)
class Sent:
    """What came in; nothing in it is trusted."""

    deed: str
    block: str
    comment: str
    text: str
    revision: int


def read(request: HttpRequest) -> Sent:
    """Return what was sent, with anything that cannot be left empty."""
    given = request.POST
    revision = given.get("base_revision", "")
    return Sent(
        deed=given.get("deed", ""),
        block=_key(given.get("block", "")),
        comment=_key(given.get("comment", "")),
        text=given.get("text", "").replace("\x00", ""),
        revision=int(revision) if revision.isascii() and revision.isdecimal() and len(revision) < 9
        else 0,
    )  # fmt: skip


def do(invitation: Invitation, sent: Sent) -> tuple[str, Typed | None]:
    """Do what was asked; return the place to show next, and what could not be saved."""
    deed = _DEEDS.get(sent.deed)
    if deed is None:
        return "", None
    try:
        deed(invitation, sent)
    except Conflict as conflict:
        current: Comment = conflict.current
        return "", Typed(
            str(current.block or ""), sent.text, _OTHER_WINDOW, sent.comment, current.text,
            current.revision,
        )  # fmt: skip
    except PlanRefused as refusal:
        return "", Typed(sent.block, sent.text, str(refusal), _still_there(invitation, sent))
    return ("klaar" if sent.deed in ("klaar", "verder") else _anchor(sent)), None


def _still_there(invitation: Invitation, sent: Sent) -> str:
    """Return the comment that was changed; empty when it is gone, so that the text shows anew."""
    found = _comment(invitation, sent)
    return str(found.pk) if found else ""


def _say(invitation: Invitation, sent: Sent) -> None:
    actions.make_comment(
        by=reader_of(invitation),
        invitation=invitation,
        block=uuid.UUID(sent.block) if sent.block else None,
        text=sent.text,
    )


def _change(invitation: Invitation, sent: Sent) -> None:
    actions.change_comment(
        by=reader_of(invitation),
        invitation=invitation,
        comment=_comment_or_refuse(invitation, sent),
        text=sent.text,
        base_revision=sent.revision,
    )


def _withdraw(invitation: Invitation, sent: Sent) -> None:
    found = _comment(invitation, sent)
    if found:  # withdrawn in another window is withdrawn
        actions.withdraw_comment(by=reader_of(invitation), invitation=invitation, comment=found)


def _finish(invitation: Invitation, sent: Sent) -> None:
    actions.finish(by=reader_of(invitation), invitation=invitation)


def _reopen(invitation: Invitation, sent: Sent) -> None:
    actions.reopen(by=reader_of(invitation), invitation=invitation)


_DEEDS: dict[str, Callable[[Invitation, Sent], None]] = {
    "zeg": _say,
    "verander": _change,
    "trek-in": _withdraw,
    "klaar": _finish,
    "verder": _reopen,
}


def _comment(invitation: Invitation, sent: Sent) -> Comment | None:
    if not sent.comment:
        return None
    return Comment.objects.filter(invitation=invitation, pk=sent.comment).first()


def _comment_or_refuse(invitation: Invitation, sent: Sent) -> Comment:
    found = _comment(invitation, sent)
    if found is None:
        raise PlanRefused(
            "Deze reactie is in een ander venster ingetrokken. Uw tekst staat hieronder; bewaar "
            "haar als nieuwe reactie, of laat haar weg."
        )
    return found


def _key(text: str) -> str:
    try:
        return str(uuid.UUID(text))
    except ValueError:
        return ""


def _anchor(sent: Sent) -> str:
    return f"blok-{sent.block or WHOLE_ANCHOR}"
