"""What the pages of partners share: a page with one form, deeds without one, and Excel files."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.contrib import messages
from django.forms import BoundField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from integraal.foundation.lifecycle.attempts import Attempt, others_values
from integraal.foundation.partners.refusals import PartnersRefused
from integraal.foundation.ui.spreadsheets import CONTENT_TYPE, Cell, as_workbook

ON_A_PAGE = 50
# A day field of a form: the browser's own calendar.
DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


@dataclass(frozen=True)
class Removal:
    """A button that takes something away, and what is asked before it does."""

    action: str
    deed: str
    question: str
    say: str


@dataclass(frozen=True)
class FormPage:
    """What ``partners/form.html`` shows.

    Attributes:
        title: the heading.
        form: with what was filled in.
        trail: pairs of label and address that lead here.
        lead: a sentence below the heading.
        deed: the words on the button.
        base_revision: what is written builds on it.
        others: what somebody else saved meanwhile, label and value.
        folded: names of the fields that few people need.
        removal: how what the form is about is taken away.
    """

    title: str
    form: forms.Form
    trail: Sequence[tuple[str, str]]
    lead: str = ""
    deed: str = "Bewaren"
    base_revision: int = 0
    others: list[tuple[str, str]] = field(default_factory=list)
    folded: tuple[str, ...] = ()
    removal: Removal | None = None

    @property
    def back(self) -> str:
        return self.trail[-1][1]

    @property
    def first_fields(self) -> list[BoundField]:
        return [bound for bound in self.form if bound.name not in self.folded]

    @property
    def more_fields(self) -> list[BoundField]:
        return [bound for bound in self.form if bound.name in self.folded]

    @property
    def is_open(self) -> bool:
        """Whether what is folded is shown: something is in it, or wrong with it."""
        return any(bound.value() or bound.errors for bound in self.more_fields)


def show_form(request: HttpRequest, page: FormPage, status: int) -> HttpResponse:
    """Show a page with one form, with the status of what came of sending it."""
    return render(request, "partners/form.html", {"page": page}, status=status)


def others_of(form: forms.Form, tried: Attempt, base: int) -> dict[str, Any]:
    """Return revision and what somebody else saved meanwhile, as arguments of a ``FormPage``."""
    if tried.other is None:
        return {"base_revision": base}
    return {
        "base_revision": tried.other.revision,
        "others": others_values(form, tried.other),
    }


def do_and_return(
    request: HttpRequest, deed: Callable[[], Any], done: str, to: str, *place: Any
) -> HttpResponse:
    """Do a deed that needs no form and go to an address; a refusal is told there."""
    try:
        deed()
    except PartnersRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect(to, *place)


def as_excel(name: str, headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> HttpResponse:
    """Return a list as an Excel file that is called after it and after today."""
    file = f"{name.lower()}-{timezone.localdate().isoformat()}.xlsx"
    headers = {"Content-Disposition": f'attachment; filename="{file}"'}
    content = as_workbook(name, headings, rows)
    return HttpResponse(content, content_type=CONTENT_TYPE, headers=headers)
