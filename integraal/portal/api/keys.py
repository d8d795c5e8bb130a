"""Let a request in by its API key, and let it work for the key's own municipality."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja.errors import HttpError
from ninja.security import HttpBearer

from integraal.foundation.audit.actors import Actor, Through
from integraal.foundation.database.models import Tenant
from integraal.foundation.database.tenancy import set_tenant
from integraal.foundation.people.queries import actor_of, valid_token
from integraal.foundation.people.tokens import tenant_of


class ApiKey(HttpBearer):
    """``Authorization: Bearer <key>`` with the scope that the operation asks for."""

    def __init__(self, scope: str) -> None:
        super().__init__()
        self.scope = scope

    def authenticate(self, request: HttpRequest, token: str) -> Actor | None:
        tenant_id = tenant_of(token)
        if tenant_id is None or not Tenant.objects.filter(pk=tenant_id).exists():
            return None
        set_tenant(tenant_id)
        today = timezone.localdate()
        found = valid_token(token, today)
        if found is None or not found.member.is_active_on(today):
            set_tenant(None)
            return None
        if self.scope not in found.scopes:
            raise HttpError(403, f"Deze sleutel mag dit niet: {self.scope} staat er niet in.")
        return actor_of(found.member, Through.API)


def with_scope(scope: str) -> Callable[[HttpRequest], Any]:
    """Return the check for operations that need ``scope``."""
    return ApiKey(scope)


def actor(request: HttpRequest) -> Actor:
    """Return who the key belongs to."""
    return request.auth  # type: ignore[attr-defined, no-any-return]
