"""The page of a personal link: read the edition and comment, without an account.

No cookie, no session, no way into the product. Whatever is wrong with a link gives one and the
same page; what was typed on it is shown back there. The address itself is the permission, so a
form needs no other proof; and addresses in the page are relative, so that a page that is saved
does not hold the secret.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from integraal.foundation.house_style.queries import current_style
from integraal.foundation.people.access import NotAllowed
from integraal.foundation.ui.house_style import as_css
from integraal.policy.plan.consulting.commenting import sent
from integraal.policy.plan.consulting.commenting.actions import note_opening
from integraal.policy.plan.consulting.commenting.reading import Typed, reader_page
from integraal.policy.plan.consulting.queries import invitation_opened_by, reader_of
from integraal.policy.plan.models import Invitation

_SEALED = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}
_SHIELD_POLICY = "default-src 'none'; style-src 'none'; sandbox"
Answer = Callable[[HttpRequest, Invitation], HttpResponse]


def _with_a_link(answer: Answer, *methods: str) -> Callable[..., HttpResponse]:
    """Let ``answer`` be given only to who has a link that works, and seal what is given."""

    @csrf_exempt
    @require_http_methods(["GET", "HEAD", *methods])
    def view(request: HttpRequest, secret: str) -> HttpResponse:
        # Somebody who is signed in too comments as anybody else does.
        request.member = None  # type: ignore[attr-defined]
        invitation = invitation_opened_by(secret, timezone.localdate())
        try:
            response = answer(request, invitation) if invitation else _nothing(request)
        except NotAllowed:  # it stopped between opening and saving
            response = _nothing(request)
        for name, value in _SEALED.items():
            response.headers[name] = value
        return response

    return view


def _comment(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    """The edition to read; a POST says, changes or withdraws something, or is done."""
    typed: Typed | None = None
    if request.method == "POST":
        place, typed = sent.do(invitation, sent.read(request))
        if typed is None:
            # Relative: the browser stays at the address that it has.
            response = HttpResponseRedirect(f"?bewaard={place}#{place}")
            response.status_code = 303
            return response
    note_opening(by=reader_of(invitation), invitation=invitation)
    page = reader_page(invitation, typed, request.GET.get("bewaard", ""))
    tenant = invitation.tenant
    around = _around(tenant.name, is_fictitious=tenant.is_fictitious)
    status = 409 if typed and typed.other else 422 if typed else 200
    return render(request, "plan/comment.html", {"page": page, "ig": around}, status=status)


def _stylesheet(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    """The look of the municipality whose link it is."""
    return HttpResponse(as_css(current_style().style), content_type="text/css")


def _shield(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    """The shield of that municipality; opened by itself it may do nothing at all."""
    response = HttpResponse(current_style().shield, content_type="image/svg+xml")
    response["Content-Security-Policy"] = _SHIELD_POLICY
    return response


comment = _with_a_link(_comment, "POST")
stylesheet = _with_a_link(_stylesheet)
shield = _with_a_link(_shield)


def _nothing(request: HttpRequest) -> HttpResponse:
    """Return the one page for every link that does not work; what was typed is shown back."""
    typed = sent.read(request).text[: sent.MOST_SHOWN_BACK] if request.method == "POST" else ""
    context = {"ig": _around(""), "typed": typed}
    return render(request, "plan/comment_nothing.html", context, status=404)


def _around(municipality: str, *, is_fictitious: bool = False) -> dict[str, object]:
    """Return what the skeleton of a page shows around it, without anybody signed in."""
    return {
        "municipality": municipality,
        "is_fictitious": is_fictitious,
        "person": None,
        "steps": [],
        "style_version": "0",
    }
