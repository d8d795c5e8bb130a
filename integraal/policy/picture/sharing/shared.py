"""What somebody with a share link gets: one version of a picture, and nothing else.

No account, no cookie, no session, no way into the product. Whatever is wrong with a link gives
one and the same page. The addresses in the pages are relative, so that a page that is saved or
printed does not hold the secret.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from integraal.foundation.house_style.outside import SHIELD_POLICY, around
from integraal.foundation.house_style.queries import current_style
from integraal.foundation.ui.house_style import as_css
from integraal.policy.picture.content import content_of
from integraal.policy.picture.documents import picture_pdf
from integraal.policy.picture.models import ShareLink
from integraal.policy.picture.reading.page import reading_page
from integraal.policy.picture.sharing.actions import note_opening
from integraal.policy.picture.sharing.queries import (
    has_newer_version,
    link_opened_by,
    reader_of,
)

__all__ = ["SEALED", "SHIELD_POLICY", "around", "pdf", "picture", "shield", "stylesheet"]

SEALED = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}
Answer = Callable[[HttpRequest, ShareLink], HttpResponse]


def _with_a_link(answer: Answer) -> Callable[..., HttpResponse]:
    """Let ``answer`` be given only to who has a link that works, and seal what is given."""

    @require_safe
    def view(request: HttpRequest, secret: str) -> HttpResponse:
        # Somebody who is signed in too reads as anybody else does.
        request.member = None  # type: ignore[attr-defined]
        link = link_opened_by(secret, timezone.localdate())
        response = answer(request, link) if link else _nothing(request)
        for name, value in SEALED.items():
            response.headers[name] = value
        return response

    return view


@_with_a_link
def picture(request: HttpRequest, link: ShareLink) -> HttpResponse:
    """The picture to read."""
    note_opening(by=reader_of(link), link=link, what="page")
    context = {
        "page": reading_page(link.picture, content_of(link.picture), is_shared=True),
        "link": link,
        "has_newer": has_newer_version(link.picture),
        "ig": around(link.tenant.name, is_fictitious=link.tenant.is_fictitious),
    }
    return render(request, "picture/shared.html", context)


@_with_a_link
def pdf(request: HttpRequest, link: ShareLink) -> HttpResponse:
    """The picture as PDF/UA."""
    reader = reader_of(link)
    name, content = picture_pdf(by=reader, picture=link.picture, tenant=link.tenant)
    note_opening(by=reader, link=link, what="pdf")
    response = HttpResponse(content, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return response


@_with_a_link
def stylesheet(request: HttpRequest, link: ShareLink) -> HttpResponse:
    """The look of the municipality whose link it is."""
    return HttpResponse(as_css(current_style().style), content_type="text/css")


@_with_a_link
def shield(request: HttpRequest, link: ShareLink) -> HttpResponse:
    """The shield of that municipality; opened by itself it may do nothing at all."""
    response = HttpResponse(current_style().shield, content_type="image/svg+xml")
    response["Content-Security-Policy"] = SHIELD_POLICY
    return response


def _nothing(request: HttpRequest) -> HttpResponse:
    """Return the one page for every link that does not work, whatever the reason."""
    return render(request, "picture/shared_nothing.html", {"ig": around("")}, status=404)
