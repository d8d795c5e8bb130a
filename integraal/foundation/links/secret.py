"""The secret of a link or key as plain functions: make one, see whose it is, what is kept of it."""

import hashlib
import secrets

PREFIX = "igd"
_BYTES = 20


def new_secret(tenant_id: int, prefix: str = PREFIX) -> str:
    """Return a fresh secret with 160 random bits, which also says whose it is."""
    return f"{prefix}_{tenant_id}_{secrets.token_hex(_BYTES)}"


def tenant_of(secret: str, prefix: str = PREFIX) -> int | None:
    """Return the tenant a secret says it is of, or ``None`` when it has not the form of one."""
    parts = secret.split("_")
    if len(parts) != 3 or parts[0] != prefix or len(parts[2]) != 2 * _BYTES:
        return None
    if not (parts[1].isascii() and parts[1].isdecimal()) or len(parts[1]) > 9:
        return None
    return int(parts[1])


def digest(secret: str) -> str:
    """Return what is kept of a secret. A random one needs no slow hash."""
    return hashlib.sha256(secret.encode()).hexdigest()
