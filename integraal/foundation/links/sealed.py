"""What holds for every page of somebody without an account.

No cookie is set or read: what is asked comes with the secret in the address, so a page elsewhere
cannot ask it in somebody's name, and the token against that (which needs a cookie) is left out.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from integraal.foundation.database.models import Tenant

_HEADERS = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}


def sealed(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Answer as to a stranger, and let no copy of the answer stay anywhere."""

    @csrf_exempt
    @wraps(view)
    def answered(request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponse:
        # Somebody who is signed in too is answered as anybody else does.
        request.member = None  # type: ignore[attr-defined]
        response = view(request, *arguments, **named)
        for name, value in _HEADERS.items():
            response.headers[name] = value
        return response

    return answered


def around(tenant: Tenant | None) -> dict[str, Any]:
    """Return what the skeleton of a page shows around it, without anybody signed in."""
    return {
        "municipality": tenant.name if tenant else "",
        "is_fictitious": bool(tenant and tenant.is_fictitious),
        "slug": tenant.slug if tenant else "",
        "person": None,
        "steps": [],
        "style_version": "0",
    }
