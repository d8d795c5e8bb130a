"""Keep, rename and remove views of one's own."""

import uuid
from dataclasses import dataclass
from urllib.parse import parse_qsl

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people.scope import actor
from integraal.foundation.ui.components import Chip
from integraal.policy.programme.models import Programme, SavedView
from integraal.policy.programme.refusals import ProgrammeRefused
from integraal.policy.programme.showing import actions
from integraal.policy.programme.showing.forms import NameForm
from integraal.policy.programme.showing.page import address
from integraal.policy.programme.showing.saved import (
    PAGES,
    address_of,
    own_view,
    own_views,
    parts_of,
    query_of,
)
from integraal.policy.programme.showing.views import programme_of, show
from integraal.policy.programme.tabs import tabs


@dataclass(frozen=True)
class Kept:
    """One view in the list, with the form to rename it."""

    view: SavedView
    url: str
    page: str
    form: NameForm

    @property
    def anchor(self) -> str:
        """Unique in the page."""
        return str(self.view.pk)


@dataclass(frozen=True)
class SavedViewsPage:
    """What ``programme/saved_views_page.html`` shows. query: of a page that is being kept."""

    programme: Programme
    tabs: list[Chip]
    kept: list[Kept]
    form: NameForm | None
    query: str

    @property
    def url(self) -> str:
        """Where the programme itself stands."""
        return address("programme", self.programme.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def all_views(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The views of the reader; a POST keeps the page it came from."""
    by, programme = actor(request), programme_of(request, pk)
    if request.method != "POST":
        return show(request, "programme/saved_views_page.html", _page(by, programme))
    form = NameForm(request.POST)
    page, asked = parts_of(request.POST.get("query", ""))
    if form.is_valid():
        try:
            view = actions.save_view(
                by=by, name=form.cleaned_data["name"], page=page, asked=dict(parse_qsl(asked))
            )
        except ProgrammeRefused as refusal:
            form.add_error("name", str(refusal))
        else:
            messages.success(request, f"Weergave “{view.name}” is bewaard.")
            return redirect(address_of(view, programme) or "saved-views")
    shown = _page(by, programme, form, query_of(page, dict(parse_qsl(asked))))
    return show(request, "programme/saved_views_page.html", shown, 422)


@require_POST
@login_required
def rename(request: HttpRequest, pk: uuid.UUID, view_id: uuid.UUID) -> HttpResponse:
    """Give a view another name."""
    by, programme = actor(request), programme_of(request, pk)
    view = _own(by, view_id)
    form = NameForm(request.POST, prefix=str(view_id))
    if form.is_valid():
        try:
            actions.rename_view(by=by, view=view, name=form.cleaned_data["name"])
        except ProgrammeRefused as refusal:
            form.add_error("name", str(refusal))
        else:
            messages.success(request, "De weergave heeft een andere naam.")
            return redirect("saved-views", pk)
    shown = _page(by, programme, renamed=(view_id, form))
    return show(request, "programme/saved_views_page.html", shown, 422)


@require_POST
@login_required
def remove(request: HttpRequest, pk: uuid.UUID, view_id: uuid.UUID) -> HttpResponse:
    """Remove a view; the measures stay as they are."""
    view = _own(actor(request), view_id)
    actions.remove_view(by=actor(request), view=view)
    messages.success(request, f"Weergave “{view.name}” is weggehaald.")
    return redirect("saved-views", pk)


def _own(by: Actor, view_id: uuid.UUID) -> SavedView:
    view = own_view(by, view_id)
    if view is None:
        raise Http404("Deze weergave bestaat niet.")
    return view


def _page(
    by: Actor,
    programme: Programme,
    form: NameForm | None = None,
    query: str = "",
    renamed: tuple[uuid.UUID, NameForm] | None = None,
) -> SavedViewsPage:
    kept = []
    for view in own_views(by):
        own = NameForm(prefix=str(view.pk), initial={"name": view.name})
        if renamed and renamed[0] == view.pk:
            own = renamed[1]
        page = PAGES[parts_of(view.query)[0]]
        kept.append(Kept(view, address_of(view, programme), page, own))
    return SavedViewsPage(programme, tabs(by, programme, "saved-views"), kept, form, query)
