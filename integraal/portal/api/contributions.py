"""What partners and residents say, and what of it is referred, by API."""

import uuid
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Router, Status

from integraal.foundation.ui.dutch import day
from integraal.policy.picture.contributions import actions, queries
from integraal.policy.picture.contributions.rules import (
    Answer,
    Matter,
    Said,
    days_open,
    looks_like_a_person,
)
from integraal.policy.picture.models import Contribution, Referral
from integraal.portal.api.keys import actor
from integraal.portal.api.picture_lookup import picture_of
from integraal.portal.api.pictures import READ, REFUSALS, WRITE
from integraal.portal.api.voices_schemas import (
    AnswerIn,
    ContributionChange,
    ContributionIn,
    ContributionOut,
    MatterIn,
    ReferralChange,
    ReferralIn,
    ReferralOut,
    SaidIn,
)

router = Router(tags=["Inbreng en verwijzingen"])
ONE = "/{uuid:pk}/contributions/{uuid:row_id}"
REFERRAL = "/{uuid:pk}/referrals/{uuid:row_id}"


@router.get(
    "/{uuid:pk}/contributions",
    response={200: list[ContributionOut], **REFUSALS},
    auth=READ,
    operation_id="listContributions",
)
def list_contributions(request: HttpRequest, pk: uuid.UUID) -> Any:
    """What partners, residents, entrepreneurs and staff said, newest first."""
    known = queries.known_sources()
    return [_said_out(one, known) for one in queries.contributions(picture_of(request, pk))]


@router.post(
    "/{uuid:pk}/contributions",
    response={201: ContributionOut, **REFUSALS},
    auth=WRITE,
    operation_id="addContribution",
)
def add(request: HttpRequest, pk: uuid.UUID, given: ContributionIn) -> Any:
    """Record what somebody said about a theme of a draft."""
    picture = picture_of(request, pk)
    row = actions.add_contribution(
        by=actor(request), picture=picture, theme=given.theme, said=_said(given)
    )
    return Status(201, _said_out(row, queries.known_sources()))


@router.put(
    ONE, response={200: ContributionOut, **REFUSALS}, auth=WRITE, operation_id="changeContribution"
)
def change(
    request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID, given: ContributionChange
) -> Any:
    """Change a contribution; 409 when somebody else changed it since ``base_revision``."""
    row = actions.change_contribution(
        by=actor(request),
        contribution=_contribution(request, pk, row_id),
        said=_said(given),
        base_revision=given.base_revision,
    )
    return _said_out(row, queries.known_sources())


@router.delete(ONE, response={204: None, **REFUSALS}, auth=WRITE, operation_id="removeContribution")
def remove(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID, base_revision: int) -> Any:
    """Take a contribution out of a draft; 409 when it was changed or referred."""
    row = _contribution(request, pk, row_id)
    actions.remove_contribution(by=actor(request), contribution=row, base_revision=base_revision)
    return Status(204, None)


@router.get(
    "/{uuid:pk}/referrals",
    response={200: list[ReferralOut], **REFUSALS},
    auth=READ,
    operation_id="listReferrals",
)
def list_referrals(request: HttpRequest, pk: uuid.UUID) -> Any:
    """What was referred to another department or policy, open ones first."""
    return [_referral_out(one) for one in queries.referrals(picture_of(request, pk))]


@router.post(
    "/{uuid:pk}/referrals",
    response={201: ReferralOut, **REFUSALS},
    auth=WRITE,
    operation_id="referMatter",
)
def refer(request: HttpRequest, pk: uuid.UUID, given: ReferralIn) -> Any:
    """Refer a matter, on its own or from a contribution."""
    row = actions.refer_matter(
        by=actor(request),
        picture=picture_of(request, pk),
        matter=_matter(given),
        contribution=given.contribution,
    )
    return Status(201, _referral_out(row))


@router.put(
    REFERRAL, response={200: ReferralOut, **REFUSALS}, auth=WRITE, operation_id="changeReferral"
)
def change_referral(
    request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID, given: ReferralChange
) -> Any:
    """Change a referral of a draft; 409 when somebody changed it since ``stand``."""
    row = _referral(request, pk, row_id)
    return _referral_out(
        actions.change_referral(
            by=actor(request), referral=row, matter=_matter(given), stand=given.stand
        )
    )


@router.put(
    f"{REFERRAL}/answer",
    response={200: ReferralOut, **REFUSALS},
    auth=WRITE,
    operation_id="answerReferral",
)
def answer(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID, given: AnswerIn) -> Any:
    """Keep what came back, also after adoption; 409 when somebody changed it since ``stand``."""
    row = _referral(request, pk, row_id)
    told = Answer(given.answer, given.answered_on, given.answered_by)
    return _referral_out(
        actions.answer_referral(by=actor(request), referral=row, answer=told, stand=given.stand)
    )


@router.delete(
    REFERRAL, response={204: None, **REFUSALS}, auth=WRITE, operation_id="removeReferral"
)
def remove_referral(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID, stand: str) -> Any:
    """Take a referral without an answer out of a draft."""
    row = _referral(request, pk, row_id)
    actions.remove_referral(by=actor(request), referral=row, stand=stand)
    return Status(204, None)


def _said(given: SaidIn) -> Said:
    return Said(given.side, given.source, given.said_on, given.text, given.function)


def _matter(given: MatterIn) -> Matter:
    return Matter(
        subject=given.subject,
        text=given.text,
        went_to=given.went_to,
        referred_on=given.referred_on,
        document=given.document,
        link=given.link,
    )


def _contribution(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> Contribution:
    return get_object_or_404(Contribution, picture=picture_of(request, pk), pk=row_id)


def _referral(request: HttpRequest, pk: uuid.UUID, row_id: uuid.UUID) -> Referral:
    return get_object_or_404(Referral, picture=picture_of(request, pk), pk=row_id)


def _said_out(row: Contribution, known: list[str]) -> dict[str, Any]:
    names = ("id", "theme", "side", "source", "function", "said_on", "text", "revision")
    kept = {name: getattr(row, name) for name in names}
    return {**kept, "looks_like_a_person": looks_like_a_person(row.source, known)}


def _referral_out(row: Referral) -> dict[str, Any]:
    names = (
        "id", "subject", "text", "went_to", "document", "link", "referred_on", "answer",
        "answered_on", "answered_by",
    )  # fmt: skip
    said = row.contribution
    return {
        **{name: getattr(row, name) for name in names},
        "contribution": said.pk if said else None,
        "came_from": f"{said.source}, {day(said.said_on)}" if said else "",
        "days_open": days_open(row.referred_on, row.answered_on, timezone.localdate()),
        "stand": queries.stand_of(row),
    }
