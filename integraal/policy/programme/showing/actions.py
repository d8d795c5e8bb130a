"""Keep, rename and remove a view of one's own; say how many hours there are in a quarter."""

from collections.abc import Mapping

from django.db import transaction

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.foundation.lifecycle.holding import held, refuse_when
from integraal.foundation.lifecycle.states import State
from integraal.foundation.people.access import NotAllowed
from integraal.foundation.ui.cleaning import cleaned
from integraal.policy.programme.access import check_run, check_write
from integraal.policy.programme.models import Programme, SavedView
from integraal.policy.programme.refusals import ProgrammeRefused
from integraal.policy.programme.rules import hours_problem
from integraal.policy.programme.showing.forms import LONGEST_NAME
from integraal.policy.programme.showing.saved import own_views, parts_of, query_of

MOST_VIEWS = 30
LONGEST_QUERY = 500


@transaction.atomic
def save_view(*, by: Actor, name: str, page: str, asked: Mapping[str, str]) -> SavedView:
    """Keep what a page asks under a name; the same name again keeps the new one in its place.

    Args:
        by: whose view it is.
        name: at most 60 characters.
        page: name of the address of the page, one of ``saved.PAGES``.
        asked: what is asked there.

    Raises:
        ProgrammeRefused: there is no name, too much is asked, or there are too many views.
        NotAllowed: nobody is signed in.
    """
    _check_member(by)
    name, query = _right_name(name), query_of(page, asked)
    if len(query) > LONGEST_QUERY or parts_of(query)[0] != page:
        raise ProgrammeRefused("Deze weergave kan niet worden bewaard. Kies minder of korter.")
    own = own_views(by).select_for_update(of=("self",))
    view = own.filter(name=name).first()
    if view is None and own.count() >= MOST_VIEWS:
        raise ProgrammeRefused(f"U heeft al {MOST_VIEWS} weergaven. Haal er eerst één weg.")
    view = view or SavedView(tenant_id=by.tenant_id, member_id=by.member_id, name=name)
    view.query = query
    view.save()
    record("programme.view_saved", by=by, subject=view)
    return view


@transaction.atomic
def rename_view(*, by: Actor, view: SavedView, name: str) -> SavedView:
    """Give a view of one's own another name.

    Raises:
        ProgrammeRefused: there is no name, or another view has it, or it is there no more.
        NotAllowed: it is somebody else's.
    """
    view = _own(view, by)
    name = _right_name(name)
    if own_views(by).filter(name=name).exclude(pk=view.pk).exists():
        raise ProgrammeRefused(f"U heeft al een weergave “{name}”. Kies een andere naam.")
    view.name = name
    view.save(update_fields=["name"])
    record("programme.view_renamed", by=by, subject=view)
    return view


@transaction.atomic
def remove_view(*, by: Actor, view: SavedView) -> None:
    """Remove a view of one's own; the measures stay as they are.

    Raises:
        ProgrammeRefused: it is there no more.
        NotAllowed: it is somebody else's.
    """
    view = _own(view, by)
    record("programme.view_removed", by=by, subject=view)
    view.delete()


@transaction.atomic
def set_capacity(*, by: Actor, programme: Programme, hours: Mapping[str, str]) -> Programme:
    """Say how many hours there are in each quarter; practical, so also while it runs.

    Args:
        by: who runs the programme.
        programme: a draft, a proposal or the adopted version.
        hours: quarter ("2027-1") to hours as text; what is left out is not known.

    Raises:
        ProgrammeRefused: an amount is no number of hours, or no quarter of the programme.
        NotAllowed: the actor does not run programmes, or the version is replaced.
    """
    check_run(by)
    programme = lifecycle.locked(programme)
    if programme.state == State.SUPERSEDED:
        check_write(by, programme)
    given = {quarter: cleaned(value).replace(",", ".") for quarter, value in hours.items()}
    refuse_when(hours_problem(given, programme.first_year, programme.last_year), ProgrammeRefused)
    if given != programme.capacity:
        programme.capacity = given
        programme.save(update_fields=["capacity"])
        record("programme.capacity_set", by=by, subject=programme, quarters=len(given))
    return programme


def _check_member(by: Actor) -> None:
    if by.member_id is None:
        raise NotAllowed("Alleen wie is aangemeld, kan een weergave bewaren.")


def _right_name(name: str) -> str:
    name = " ".join(cleaned(name).split())
    if not name:
        raise ProgrammeRefused("Geef de weergave een naam.")
    if len(name) > LONGEST_NAME:
        raise ProgrammeRefused(f"Kies een naam van hoogstens {LONGEST_NAME} tekens.")
    return name


def _own(view: SavedView, by: Actor) -> SavedView:
    _check_member(by)
    view = held(view, ProgrammeRefused)
    if view.member_id != by.member_id:
        raise NotAllowed("Deze weergave is van iemand anders.")
    return view
