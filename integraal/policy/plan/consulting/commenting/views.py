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
from django.views.decorators.http import require_http_methods

from integraal.foundation.house_style.answers import shield_answer, style_answer
from integraal.foundation.links.sealed import around, sealed
from integraal.foundation.people.access import NotAllowed
from integraal.policy.plan.consulting.commenting import sent
from integraal.policy.plan.consulting.commenting.actions import note_opening
from integraal.policy.plan.consulting.commenting.reading import Typed, reader_page
from integraal.policy.plan.consulting.queries import invitation_opened_by, reader_of
from integraal.policy.plan.models import Invitation

Answer = Callable[[HttpRequest, Invitation], HttpResponse]


def _with_a_link(answer: Answer, *methods: str) -> Callable[..., HttpResponse]:
    """Let ``answer`` be given only to who has a link that works, and seal what is given."""

    @require_http_methods(["GET", "HEAD", *methods])
    @sealed
    def view(request: HttpRequest, secret: str) -> HttpResponse:
        invitation = invitation_opened_by(secret, timezone.localdate())
        try:
            return answer(request, invitation) if invitation else _nothing(request)
        except NotAllowed:  # it stopped between opening and saving
            return _nothing(request)

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
    context = {"page": page, "ig": around(invitation.tenant)}
    status = 409 if typed and typed.other else 422 if typed else 200
    return render(request, "plan/comment.html", context, status=status)


def _stylesheet(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    """The look of the municipality whose link it is."""
    return style_answer()


def _shield(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    """The shield of that municipality."""
    return shield_answer()


comment = _with_a_link(_comment, "POST")
stylesheet = _with_a_link(_stylesheet)
shield = _with_a_link(_shield)


def _nothing(request: HttpRequest) -> HttpResponse:
    """Return the one page for every link that does not work; what was typed is shown back."""
    typed = sent.read(request).text[: sent.MOST_SHOWN_BACK] if request.method == "POST" else ""
    context = {"ig": around(None), "typed": typed}
    return render(request, "plan/comment_nothing.html", context, status=404)
