"""Every request is one transaction, and works for one tenant in it.

The tenant is set from who is signed in, never from what the browser sends: a session names the
member it works as, and that member must be one of the signed-in user's own.
"""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.database.tenancy import set_tenant, set_user
from integraal.foundation.people.models import Member
from integraal.foundation.people.queries import actor_of, memberships_of_user

GetResponse = Callable[[HttpRequest], HttpResponse]
SESSION_MEMBER = "member"
_WITHOUT_TRANSACTION = "/static/"


class TransactionMiddleware:
    """Put the request in a transaction; an error page undoes what was done."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(_WITHOUT_TRANSACTION):
            return self.get_response(request)
        with transaction.atomic():
            response = self.get_response(request)
            if response.status_code >= 500:
                transaction.set_rollback(True)
        return response


class TenantMiddleware:
    """Let the transaction work for the tenant of the signed-in member."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(_WITHOUT_TRANSACTION) and request.user.is_authenticated:
            work_as_member(request, request.session.get(SESSION_MEMBER))
        return self.get_response(request)


def work_as_member(request: HttpRequest, wanted: str | None) -> None:
    """Choose the membership ``wanted``, or else the user's first, and set the tenant."""
    user_id = request.user.pk
    set_user(user_id)
    memberships = memberships_of_user(user_id, timezone.localdate())
    # From here on only rows of one tenant: not the same person's row in another.
    set_user(None)
    request.memberships = memberships  # type: ignore[attr-defined]
    chosen = next((one for one in memberships if str(one.pk) == wanted), None)
    member = chosen or next(iter(memberships), None)
    request.member = member  # type: ignore[attr-defined]
    if member is not None:
        set_tenant(member.tenant_id)


def current_member(request: HttpRequest) -> Member | None:
    """Return the member at work, or ``None`` when nobody is signed in."""
    return getattr(request, "member", None)


def member_of(request: HttpRequest) -> Member:
    """Return the member at work.

    Raises:
        PermissionDenied: the signed-in user works in no municipality (any more).
    """
    member = current_member(request)
    if member is None:
        raise PermissionDenied("Uw account heeft geen toegang tot een gemeente.")
    return member


def actor(request: HttpRequest) -> Actor:
    """Return who does the deeds of this request.

    Raises:
        PermissionDenied: see ``member_of``.
    """
    return actor_of(member_of(request))
