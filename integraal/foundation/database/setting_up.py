"""Enter a tenant in the register: the owner's work, done once by command."""

from django.db import connections

from integraal.foundation.database.models import Tenant


class NoOwnerConnection(Exception):
    """The connection of the owner of the tables is not configured."""


def enter_tenant(*, slug: str, name: str, code: str = "", is_fictitious: bool = False) -> Tenant:
    """Return the tenant ``slug``, entered in the register when it was not there.

    The application's role cannot write the register, so this needs the owner's connection.

    Raises:
        NoOwnerConnection: the owner's connection is not configured.
    """
    if "owner" not in connections:
        raise NoOwnerConnection(
            "OWNER_DATABASE_URL is not set. A municipality is entered by the owner of the tables."
        )
    tenant, _ = Tenant.objects.using("owner").get_or_create(
        slug=slug, defaults={"name": name, "code": code, "is_fictitious": is_fictitious}
    )
    return Tenant.objects.get(pk=tenant.pk)
