"""What the views of rows beside the texts share: the picture, and the page with one form."""

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from integraal.foundation.people.access import NotAllowed
from integraal.foundation.people.scope import actor
from integraal.policy.picture.filling_in import Attempt
from integraal.policy.picture.models import Picture
from integraal.policy.picture.presenters.form_page import FormPage
from integraal.policy.picture.queries import pictures
from integraal.policy.picture.refusals import Conflict, PictureRefused

STEP = "beeld"


def picture_of(request: HttpRequest, pk: uuid.UUID) -> Picture:
    """Return the picture, when the actor may read it."""
    return get_object_or_404(pictures(actor(request)), pk=pk)


def show(
    request: HttpRequest, template: str, page: Any, status: int = 200, **more: Any
) -> HttpResponse:
    """Show a page of the step of the picture."""
    request.step = STEP  # type: ignore[attr-defined]
    return render(request, template, {"page": page, **more}, status=status)


def show_form(
    request: HttpRequest, page: FormPage, tried: Attempt, template: str = "picture/row_form.html"
) -> HttpResponse:
    """Show the page with the form, with the status of what came of sending it."""
    return show(request, template, page, tried.status)


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
    except (PictureRefused, NotAllowed) as refusal:
        messages.error(request, str(refusal))
        return redirect(otherwise or to)
    except Conflict:
        messages.error(
            request, "Iemand anders heeft dit intussen veranderd. Kijk eerst wat er nu staat."
        )
        return redirect(otherwise or to)
    messages.success(request, done)
    return redirect(to)
