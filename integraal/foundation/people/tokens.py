"""API keys as plain functions: make one, take one apart, tell whether its scopes suffice."""

from dataclasses import dataclass

from integraal.foundation.links import secret

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
    Scope("programme:read", "Uitvoeringsprogramma’s, maatregelen en hun stand lezen"),
    Scope(
        "programme:write", "Aan programma’s schrijven en besluiten vastleggen, naar uw eigen rol"
    ),
    Scope("monitoring:read", "Doelen, afwijkingen en incidenten lezen"),
    Scope("monitoring:write", "Standen, drempels en afwijkingen bijhouden, naar uw eigen rol"),
    Scope("account:read", "Rapporten aan de raad en raadsvragen lezen"),
    Scope("account:write", "Rapporten en raadsvragen bijhouden, naar uw eigen rol"),
    Scope("session:read", "Prioriteringssessies lezen"),
    Scope("session:write", "Sessies voorbereiden, leiden en aftekenen, naar uw eigen rol"),
    Scope("figures:read", "Cijfers en hun herkomst lezen"),
    Scope("figures:write", "Bestanden met cijfers inlezen, naar uw eigen rol"),
    Scope("partners:read", "Partners, convenanten en het zichtbare team lezen"),
    Scope("partners:write", "Partners, convenanten en het zichtbare team bijhouden"),
    Scope("mail:read", "Zien welke post uitgaat (alleen functioneel beheerder)"),
    Scope("mail:write", "Post opnieuw versturen (alleen functioneel beheerder)"),
    Scope("audit:read", "Het logboek lezen (alleen functionaris gegevensbescherming)"),
)


def new_key(tenant_id: int) -> str:
    """Return a fresh key, which also says whose it is."""
    return secret.new_secret(tenant_id, PREFIX)


def tenant_of(key: str) -> int | None:
    """Return the tenant a key says it is of, or ``None`` when it is no key of ours."""
    return secret.tenant_of(key, PREFIX)
