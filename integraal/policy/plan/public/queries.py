"""Find the plan that residents may read."""

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from integraal.foundation.audit.actors import Actor, Through
from integraal.foundation.database.models import Tenant
from integraal.foundation.database.tenancy import set_tenant
from integraal.foundation.lifecycle.states import State
from integraal.policy.plan.models import Plan

LABEL = "Ons veiligheidsplan"


def published_plan(slug: str) -> Plan | None:
    """Return the public plan of a municipality, and let the transaction work for it.

    Whatever is wrong (no such municipality, a draft, superseded, not made public), the same is
    done and the answer is ``None``: nobody learns which of these it was.
    """
    tenant = Tenant.objects.filter(slug=slug).first()
    set_tenant(tenant.pk if tenant else None)
    found = _public().select_related("tenant").order_by("-published_on", "-first_year").first()
    if found is None:
        set_tenant(None)
    return found


def public_address(slug: str) -> str:
    """Return where residents read the plan; empty when none is public."""
    return reverse("plan-public", args=[slug]) if _public().exists() else ""


def _public() -> QuerySet[Plan]:
    return Plan.objects.filter(state=State.ADOPTED, published_on__lte=timezone.localdate())


def resident(plan: Plan) -> Actor:
    """Return who reads the public plan: somebody without a role, who may do nothing else."""
    return Actor(tenant_id=plan.tenant_id, through=Through.LINK, name="Inwoner")
