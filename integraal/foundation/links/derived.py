"""A secret that is derived from a row and a key outside the database.

Nothing of it is stored, so a dump opens nothing; and a mail that is tried again has the same link.
It names the kind of link, the tenant and the row; without the key nobody can make the rest.
"""

import base64
import binascii
import hmac
import uuid
from dataclasses import dataclass

from django.utils.crypto import salted_hmac

_SALT = "integraal.links.derived"
_ID, _CODE, _LONGEST = 16, 20, 80


@dataclass(frozen=True)
class Named:
    """Which row a secret says it is of."""

    prefix: str
    tenant_id: int
    pk: uuid.UUID
    code: bytes

    @property
    def is_real(self) -> bool:
        """Whether it was made here, found out in a time that tells nothing."""
        return hmac.compare_digest(self.code, _code(self.prefix, self.tenant_id, self.pk))


def derived_secret(prefix: str, tenant_id: int, pk: uuid.UUID) -> str:
    """Return the secret of a row: letters and digits that survive a mail.

    Args:
        prefix: of the kind of link; another kind has another secret for the same row.
        tenant_id: whose row it is.
        pk: the row.
    """
    return _written(Named(prefix, tenant_id, pk, _code(prefix, tenant_id, pk)))


def named_by(secret: str, prefix: str) -> Named | None:
    """Return what a secret says, or ``None`` when it has not the form of one of this kind."""
    parts = secret.split("_")
    if len(parts) != 3 or parts[0] != prefix or not _is_number(parts[1]):
        return None
    whole = _decoded(parts[2])
    if whole is None or len(whole) != _ID + _CODE:
        return None
    named = Named(prefix, int(parts[1]), uuid.UUID(bytes=whole[:_ID]), whole[_ID:])
    # One row has one secret: no other spelling of the same bytes.
    return named if secret == _written(named) else None


def _written(named: Named) -> str:
    whole = base64.b32encode(named.pk.bytes + named.code).decode().rstrip("=").lower()
    return f"{named.prefix}_{named.tenant_id}_{whole}"


def _code(prefix: str, tenant_id: int, pk: uuid.UUID) -> bytes:
    value = f"{prefix}:{tenant_id}:{pk.hex}"
    return salted_hmac(_SALT, value, algorithm="sha256").digest()[:_CODE]


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= 9 and not text.startswith("0")


def _decoded(text: str) -> bytes | None:
    if len(text) > _LONGEST or not text.isascii():
        return None
    try:
        return base64.b32decode(text.upper() + "=" * (-len(text) % 8))
    except (binascii.Error, ValueError):
        return None
