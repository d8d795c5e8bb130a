"""Find the cards that residents may read."""

from django.urls import reverse

from integraal.foundation.database.models import Tenant
from integraal.foundation.database.tenancy import set_tenant
from integraal.foundation.partners.models import TeamCard
from integraal.foundation.partners.team.queries import shown_cards

LABEL = "Wie er in uw buurt is"


def public_team(slug: str) -> tuple[Tenant, list[TeamCard]] | None:
    """Return a municipality with the cards it shows, and let the transaction work for it.

    No such municipality and no card shown give the same answer, ``None``: nobody learns which.
    """
    tenant = Tenant.objects.filter(slug=slug).first()
    set_tenant(tenant.pk if tenant else None)
    rows = list(shown_cards()) if tenant else []
    if tenant is None or not rows:
        set_tenant(None)
        return None
    return tenant, rows


def public_address(slug: str) -> str:
    """Return where residents read who is near; empty when no card is shown."""
    return reverse("public-team", args=[slug]) if shown_cards().exists() else ""
