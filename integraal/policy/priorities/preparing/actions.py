"""Prepare a session: its settings, what the themes are weighed by, and which themes."""

import re
import unicodedata
from collections.abc import Sequence

from django.db import transaction

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.policy.priorities.holding import draft, held, refuse_when
from integraal.policy.priorities.models import (
    Candidate,
    Criterion,
    OtherPriority,
    Round,
    Session,
    ThemeDecision,
)
from integraal.policy.priorities.preparing.criteria import weighings
from integraal.policy.priorities.preparing.queries import settings_of
from integraal.policy.priorities.preparing.rules import (
    MOST_CANDIDATES,
    MOST_CRITERIA,
    Settings,
    candidate_problem,
    criterion_problem,
    same_name_problem,
    scoring_problem,
    settings_problem,
)
from integraal.policy.priorities.refusals import Conflict, SessionRefused

ROUND_OPENED = (
    "Er is al een ronde geopend. Wat er gewogen wordt en waarmee, verandert daarna niet meer, "
    "want dan zouden de scores over iets anders gaan."
)


@transaction.atomic
def change_settings(
    *, by: Actor, session: Session, settings: Settings, base_revision: int
) -> Session:
    """Change title, day, place, chair and how people score.

    Raises:
        Conflict: the session has another revision by now; it carries the session as it stands.
        SessionRefused: a setting cannot be, or people scored already in the way it is.
        NotAllowed: it is no draft, or the actor does not prepare sessions.
    """
    session = draft(by, session)
    given = settings.cleaned()
    refuse_when(settings_problem(given))
    before = settings_of(session)
    if before == given:
        return session
    if session.revision != base_revision:
        raise Conflict(session)
    if Round.objects.filter(session=session).exists():
        refuse_when(scoring_problem(before, given))
    for name, value in vars(given).items():
        setattr(session, name, value)
    session.revision += 1
    session.save()
    record("session.settings_changed", by=by, subject=session)
    return session


@transaction.atomic
def add_criterion(
    *, by: Actor, session: Session, name: str = "", question: str = "", code: str = ""
) -> Criterion:
    """Add a criterion at the end: one that is offered, by its code, or one of its own.

    Raises:
        SessionRefused: it has no name, is there already, there are too many, or a round was opened.
        NotAllowed: see ``change_settings``.
    """
    session = _not_opened(by, session)
    offered = next((one for one in weighings() if one.code == code), None)
    if code and offered is None:
        raise SessionRefused("Dit criterium wordt niet meer aangeboden. Ververs de pagina.")
    name, question = (
        (offered.name, offered.question) if offered else (name.strip(), question.strip())
    )
    refuse_when(criterion_problem(name, question))
    present = list(Criterion.objects.filter(session=session))
    refuse_when(same_name_problem(name, [one.name for one in present], "criterium"))
    if len(present) >= MOST_CRITERIA:
        raise SessionRefused(f"Een sessie heeft hoogstens {MOST_CRITERIA} criteria.")
    row = Criterion.objects.create(
        tenant_id=by.tenant_id,
        session=session,
        order=len(present) + 1,
        code=_free_code(code or name, [one.code for one in present]),
        name=name,
        question=question,
    )
    record("session.criteria_changed", by=by, subject=session, criterion=row.pk)
    return row


@transaction.atomic
def change_criterion(*, by: Actor, criterion: Criterion, name: str, question: str) -> Criterion:
    """Give a criterion another name or question.

    Raises:
        SessionRefused: the name cannot be, the row is gone, or a round was opened.
        NotAllowed: see ``change_settings``.
    """
    session = _not_opened(by, criterion.session)
    row: Criterion = held(criterion)
    name, question = name.strip(), question.strip()
    others = Criterion.objects.filter(session=session).exclude(pk=row.pk)
    refuse_when(criterion_problem(name, question))
    refuse_when(same_name_problem(name, [one.name for one in others], "criterium"))
    row.name, row.question = name, question
    row.save(update_fields=["name", "question"])
    record("session.criteria_changed", by=by, subject=session, criterion=row.pk)
    return row


@transaction.atomic
def add_candidate(*, by: Actor, session: Session, name: str, short_name: str = "") -> Candidate:
    """Add a theme of the session's own at the end; the picture has no figures for it.

    Raises:
        SessionRefused: it has no name, is there already, there are too many, or a round was opened.
        NotAllowed: see ``change_settings``.
    """
    session = _not_opened(by, session)
    name, short_name = name.strip(), short_name.strip() or name.strip()[:60]
    refuse_when(candidate_problem(name, short_name))
    present = list(Candidate.objects.filter(session=session))
    refuse_when(same_name_problem(name, [one.name for one in present], "thema"))
    if len(present) >= MOST_CANDIDATES:
        raise SessionRefused(f"Een sessie weegt hoogstens {MOST_CANDIDATES} thema’s.")
    row = Candidate.objects.create(
        tenant_id=by.tenant_id,
        session=session,
        order=len(present) + 1,
        code=_free_code(name, [one.code for one in present]),
        name=name,
        short_name=short_name,
    )
    record("session.themes_changed", by=by, subject=session, candidate=row.pk)
    return row


@transaction.atomic
def change_candidate(*, by: Actor, candidate: Candidate, name: str, short_name: str) -> Candidate:
    """Give a theme another name in this session.

    Raises:
        SessionRefused: the name cannot be, the row is gone, or a round was opened.
        NotAllowed: see ``change_settings``.
    """
    session = _not_opened(by, candidate.session)
    row: Candidate = held(candidate)
    name, short_name = name.strip(), short_name.strip() or name.strip()[:60]
    others = Candidate.objects.filter(session=session).exclude(pk=row.pk)
    refuse_when(candidate_problem(name, short_name))
    refuse_when(same_name_problem(name, [one.name for one in others], "thema"))
    row.name, row.short_name = name, short_name
    row.save(update_fields=["name", "short_name"])
    record("session.themes_changed", by=by, subject=session, candidate=row.pk)
    return row


@transaction.atomic
def move_row(*, by: Actor, row: Criterion | Candidate, up: bool) -> None:
    """Move a criterion or theme one place up or down; at the end it stays where it is.

    Raises:
        SessionRefused: somebody removed the row, or a round was opened.
        NotAllowed: see ``change_settings``.
    """
    session = _not_opened(by, row.session)
    held(row)
    rows = list(type(row).objects.select_for_update(of=("self",)).filter(session=session))
    place = [one.pk for one in rows].index(row.pk)
    target = place - 1 if up else place + 1
    if 0 <= target < len(rows):
        rows[place], rows[target] = rows[target], rows[place]
        _number(rows)
        record(_verb(row), by=by, subject=session)


@transaction.atomic
def remove_row(*, by: Actor, row: Criterion | Candidate) -> None:
    """Take a criterion or theme out of a session, with what was decided about the theme.

    Raises:
        SessionRefused: it is the last one, somebody removed it already, or a round was opened.
        NotAllowed: see ``change_settings``.
    """
    session = _not_opened(by, row.session)
    row = held(row)
    if type(row).objects.filter(session=session).count() == 1:
        what = "criterium" if isinstance(row, Criterion) else "thema"
        raise SessionRefused(
            f"Een sessie heeft ten minste één {what} nodig. Voeg eerst een ander toe."
        )
    if isinstance(row, Candidate):
        ThemeDecision.objects.filter(candidate=row).delete()
        OtherPriority.objects.filter(candidate=row).update(candidate=None)
    record(_verb(row), by=by, subject=session)
    row.delete()
    _number(list(type(row).objects.select_for_update(of=("self",)).filter(session=session)))


def _not_opened(by: Actor, session: Session) -> Session:
    session = draft(by, session)
    if Round.objects.filter(session=session).exists():
        raise SessionRefused(ROUND_OPENED)
    return session


def _verb(row: Criterion | Candidate) -> str:
    return "session.criteria_changed" if isinstance(row, Criterion) else "session.themes_changed"


def _number(rows: Sequence[Criterion | Candidate]) -> None:
    """Number the rows from 1, in the order given; only what differs is saved."""
    for order, row in enumerate(rows, start=1):
        if row.order != order:
            row.order = order
            row.save(update_fields=["order"])


def _free_code(name: str, taken: Sequence[str]) -> str:
    """Return a code made of a name that no other row of the session has."""
    letters = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:34] or "eigen"
    numbered = (stem if number == 1 else f"{stem}-{number}" for number in range(1, 99))
    return next(code for code in numbered if code not in taken)
