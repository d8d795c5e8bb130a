"""What the views of every step answer with: a page of that step, or a deed done and a way on."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from integraal.foundation.lifecycle.refusals import Conflict, Refused
from integraal.foundation.lifecycle.states import ImpossibleMove
from integraal.foundation.people.access import NotAllowed

MEANWHILE = "Iemand anders heeft dit intussen veranderd. Kijk eerst wat er nu staat."


def show_in(
    step: str, request: HttpRequest, template: str, page: Any = None, status: int = 200, **more: Any
) -> HttpResponse:
    """Show a page, with ``step`` as the step of the cycle that somebody is in."""
    request.step = step  # type: ignore[attr-defined]
    return render(request, template, {"page": page, **more}, status=status)


def do_and_return(
    request: HttpRequest, deed: Callable[[], Any], done: str, to: str, otherwise: str = ""
) -> HttpResponse:
    """Do a deed that needs no form and go to an address; a refusal is told there.

    Args:
        request: a POST.
        deed: what is done.
        done: Dutch, what is said when it is.
        to: the address after it.
        otherwise: the address after a refusal; ``to`` when empty.
    """
    try:
        deed()
    except (Refused, NotAllowed, ImpossibleMove) as refusal:
        messages.error(request, str(refusal))
        return redirect(otherwise or to)
    except Conflict:
        messages.error(request, MEANWHILE)
        return redirect(otherwise or to)
    messages.success(request, done)
    return redirect(to)
