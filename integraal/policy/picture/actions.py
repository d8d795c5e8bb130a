"""Everything that can happen to a picture."""

import uuid
from datetime import date
from typing import Any, TypeVar

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.foundation.lifecycle.states import State
from integraal.policy.picture.access import (
    check_adopt,
    check_propose,
    check_send_back,
    check_write,
)
from integraal.policy.picture.checks.all_checks import missing_figures
from integraal.policy.picture.content import build_content, content_of
from integraal.policy.picture.draft_figures.actions import forget_figures
from integraal.policy.picture.models import (
    Contribution,
    Passage,
    Picture,
    Promise,
    Referral,
)
from integraal.policy.picture.refusals import FiguresMissing, PictureRefused
from integraal.policy.picture.rules import (
    FIRST_YEAR,
    YEARS_BACK,
    adoption_problem,
    missing_problem,
    period_problem,
    proposal_problem,
    start_problem,
)

Row = TypeVar("Row", Passage, Promise, Contribution, Referral)


@transaction.atomic
def start_picture(*, by: Actor, year: int, first_year: int | None = None) -> Picture:
    """Begin the picture of a period.

    Args:
        by: who begins it.
        year: the last year of the period, which is judged.
        first_year: where the courses begin; ``None`` takes the usual number of years.

    Raises:
        PictureRefused: the year has one already, or lies outside what can be.
    """
    check_write(by)
    exists = Picture.objects.filter(year=year).exists()
    first = max(year - YEARS_BACK + 1, FIRST_YEAR) if first_year is None else first_year
    this_year = timezone.localdate().year
    problem = start_problem(year, this_year, exists=exists) or period_problem(first, year)
    if problem:
        raise PictureRefused(problem)
    picture = Picture.objects.create(
        tenant_id=by.tenant_id, first_year=first, year=year, lineage=uuid.uuid4()
    )
    record("picture.started", by=by, subject=picture, year=year)
    return picture


@transaction.atomic
def propose_picture(*, by: Actor, picture: Picture) -> Picture:
    """Propose a draft for adoption.

    Raises:
        PictureRefused: no theme has a text yet, or a text names a figure that does not exist.
        ImpossibleMove: it is not a draft.
    """
    check_propose(by)
    picture = lifecycle.locked(picture)
    content = content_of(picture)
    written = sum(bool(theme["passages"]) for theme in content["themes"])
    if problem := proposal_problem(written, missing_figures(content)):
        raise PictureRefused(problem)
    lifecycle.propose(picture, by=by, verb="picture.proposed")
    return picture


@transaction.atomic
def send_back_picture(*, by: Actor, picture: Picture, reason: str) -> Picture:
    """Make a proposal a draft again.

    Raises:
        PictureRefused: no reason is given.
        ImpossibleMove: it is not proposed.
    """
    check_send_back(by)
    picture = lifecycle.locked(picture)
    if not reason.strip():
        raise PictureRefused("Schrijf op wat er anders moet. Dat leest de schrijver.")
    lifecycle.send_back(picture, by=by, verb="picture.sent_back", reason=reason.strip())
    return picture


@transaction.atomic
def adopt_picture(*, by: Actor, picture: Picture, on: date, number: str = "") -> Picture:
    """Adopt a proposal: freeze its texts and figures, and supersede the version before.

    Raises:
        PictureRefused: the day of the decision cannot be.
        FiguresMissing: a figure in a text is there no more.
        ImpossibleMove: it is not proposed.
    """
    check_adopt(by)
    picture = lifecycle.locked(picture)
    lifecycle.check_move(lifecycle.states.ADOPT, State(picture.state))
    if problem := adoption_problem(on, timezone.localdate(), _proposed_on(picture)):
        raise PictureRefused(problem)
    content = build_content(picture)
    if problem := missing_problem(missing_figures(content), "Stuur het voorstel daarvoor terug."):
        raise FiguresMissing(problem)
    lifecycle.adopt(
        picture,
        by=by,
        verb="picture.adopted",
        decision=lifecycle.Decision("burgemeester", on, number.strip()),
        content=content,
    )
    forget_figures(by=by, picture=picture)
    return picture


@transaction.atomic
def start_next_version(*, by: Actor, picture: Picture) -> Picture:
    """Begin a new version of an adopted picture, with its texts as they were adopted.

    Raises:
        PictureRefused: it is not the adopted version, or a next one is in hand already.
    """
    check_write(by)
    picture = lifecycle.locked(picture)
    if picture.state != State.ADOPTED:
        raise PictureRefused("Alleen van de vastgestelde versie kunt u een nieuwe versie beginnen.")
    in_hand = Picture.objects.filter(
        lineage=picture.lineage, state__in=[State.DRAFT, State.PROPOSED]
    ).first()
    if in_hand:
        raise PictureRefused(f"Versie {in_hand.version} is al begonnen. Werk daarin verder.")
    following = Picture.objects.create(
        tenant_id=by.tenant_id,
        first_year=picture.first_year,
        year=picture.year,
        lineage=picture.lineage,
        version=picture.version + 1,
    )
    _carry_over(picture, following)
    record("picture.next_version", by=by, subject=following, version=following.version)
    return following


def _carry_over(earlier: Picture, following: Picture) -> None:
    """Copy what people wrote in a version to the next one; remarks and links stay behind."""
    for model in (Passage, Promise):
        for row in model.objects.filter(picture=earlier):
            _copy(row, following, revision=1)
    copies = {
        row.pk: _copy(row, following, revision=1)
        for row in Contribution.objects.filter(picture=earlier)
    }
    for referral in Referral.objects.filter(picture=earlier):
        found = copies.get(referral.contribution_id)
        _copy(referral, following, contribution_id=found.pk if found else None)


def _copy(row: Row, following: Picture, **changed: Any) -> Row:
    kept = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    del kept["id"]
    return type(row).objects.create(**{**kept, "picture_id": following.pk, **changed})


def _proposed_on(picture: Picture) -> date:
    return timezone.localdate(picture.proposed_at)
