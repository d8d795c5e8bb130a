"""What the views of a session share: the session, its pages, and the page with one form."""

import uuid
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from integraal.foundation.people.scope import actor
from integraal.foundation.ui.components import Chip
from integraal.policy.picture.answers import show_in
from integraal.policy.picture.filling_in import Attempt
from integraal.policy.picture.presenters.form_page import Removal, others_of
from integraal.policy.priorities.models import Session
from integraal.policy.priorities.queries import sessions, with_picture
from integraal.policy.priorities.tabs import tabs

show = partial(show_in, "prioriteiten")


@dataclass(frozen=True)
class FormPage:
    """What ``priorities/form.html`` shows: one form about a session.

    ``revision`` is what the writer had before them; 0 when nothing can clash. ``next_deed`` is
    the words on a second button, that saves and goes on.
    """

    session: Session
    tabs: list[Chip]
    title: str
    form: forms.Form
    back: str
    back_label: str
    lead: str = ""
    deed: str = "Bewaren"
    next_deed: str = ""
    revision: int = 0
    others: list[tuple[str, str]] = field(default_factory=list)
    others_say: str = ""
    removal: Removal | None = None


def session_of(request: HttpRequest, pk: uuid.UUID) -> Session:
    """Return the session, when the actor may read it."""
    return get_object_or_404(with_picture(sessions(actor(request))), pk=pk)


def tabs_of(request: HttpRequest, session: Session, current: str) -> list[Chip]:
    """Return the row of pages of a session for who asks."""
    return tabs(actor(request), session, current)


def show_form(request: HttpRequest, page: FormPage, tried: Attempt) -> HttpResponse:
    """Show the page with the form, with the status of what came of sending it."""
    return show(request, "priorities/form.html", page, tried.status)


def clash_of(form: forms.Form, tried: Attempt, base: int, current: int) -> dict[str, Any]:
    """Return what a ``FormPage`` needs to build on the right stand.

    After a conflict that is what the other saved; after another refusal still ``base``.
    """
    newest = tried.other.revision if tried.other is not None else current
    return {
        "revision": base if tried.status == 422 else newest,
        **others_of(form, tried),
    }
