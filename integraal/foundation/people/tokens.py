"""API keys as plain functions: make one, take one apart, tell whether its scopes suffice."""

import hashlib
import secrets
from dataclasses import dataclass

PREFIX = "igr"


@dataclass(frozen=True)
class Scope:
    """What a key may do: code and Dutch description."""

    code: str
    description: str


SCOPES = (
    Scope("picture:read", "Veiligheidsbeelden lezen"),
    Scope("picture:write", "Teksten schrijven, voorstellen en vaststellen, naar uw eigen rol"),
    Scope("plan:read", "Veiligheidsplannen, reacties en besluiten lezen"),
    Scope("plan:write", "Aan plannen schrijven en besluiten vastleggen, naar uw eigen rol"),
    Scope("monitoring:read", "Doelen, afwijkingen en incidenten lezen"),
    Scope("monitoring:write", "Standen, drempels en afwijkingen bijhouden, naar uw eigen rol"),
    Scope("session:read", "Prioriteringssessies lezen"),
    Scope("session:write", "Sessies voorbereiden, leiden en aftekenen, naar uw eigen rol"),
    Scope("figures:read", "Cijfers en hun herkomst lezen"),
    Scope("figures:write", "Bestanden met cijfers inlezen, naar uw eigen rol"),
    Scope("audit:read", "Het logboek lezen (alleen functionaris gegevensbescherming)"),
)


def new_key(tenant_id: int) -> str:
    """Return a fresh key with 160 random bits, which also says whose it is."""
    return f"{PREFIX}_{tenant_id}_{secrets.token_hex(20)}"


def tenant_of(key: str) -> int | None:
    """Return the tenant a key says it is of, or ``None`` when it is no key of ours."""
    parts = key.split("_")
    if len(parts) != 3 or parts[0] != PREFIX or not parts[1].isdecimal() or len(parts[1]) > 9:
        return None
    return int(parts[1])


def digest(key: str) -> str:
    """Return what is kept of a key. A random key needs no slow hash."""
    return hashlib.sha256(key.encode()).hexdigest()
