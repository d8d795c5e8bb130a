"""What every view of a programme has around it: tabs, filter, saved views, how many of how many."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people import roles
from integraal.foundation.ui.components import Chip
from integraal.policy.programme.models import Programme
from integraal.policy.programme.showing.filtering import Asked, asked_in, chosen
from integraal.policy.programme.showing.forms import FilterForm
from integraal.policy.programme.showing.lines import Line, lines
from integraal.policy.programme.showing.names import theme_names
from integraal.policy.programme.showing.saved import SavedViews, saved_views
from integraal.policy.programme.tabs import tabs


@dataclass(frozen=True)
class View:
    """The measures that are asked for, and what stands around them.

    name: name of the address of the page. everything: all measures; lines: those asked for.
    may_run: whether the reader runs the programme.
    """

    programme: Programme
    name: str
    tabs: list[Chip]
    asked: Asked
    form: FilterForm
    saved: SavedViews
    everything: list[Line]
    lines: list[Line]
    themes: dict[str, str]
    may_run: bool

    @property
    def url(self) -> str:
        """Where the programme itself stands."""
        return address("programme", self.programme.pk)

    @property
    def count_words(self) -> str:
        """How many measures are shown."""
        whole = len(self.everything)
        if len(self.lines) == whole:
            return f"{whole} maatregelen." if whole != 1 else "1 maatregel."
        return f"{len(self.lines)} van {whole} maatregelen."


def view_of(by: Actor, programme: Programme, name: str, given: Mapping[str, str]) -> View:
    """Return a view of the programme.

    Args:
        by: who looks.
        programme: one the actor may read.
        name: name of the address of the page.
        given: the query of the address.
    """
    everything, asked = lines(programme), asked_in(given)
    themes = theme_names(programme, {line.theme for line in everything})
    kept = {key: value for key, value in given.items() if key not in ("blad", "alles")}
    return View(
        programme=programme,
        name=name,
        tabs=tabs(by, programme, name),
        asked=asked,
        form=FilterForm(asked, everything, themes),
        saved=saved_views(by, programme, name, kept),
        everything=everything,
        lines=chosen(everything, asked),
        themes=themes,
        may_run=by.has(roles.ADVISER.code),
    )


def address(name: str, *arguments: object) -> str:
    """Return the address of a page of another part, or nothing where it is not built."""
    try:
        return reverse(name, args=list(arguments))
    except NoReverseMatch:
        return ""


def measure_address(programme: Programme) -> str:
    """Return the address of the page of a measure with a place for its key, made once for all."""
    return address("measure", programme.pk, _ANY).replace(_ANY, "{}")


_ANY = "00000000-0000-0000-0000-000000000000"
