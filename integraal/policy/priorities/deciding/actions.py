"""Write down what was decided about a theme, what was said, and what others chose."""

from dataclasses import asdict
from typing import Any

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.policy.picture.words import length_problem, plain
from integraal.policy.priorities.deciding.rules import (
    Choice,
    Elsewhere,
    choice_problem,
    cleaned,
    fitting,
    other_problem,
)
from integraal.policy.priorities.holding import draft, held, refuse_when
from integraal.policy.priorities.models import Candidate, OtherPriority, Session, ThemeDecision
from integraal.policy.priorities.refusals import Conflict, SessionRefused

MOST_OTHERS = 100


@transaction.atomic
def decide_theme(
    *, by: Actor, candidate: Candidate, choice: Choice, base_revision: int
) -> ThemeDecision:
    """Write down what people decided about one theme.

    Args:
        by: who writes it down.
        candidate: the theme in the session.
        choice: what was decided.
        base_revision: of the decision the writer had before them; 0 when there was none.

    Raises:
        Conflict: somebody else wrote it down otherwise meanwhile; it carries what stands there.
        SessionRefused: something is missing or cannot be.
        NotAllowed: the session is no draft, or the actor does not lead it.
    """
    session = draft(by, candidate.session)
    held(candidate)
    given = fitting(cleaned(choice))
    refuse_when(choice_problem(given))
    rows = ThemeDecision.objects.select_for_update(of=("self",))
    row = rows.filter(candidate=candidate).first()
    if row and all(getattr(row, name) == value for name, value in asdict(given).items()):
        return row
    if row and row.revision != base_revision:
        raise Conflict(row)
    if row is None:
        row = ThemeDecision(tenant_id=by.tenant_id, candidate=candidate, revision=0)
    _write(row, asdict(given), by)
    record("session.theme_decided", by=by, subject=session, candidate=candidate.pk)
    return row


@transaction.atomic
def undo_decision(*, by: Actor, candidate: Candidate, base_revision: int) -> None:
    """Take a decision back, so that nothing is decided about the theme.

    Raises:
        Conflict: somebody else changed it meanwhile.
        NotAllowed: see ``decide_theme``.
    """
    session = draft(by, candidate.session)
    rows = ThemeDecision.objects.select_for_update(of=("self",))
    row = rows.filter(candidate=candidate).first()
    if row is None:
        return
    if row.revision != base_revision:
        raise Conflict(row)
    row.delete()
    record("session.theme_decided", by=by, subject=session, candidate=candidate.pk)


@transaction.atomic
def write_conversation(*, by: Actor, session: Session, text: str, base_revision: int) -> Session:
    """Write down what was said in the session.

    Raises:
        Conflict: the session has another revision by now; it carries the session as it stands.
        SessionRefused: the text is too long.
        NotAllowed: see ``decide_theme``.
    """
    session = draft(by, session)
    text = plain(text)
    refuse_when(length_problem(text))
    if text == session.conversation:
        return session
    if session.revision != base_revision:
        raise Conflict(session)
    session.conversation = text
    session.revision += 1
    session.save(update_fields=["conversation", "revision"])
    record("session.conversation_written", by=by, subject=session)
    return session


@transaction.atomic
def add_other(
    *, by: Actor, session: Session, other: Elsewhere, candidate: Candidate | None = None
) -> OtherPriority:
    """Write down a priority of another body; sent twice, it is added once.

    Raises:
        SessionRefused: something is missing or cannot be, or the theme is of another session.
        NotAllowed: see ``decide_theme``.
    """
    session = draft(by, session)
    given = _right(session, other, candidate)
    present = OtherPriority.objects.filter(session=session)
    same = present.filter(**asdict(given), candidate=candidate).first()
    if same:
        return same
    if present.count() >= MOST_OTHERS:
        raise SessionRefused(f"Een sessie heeft hoogstens {MOST_OTHERS} prioriteiten van anderen.")
    row = OtherPriority(tenant_id=by.tenant_id, session=session, revision=0)
    _write(row, {**asdict(given), "candidate": candidate}, by)
    record("session.other_added", by=by, subject=session, other=row.pk)
    return row


@transaction.atomic
def change_other(
    *,
    by: Actor,
    row: OtherPriority | None,
    other: Elsewhere,
    candidate: Candidate | None,
    base_revision: int,
) -> OtherPriority:
    """Change a priority of another body, or say why the municipality chooses otherwise.

    Raises:
        Conflict: it has another revision by now; it carries the row as it stands.
        SessionRefused: something is missing or cannot be, or somebody removed the row.
        NotAllowed: see ``decide_theme``.
    """
    found: OtherPriority = held(row)
    session = draft(by, found.session)
    given = {**asdict(_right(session, other, candidate)), "candidate": candidate}
    if all(getattr(found, name) == value for name, value in given.items()):
        return found
    if found.revision != base_revision:
        raise Conflict(found)
    _write(found, given, by)
    record("session.other_changed", by=by, subject=session, other=found.pk)
    return found


@transaction.atomic
def remove_other(*, by: Actor, row: OtherPriority, base_revision: int) -> None:
    """Take a priority of another body out of a draft.

    Raises:
        Conflict: somebody changed it since the revision that was seen.
        SessionRefused: somebody removed it already.
        NotAllowed: see ``decide_theme``.
    """
    found: OtherPriority = held(row)
    session = draft(by, found.session)
    if found.revision != base_revision:
        raise Conflict(found)
    record("session.other_removed", by=by, subject=session, other=found.pk)
    found.delete()


def _right(session: Session, other: Elsewhere, candidate: Candidate | None) -> Elsewhere:
    given = cleaned(other)
    refuse_when(other_problem(given))
    if candidate is not None and candidate.session_id != session.pk:
        raise SessionRefused("Kies een thema van deze sessie.")
    return given


def _write(row: ThemeDecision | OtherPriority, values: dict[str, Any], by: Actor) -> None:
    for name, value in values.items():
        setattr(row, name, value)
    row.written_by_id = by.member_id
    row.written_at = timezone.now()
    row.revision += 1
    row.save()
