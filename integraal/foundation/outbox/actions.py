"""Ask for a mail, send it, give it up, take it back, and clear away what was sent long ago."""

import logging
import uuid
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.outbox.access import check_manage_mail
from integraal.foundation.outbox.letters import Letter, address_of, kind_of
from integraal.foundation.outbox.models import Message
from integraal.foundation.outbox.post import Post, PostProblem
from integraal.foundation.outbox.queries import due
from integraal.foundation.outbox.refusals import OutboxRefused
from integraal.foundation.outbox.rules import next_try
from integraal.foundation.people.models import Member

log = logging.getLogger("integraal.outbox")


@transaction.atomic
def ask_message(
    *,
    by: Actor,
    kind: str,
    subject_id: uuid.UUID,
    to: Member,
    once: str,
    not_before: datetime | None = None,
) -> Message:
    """Ask for a mail; asked twice, it goes once.

    Args:
        by: who asks.
        kind: code of a registered kind.
        subject_id: the row it is about, from which its letter is made when it goes.
        to: who gets it.
        once: the same for what may go only once, such as "asking:<id>:reminder".
        not_before: when it may go; now when left out.

    Raises:
        OutboxRefused: there is no such kind of mail.
    """
    if kind_of(kind) is None:
        raise OutboxRefused("Deze soort mail bestaat niet.")
    there = Message.objects.filter(once=once).first()
    if there:
        return there
    now = timezone.now()
    message = Message(
        tenant_id=by.tenant_id,
        kind=kind,
        subject_id=subject_id,
        to=to,
        once=once,
        asked_at=now,
        not_before=not_before or now,
    )
    message.message_id = f"<{message.pk}@{_domain()}>"
    message.save()
    record("mail.asked", by=by, subject=message, kind=kind)
    return message


@transaction.atomic
def cancel_message(*, by: Actor, once: str) -> None:
    """Take back a mail that still waits; what was sent or never asked for stays as it is."""
    message = Message.objects.select_for_update(of=("self",)).filter(once=once).first()
    if message and message.state == Message.State.WAITING:
        _end(message, Message.State.CANCELLED)
        record("mail.cancelled", by=by, subject=message, kind=message.kind)


@transaction.atomic
def send_next(*, by: Actor, post: Post) -> str | None:
    """Send the mail that waits longest; its row says so in the same transaction.

    Whoever is stopped between sending and the end of the transaction sends it once more, with the
    same Message-ID; nobody else can, since the row is held.

    Returns:
        The state it has now, "stop" when the mail server cannot be used at all, or ``None`` when
        nothing is due.
    """
    waiting = due(timezone.now()).select_for_update(skip_locked=True, of=("self",))
    message = waiting.select_related("to__user", "tenant").first()
    if message is None:
        return None
    letter, problem = _letter(message)
    if letter is None and not problem:
        _end(message, Message.State.CANCELLED)
        record("mail.cancelled", by=by, subject=message, kind=message.kind)
        return message.state
    is_server = False
    if letter is not None:
        try:
            _hand_over(message, letter, post)
        except PostProblem as found:
            problem, is_server = found.code, found.is_server
    if problem:
        _failed(by, message, problem)
        return "stop" if is_server else message.state
    message.tries += 1
    message.sent_at = timezone.now()
    _end(message, Message.State.SENT)
    record("mail.sent", by=by, subject=message, kind=message.kind)
    return message.state


@transaction.atomic
def send_again(*, by: Actor, message: Message) -> Message:
    """Try a mail once more that was given up.

    Raises:
        OutboxRefused: it was not given up.
        NotAllowed: the actor does not look after mail.
    """
    check_manage_mail(by)
    row = Message.objects.select_for_update(of=("self",)).get(pk=message.pk)
    if row.state != Message.State.GIVEN_UP:
        raise OutboxRefused("Dit bericht wacht nog, is al verstuurd of is niet meer nodig.")
    row.tries, row.not_before = 0, timezone.now()
    _end(row, Message.State.WAITING)
    record("mail.tried_again", by=by, subject=row, kind=row.kind)
    return row


@transaction.atomic
def remove_sent(*, by: Actor, before: datetime) -> int:
    """Remove what was sent, or needed no more, before a moment; returns how many."""
    over = (Message.State.SENT, Message.State.CANCELLED)
    old = Message.objects.filter(state__in=over, asked_at__lt=before)
    many = old.exclude(sent_at__gte=before).delete()[0]
    if many:
        record("mail.removed", by=by, many=many)
    return many


def _letter(message: Message) -> tuple[Letter | None, str]:
    """Return the letter of a message, and why there is none when there should be one."""
    kind = kind_of(message.kind)
    if kind is None or not message.to.is_active_on(timezone.localdate()):
        return None, ""
    try:
        with transaction.atomic():
            letter = kind.compose(message)
    except Exception:
        log.exception("a letter could not be made")
        return None, "words"
    if letter is not None and not address_of(message.to):
        return None, "no_address"
    return letter, ""


def _hand_over(message: Message, letter: Letter, post: Post) -> None:
    tenant = message.tenant
    sender = f"gemeente {tenant.name}" if tenant.kind == tenant.Kind.MUNICIPALITY else tenant.name
    post.send(
        letter, to=address_of(message.to), message_id=message.message_id, sender=sender
    )  # fmt: skip


def _failed(by: Actor, message: Message, problem: str) -> None:
    message.tries += 1
    later = next_try(message.tries, problem, timezone.now())
    if later is None:
        _end(message, Message.State.GIVEN_UP, problem)
        record("mail.given_up", by=by, subject=message, kind=message.kind, problem=problem)
    else:
        message.not_before = later
        _end(message, Message.State.WAITING, problem)


def _end(message: Message, state: Any, problem: str = "") -> None:
    message.state, message.problem = state, problem
    message.save(update_fields=["state", "problem", "tries", "not_before", "sent_at"])


def _domain() -> str:
    """Return the part of a Message-ID after the @: that of the address mail comes from."""
    return settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("<> ") or "localhost"
