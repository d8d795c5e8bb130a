"""Begin a session, and the next version of one."""

import uuid
from datetime import date
from typing import Any

from django.db import transaction

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.foundation.lifecycle.states import State
from integraal.policy.picture.content.reading import parts_of
from integraal.policy.picture.models import Picture
from integraal.policy.priorities.access import check_lead
from integraal.policy.priorities.models import (
    Candidate,
    Criterion,
    OtherPriority,
    Session,
    ThemeDecision,
)
from integraal.policy.priorities.preparing.criteria import weighings
from integraal.policy.priorities.preparing.rules import Settings, settings_problem
from integraal.policy.priorities.refusals import SessionRefused

NOT_ADOPTED = (
    "Laat eerst het veiligheidsbeeld vaststellen. Een sessie rust op cijfers die vaststaan."
)


@transaction.atomic
def start_session(
    *,
    by: Actor,
    picture: Picture,
    title: str = "",
    held_on: date | None = None,
    **settings: Any,
) -> Session:
    """Begin a session on an adopted picture, with its themes and the usual criteria.

    Args:
        by: who prepares it.
        picture: the adopted picture it rests on.
        title: empty takes the usual one, with the year after the picture.
        held_on: its day, when that is known.
        settings: other attributes of ``Settings``, such as ``place``, ``chair`` and ``scale``.

    Raises:
        SessionRefused: the picture is not adopted or has no theme, or a setting cannot be.
        NotAllowed: the actor does not prepare sessions.
    """
    check_lead(by)
    if picture.state != State.ADOPTED:
        raise SessionRefused(NOT_ADOPTED)
    usual = f"Prioriteringssessie {picture.year + 1}"
    given = Settings(title=title.strip() or usual, held_on=held_on, **settings).cleaned()
    if problem := settings_problem(given):
        raise SessionRefused(problem)
    session = Session.objects.create(
        tenant_id=by.tenant_id, picture=picture, lineage=uuid.uuid4(), **vars(given)
    )
    _weigh_themes_of(picture, session)
    _weigh_by_the_usual(session)
    record("session.started", by=by, subject=session, year=picture.year)
    return session


@transaction.atomic
def start_next_version(*, by: Actor, session: Session) -> Session:
    """Begin a new version of a signed session: the same talk, decided on anew.

    What was decided and what others chose is copied; scores stay with the version that was signed.

    Raises:
        SessionRefused: it is not the signed version, or a next one is in hand already.
        NotAllowed: the actor does not prepare sessions.
    """
    check_lead(by)
    session = lifecycle.locked(session)
    if session.state != State.ADOPTED:
        raise SessionRefused("Alleen van de afgetekende versie kunt u een nieuwe versie beginnen.")
    in_hand = Session.objects.filter(
        lineage=session.lineage, state__in=[State.DRAFT, State.PROPOSED]
    ).first()
    if in_hand:
        raise SessionRefused(f"Versie {in_hand.version} is al begonnen. Werk daarin verder.")
    kept = {name: getattr(session, name) for name in Settings.__dataclass_fields__}
    following = Session.objects.create(
        tenant_id=by.tenant_id,
        picture_id=session.picture_id,
        lineage=session.lineage,
        version=session.version + 1,
        conversation=session.conversation,
        **kept,
    )
    _carry_over(session, following)
    record("session.next_version", by=by, subject=following, version=following.version)
    return following


def _weigh_themes_of(picture: Picture, session: Session) -> None:
    parts = parts_of(picture)
    themes = parts.over_all["themes"] if parts else []
    if not themes:
        raise SessionRefused("Dit veiligheidsbeeld heeft geen thema’s om te wegen.")
    for order, theme in enumerate(themes, start=1):
        Candidate.objects.create(
            tenant_id=session.tenant_id,
            session=session,
            order=order,
            code=theme["code"],
            name=theme["name"],
            short_name=theme["short_name"],
            theme=theme["code"],
        )


def _weigh_by_the_usual(session: Session) -> None:
    usual = [one for one in weighings() if one.begins]
    for order, one in enumerate(usual, start=1):
        Criterion.objects.create(
            tenant_id=session.tenant_id,
            session=session,
            order=order,
            code=one.code,
            name=one.name,
            question=one.question,
        )


def _carry_over(earlier: Session, following: Session) -> None:
    for criterion in Criterion.objects.filter(session=earlier):
        _copy(criterion, session_id=following.pk)
    copies = {
        one.pk: _copy(one, session_id=following.pk)
        for one in Candidate.objects.filter(session=earlier)
    }
    for decision in ThemeDecision.objects.filter(candidate__session=earlier):
        _copy(decision, candidate_id=copies[decision.candidate_id].pk, revision=1)
    for other in OtherPriority.objects.filter(session=earlier):
        found = copies.get(other.candidate_id)
        _copy(other, session_id=following.pk, candidate_id=found.pk if found else None, revision=1)


def _copy(row: Any, **changed: Any) -> Any:
    kept = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    del kept["id"]
    return type(row).objects.create(**{**kept, **changed})
