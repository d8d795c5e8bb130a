"""Comment on an edition with a personal link, without an account."""

import uuid

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle.holding import held, refuse_when
from integraal.foundation.people.access import NotAllowed
from integraal.foundation.ui.cleaning import cleaned
from integraal.policy.plan.consulting.queries import works
from integraal.policy.plan.consulting.rules import (
    ANSWERED,
    DONE,
    FULL,
    MOST,
    comment_problem,
)
from integraal.policy.plan.consulting.scope import block_in, in_scope
from integraal.policy.plan.models import Comment, Invitation
from integraal.policy.plan.refusals import Conflict, PlanRefused


@transaction.atomic
def note_opening(*, by: Actor, invitation: Invitation) -> None:
    """Note that the link was opened, to the day; recorded once a day."""
    today = timezone.localdate()
    if invitation.opened_on != today:
        Invitation.objects.filter(pk=invitation.pk).update(opened_on=today)
        record("plan.invitation_opened", by=by, subject=invitation)


@transaction.atomic
def make_comment(
    *, by: Actor, invitation: Invitation, block: uuid.UUID | None, text: str
) -> Comment:
    """Say something about a block, or with ``None`` about all of what was read.

    Sent twice, it is said once.

    Raises:
        PlanRefused: nothing was written, it is too long, the block is not what the link is for,
            or its reader said to be done.
        NotAllowed: the link does not work (any more).
    """
    row = _working(invitation)
    text = cleaned(text)
    refuse_when(comment_problem(text), PlanRefused)
    content = in_scope(row.consultation.edition.content, row.themes)
    about = block_in(content, block) if block else None
    if block and about is None:
        raise PlanRefused("Dit deel hoort niet bij uw link. Ververs de pagina.")
    if row.finished_on:
        raise PlanRefused(DONE)
    same = Comment.objects.filter(invitation=row, block=block, text=text).first()
    if same:
        return same
    if Comment.objects.filter(invitation=row).count() >= MOST:
        raise PlanRefused(FULL)
    comment = Comment.objects.create(
        tenant_id=row.tenant_id,
        invitation=row,
        block=block,
        theme=about["theme"] if about else "",
        text=text,
        said_on=timezone.localdate(),
    )
    record("plan.comment_made", by=by, subject=row, comment=comment.pk)
    return comment


@transaction.atomic
def change_comment(
    *, by: Actor, invitation: Invitation, comment: Comment, text: str, base_revision: int
) -> Comment:
    """Change what was said with the same link.

    Raises:
        PlanRefused: see ``make_comment``; or the municipality answered already.
        Conflict: it was changed in another window meanwhile.
        NotAllowed: the link does not work, or the comment was made with another.
    """
    row = _own(invitation, comment)
    text = cleaned(text)
    refuse_when(comment_problem(text), PlanRefused)
    if text == row.text:
        return row
    if row.weighing != Comment.Weighing.OPEN:
        raise PlanRefused(ANSWERED)
    if row.revision != base_revision:
        raise Conflict(row)
    row.text, row.said_on = text, timezone.localdate()
    row.revision += 1
    row.save()
    record("plan.comment_changed", by=by, subject=row.invitation, comment=row.pk)
    return row


@transaction.atomic
def withdraw_comment(*, by: Actor, invitation: Invitation, comment: Comment) -> None:
    """Take back what was said with the same link.

    Raises:
        PlanRefused: its reader said to be done, or the municipality answered already.
        NotAllowed: see ``change_comment``.
    """
    row = _own(invitation, comment)
    if row.weighing != Comment.Weighing.OPEN:
        raise PlanRefused(ANSWERED)
    record("plan.comment_withdrawn", by=by, subject=row.invitation, comment=row.pk)
    row.delete()


@transaction.atomic
def finish(*, by: Actor, invitation: Invitation) -> Invitation:
    """Say to be done, also without any comment; twice changes nothing.

    Raises:
        NotAllowed: the link does not work (any more).
    """
    row = _working(invitation)
    if row.finished_on is None:
        row.finished_on = timezone.localdate()
        row.save(update_fields=["finished_on"])
        record("plan.invitation_finished", by=by, subject=row)
    return row


@transaction.atomic
def reopen(*, by: Actor, invitation: Invitation) -> Invitation:
    """Go on after having said to be done.

    Raises:
        NotAllowed: the link does not work (any more).
    """
    row = _working(invitation)
    if row.finished_on is not None:
        row.finished_on = None
        row.save(update_fields=["finished_on"])
        record("plan.invitation_reopened", by=by, subject=row)
    return row


def _working(invitation: Invitation) -> Invitation:
    """Return the invitation as it is now, held; the link may have stopped since it was opened."""
    row = held(invitation, PlanRefused)
    if not works(row, timezone.localdate()):
        raise NotAllowed("Deze link werkt niet meer. Vraag wie hem stuurde om een nieuwe.")
    return row


def _own(invitation: Invitation, comment: Comment) -> Comment:
    found = _working(invitation)
    row = held(comment, PlanRefused)
    if row.invitation_id != found.pk:
        raise NotAllowed("Deze reactie hoort niet bij uw link.")
    if found.finished_on:
        raise PlanRefused(DONE)
    return row
