"""Keep an edition of a draft."""

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.foundation.lifecycle.freezing import fingerprint
from integraal.policy.plan.access import check_keep_edition
from integraal.policy.plan.content import content_of
from integraal.policy.plan.models import Edition, Plan


@transaction.atomic
def keep_edition(*, by: Actor, plan: Plan, purpose: str = "kept") -> Edition:
    """Keep the plan as it is now; the same content twice for the same purpose is one edition.

    Args:
        by: who keeps it.
        plan: a draft or a proposal.
        purpose: an ``Edition.Purpose``.

    Raises:
        NotAllowed: the actor neither writes plans nor records decisions about them.
    """
    check_keep_edition(by)
    plan = lifecycle.locked(plan)
    content = content_of(plan)
    mark = fingerprint(content)
    latest = Edition.objects.filter(plan=plan).first()
    if latest and (latest.fingerprint, latest.purpose) == (mark, purpose):
        return latest
    last = Edition.objects.filter(plan=plan).aggregate(last=Max("number"))["last"] or 0
    edition = Edition.objects.create(
        tenant_id=by.tenant_id,
        plan=plan,
        number=last + 1,
        purpose=purpose,
        content=content,
        fingerprint=mark,
        made_by_id=by.member_id,
        made_at=timezone.now(),
    )
    record("plan.edition_kept", by=by, subject=edition, plan=plan.pk, number=edition.number)
    return edition
