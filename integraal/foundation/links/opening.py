"""Find the row that a secret opens, and tell whoever has a wrong one nothing."""

import hmac
from collections.abc import Callable
from typing import TypeVar

from django.db.models import Model, QuerySet

from integraal.foundation.database.tenancy import set_tenant
from integraal.foundation.links import brake
from integraal.foundation.links.secret import digest, tenant_of

Row = TypeVar("Row", bound=Model)
# As long as a digest, and no digest of anything.
_NO_DIGEST = "-" * 64


def opened_by(
    secret: str, rows: QuerySet[Row], works: Callable[[Row], bool], *, is_braked: bool = True
) -> Row | None:
    """Return the row that a secret opens, and let the transaction work for its municipality.

    Whatever is wrong (no such link, another municipality's, ended, revoked), the same is done and
    the answer is ``None``: nobody learns which of these it was.

    Args:
        secret: as it stands in the address; it may be anything.
        rows: where to look; they have a ``digest``.
        works: whether the row that was found may still be opened.
        is_braked: whether many wrong secrets keep everybody out for a minute.
    """
    tenant_id = tenant_of(secret)
    if tenant_id is None or (is_braked and brake.is_on(tenant_id)):
        return None
    set_tenant(tenant_id)
    wanted = digest(secret)
    found = next(iter(rows.filter(digest=wanted)[:1]), None)
    is_it = hmac.compare_digest(getattr(found, "digest", _NO_DIGEST), wanted)
    if found and is_it and works(found):
        return found
    set_tenant(None)
    if is_braked:
        brake.note_wrong(tenant_id)
    return None
