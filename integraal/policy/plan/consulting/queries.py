"""Find consultations, invitations and comments, and the invitation that a secret opens."""

import hmac
import uuid
from datetime import date

from django.db.models import Count, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce

from integraal.foundation.audit.actors import Actor, Through
from integraal.foundation.database.tenancy import set_tenant
from integraal.policy.picture.sharing import brake
from integraal.policy.picture.sharing.secret import digest, tenant_of
from integraal.policy.plan.models import Comment, Consultation, Edition, Invitation, Plan

# As long as a digest, and no digest of anything.
_NO_DIGEST = "-" * 64
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
    """Return the invitation that a secret opens, and work for its municipality from here on.

    Whatever is wrong (no such link, another municipality's, ended, revoked, closed), the same is
    done and the answer is ``None``: nobody learns which of these it was.
    """
    tenant_id = tenant_of(secret)
    if tenant_id is None or brake.is_on(tenant_id):
        return None
    set_tenant(tenant_id)
    wanted = digest(secret)
    found = (
        Invitation.objects.filter(digest=wanted)
        .select_related("consultation__edition", "consultation__plan", "tenant")
        .first()
    )
    is_it = hmac.compare_digest(found.digest if found else _NO_DIGEST, wanted)
    if found and is_it and works(found, today):
        return found
    set_tenant(None)
    brake.note_wrong(tenant_id)
    return None


def works(one: Invitation, today: date) -> bool:
    """Return whether somebody can comment with an invitation today."""
    is_open = one.revoked_on is None and one.ends_on >= today
    return is_open and one.consultation.closed_on is None


def reader_of(one: Invitation) -> Actor:
    """Return who comments with an invitation: somebody without a role, who may do nothing else."""
    return Actor(tenant_id=one.tenant_id, through=Through.LINK, name="Wie reageert op het plan")
