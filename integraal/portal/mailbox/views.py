"""Read the demo's mail: only in the demo, only from this machine, as its one-click sign-in."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from integraal.foundation.outbox import mailbox as folder
from integraal.portal.demo_sign_in import is_offered
from integraal.portal.mailbox.presenters import letter_lines

ON_A_PAGE = 50
NOT_HERE = "Deze pagina bestaat niet."


@never_cache
@require_safe
def mailbox(request: HttpRequest) -> HttpResponse:
    """The letters, newest first."""
    _check(request)
    page = Paginator(folder.letters(), ON_A_PAGE).get_page(request.GET.get("blad"))
    return render(request, "portal/mailbox.html", {"page": page})


@never_cache
@require_safe
def mailbox_letter(request: HttpRequest, name: str) -> HttpResponse:
    """One letter, with its links to click on."""
    _check(request)
    found = folder.letter(name)
    if found is None:
        raise Http404(NOT_HERE)
    context = {"letter": found, "lines": letter_lines(found.text)}
    return render(request, "portal/mailbox_letter.html", context)


def _check(request: HttpRequest) -> None:
    if not is_offered(request):
        raise Http404(NOT_HERE)
