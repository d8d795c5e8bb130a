"""Find consultations, invitations and comments, and the invitation that a secret opens."""

import uuid
from datetime import date

from django.db.models import Count, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce

from integraal.foundation.audit.actors import Actor, Through
from integraal.foundation.links.opening import opened_by
from integraal.foundation.links.terms import OPEN, state_of
from integraal.policy.plan.models import Comment, Consultation, Edition, Invitation, Plan

_SAID = Coalesce(
    Subquery(
        Comment.objects.filter(invitation=OuterRef("pk"))
        .order_by()
        .values("invitation")
        .annotate(many=Count("id"))
        .values("many")
    ),
    0,
)


def consultations(plan: Plan) -> list[Consultation]:
    """Return the consultations about a plan, newest first, with their invitations.

    Every invitation has ``said``: how many comments it holds. Editions come without content.
    """
    invited = Invitation.objects.annotate(said=_SAID)
    found = Consultation.objects.filter(plan=plan)
    return list(
        found.prefetch_related(
            Prefetch("invitations", invited), Prefetch("edition", Edition.objects.defer("content"))
        )
    )


def consultation(plan: Plan, pk: uuid.UUID) -> Consultation | None:
    """Return one consultation with its edition, content included."""
    found = Consultation.objects.filter(plan=plan, pk=pk)
    return found.select_related("edition", "plan").first()


def invitations(of: Consultation) -> list[Invitation]:
    """Return its invitations with how many comments each holds, and who made them."""
    found = Invitation.objects.filter(consultation=of).annotate(said=_SAID)
    return list(found.select_related("made_by"))


def invitation(of: Consultation, pk: uuid.UUID) -> Invitation | None:
    found = Invitation.objects.filter(consultation=of, pk=pk)
    return found.select_related("consultation__plan").first()


def comments(plan: Plan) -> QuerySet[Comment]:
    """Return every comment on a plan with its invitation and consultation."""
    found = Comment.objects.filter(invitation__consultation__plan=plan)
    return found.select_related("invitation__consultation")


def own_comments(of: Invitation) -> list[Comment]:
    """Return what was said with one invitation, in the order it was said."""
    return list(Comment.objects.filter(invitation=of))


def invitation_opened_by(secret: str, today: date) -> Invitation | None:
    """Return the invitation that a secret opens; see ``opened_by``."""
    rows = Invitation.objects.select_related(
        "consultation__edition", "consultation__plan", "tenant"
    )
    return opened_by(secret, rows, lambda one: works(one, today))


def works(one: Invitation, today: date) -> bool:
    """Return whether somebody can comment with an invitation today."""
    return state_of(one.ends_on, one.revoked_on, today, one.consultation.closed_on) == OPEN


def reader_of(one: Invitation) -> Actor:
    """Return who comments with an invitation: somebody without a role, who may do nothing else."""
    return Actor(tenant_id=one.tenant_id, through=Through.LINK, name="Wie reageert op het plan")
