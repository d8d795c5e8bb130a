"""What a secret opens: a request and the person it was for, and nothing else."""

from dataclasses import dataclass
from datetime import date

from integraal.foundation.audit.actors import Actor, Through
from integraal.foundation.database.models import Tenant
from integraal.foundation.database.tenancy import set_tenant
from integraal.foundation.links import brake
from integraal.foundation.links.derived import derived_secret, named_by
from integraal.policy.programme.models import Asking

PREFIX = "igu"
KIND = "update-link"


@dataclass(frozen=True)
class Opened:
    """What came of opening a link.

    Attributes:
        asking: of a link that is real, whether it still works or not.
        stopped: why it does not: "ended", "revoked", "left", "unknown"; empty when it works.
    """

    asking: Asking | None
    stopped: str


UNKNOWN = Opened(None, "unknown")


def secret_of(asking: Asking) -> str:
    """Return the secret in the address of somebody's personal link."""
    return derived_secret(PREFIX, asking.tenant_id, asking.pk)


def opened_by(secret: str, today: date) -> Opened:
    """Return what a secret opens, and work for its municipality from here on when it works.

    Only who holds a secret that was made here learns that it ended or was revoked.
    """
    named = named_by(secret, PREFIX)
    if named is None or brake.is_on(named.tenant_id, KIND):
        return UNKNOWN
    if not named.is_real:
        if Tenant.objects.filter(pk=named.tenant_id).exists():
            brake.note_wrong(named.tenant_id, KIND)
        return UNKNOWN
    set_tenant(named.tenant_id)
    found = Asking.objects.filter(pk=named.pk).defer("programme__frozen")
    asking = found.select_related("member__organisation", "programme", "tenant").first()
    if asking is None:
        set_tenant(None)
        return UNKNOWN
    return Opened(asking, stopped(asking, today))


def stopped(asking: Asking, today: date) -> str:
    """Return why a link does not work (any more); empty when it does."""
    if asking.revoked_on:
        return "revoked"
    if asking.ends_on < today:
        return "ended"
    return "" if asking.member.is_active_on(today) else "left"


def reader_of(asking: Asking) -> Actor:
    """Return who says something with a link: somebody without a role, who may do nothing else."""
    return Actor(tenant_id=asking.tenant_id, through=Through.LINK, name=asking.member.name)
