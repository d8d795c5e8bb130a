"""What holds for every page that residents read without an account: no cookie, no way in.

Whatever is wrong gives one and the same page, so that nobody learns whether there is a draft.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from integraal.foundation.ui.components import Chip

Found = TypeVar("Found")
View = Callable[..., HttpResponse]
_Page = Callable[[str], str]
_pages: list[tuple[str, _Page]] = []


def when_public(
    find: Callable[[str], Found | None], nothing: Callable[[HttpRequest], HttpResponse]
) -> Callable[[Callable[..., HttpResponse]], View]:
    """Let a view answer only when a municipality made something public.

    Args:
        find: returns it by the slug of the municipality, and lets the transaction work for that.
        nothing: returns the one page for everything that is not public.
    """

    def decorated(answer: Callable[..., HttpResponse]) -> View:
        @require_safe
        @wraps(answer)
        def view(request: HttpRequest, slug: str, **named: Any) -> HttpResponse:
            # Somebody who is signed in, at this municipality or another, reads as anybody does.
            request.member = None  # type: ignore[attr-defined]
            found = find(slug)
            response = nothing(request) if found is None else answer(request, found, **named)
            response.headers["Cache-Control"] = "no-cache"
            return response

        return view

    return decorated


def register_page(label: str, address: _Page) -> None:
    """Let the other pages for residents link to one; ``address`` is "" while it is not public.

    Args:
        label: Dutch, as the link reads.
        address: returns the address by slug, of the tenant the transaction works for.
    """
    if all(known != label for known, _ in _pages):
        _pages.append((label, address))


def other_pages(slug: str, here: str) -> list[Chip]:
    """Return the public pages of the municipality but the one with the label ``here``."""
    found = ((label, address(slug)) for label, address in _pages if label != here)
    return [Chip(label, url) for label, url in found if url]
