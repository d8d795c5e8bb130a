"""What the views of a picture share: the picture, its pages, and the page with one form."""

import uuid
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from integraal.foundation.people.scope import actor
from integraal.policy.picture.answers import show_in
from integraal.policy.picture.filling_in import Attempt
from integraal.policy.picture.models import Picture
from integraal.policy.picture.presenters.form_page import FormPage
from integraal.policy.picture.queries import pictures

show = partial(show_in, "beeld")


def picture_of(request: HttpRequest, pk: uuid.UUID) -> Picture:
    """Return the picture, when the actor may read it."""
    return get_object_or_404(pictures(actor(request)), pk=pk)


def show_form(
    request: HttpRequest, page: FormPage, tried: Attempt, template: str = "picture/row_form.html"
) -> HttpResponse:
    """Show the page with the form, with the status of what came of sending it."""
    return show(request, template, page, tried.status)
