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

from integraal.foundation.house_style.answers import shield_answer, style_answer
from integraal.foundation.links.sealed import around, sealed
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

Answer = Callable[[HttpRequest, ShareLink], HttpResponse]


def _with_a_link(answer: Answer) -> Callable[..., HttpResponse]:
    """Let ``answer`` be given only to who has a link that works, and seal what is given."""

    @require_safe
    @sealed
    def view(request: HttpRequest, secret: str) -> HttpResponse:
        link = link_opened_by(secret, timezone.localdate())
        return answer(request, link) if link else _nothing(request)

    return view


@_with_a_link
def picture(request: HttpRequest, link: ShareLink) -> HttpResponse:
    """The picture to read."""
    note_opening(by=reader_of(link), link=link, what="page")
    context = {
        "page": reading_page(link.picture, content_of(link.picture), is_shared=True),
        "link": link,
        "has_newer": has_newer_version(link.picture),
        "ig": around(link.tenant),
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
    return style_answer()


@_with_a_link
def shield(request: HttpRequest, link: ShareLink) -> HttpResponse:
    """The shield of that municipality."""
    return shield_answer()


def _nothing(request: HttpRequest) -> HttpResponse:
    """Return the one page for every link that does not work, whatever the reason."""
    return render(request, "picture/shared_nothing.html", {"ig": around(None)}, status=404)
