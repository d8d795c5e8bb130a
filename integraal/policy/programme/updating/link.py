"""The secret of a personal link: derived from its row and a key outside the database.

Nothing of it is stored, so a dump opens nothing; and a mail that is tried again has the same link.
It names the tenant and the row; without the key nobody can make the rest.
"""

import base64
import binascii
import hmac
import uuid
from dataclasses import dataclass

from django.utils.crypto import salted_hmac

PREFIX = "igu"
_SALT = "integraal.programme.updating"
_ID, _CODE = 16, 20


@dataclass(frozen=True)
class Named:
    """Which row a secret says it is of."""

    tenant_id: int
    pk: uuid.UUID
    code: bytes

    @property
    def is_real(self) -> bool:
        """Whether it was made here, found out in a time that tells nothing."""
        return hmac.compare_digest(self.code, _code(self.tenant_id, self.pk))


def secret_of(tenant_id: int, pk: uuid.UUID) -> str:
    """Return the secret of a row: letters and digits that survive a mail."""
    whole = base64.b32encode(pk.bytes + _code(tenant_id, pk)).decode().rstrip("=").lower()
    return f"{PREFIX}_{tenant_id}_{whole}"


def named_by(secret: str) -> Named | None:
    """Return what a secret says, or ``None`` when it has not the form of one."""
    parts = secret.split("_")
    if len(parts) != 3 or parts[0] != PREFIX or not _is_number(parts[1]):
        return None
    whole = _decoded(parts[2])
    if whole is None or len(whole) != _ID + _CODE:
        return None
    named = Named(int(parts[1]), uuid.UUID(bytes=whole[:_ID]), whole[_ID:])
    # One row has one secret: no other spelling of the same bytes.
    return named if secret == secret_like(named) else None


def secret_like(named: Named) -> str:
    """Return how a secret with these bytes is written."""
    whole = base64.b32encode(named.pk.bytes + named.code).decode().rstrip("=").lower()
    return f"{PREFIX}_{named.tenant_id}_{whole}"


def _code(tenant_id: int, pk: uuid.UUID) -> bytes:
    return salted_hmac(_SALT, f"{tenant_id}:{pk.hex}", algorithm="sha256").digest()[:_CODE]


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= 9 and not text.startswith("0")


def _decoded(text: str) -> bytes | None:
    if len(text) > 80 or not text.isascii():
        return None
    try:
        return base64.b32decode(text.upper() + "=" * (-len(text) % 8))
    except (binascii.Error, ValueError):
        return None
