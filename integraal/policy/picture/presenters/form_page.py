"""A page with one form about one row beside the texts: what is filled in, and who changed it."""

from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.urls import reverse

from integraal.policy.picture.filling_in import Attempt, others_values, saved_words
from integraal.policy.picture.models import Picture


@dataclass(frozen=True)
class Removal:
    """How the row is taken away: the address, and the question that is asked first."""

    url: str
    deed: str
    question: str
    say: str


@dataclass(frozen=True)
class FormPage:
    """What ``picture/row_form.html`` shows.

    ``seen`` is name and value of the hidden field that tells what the writer had before them.
    ``offered`` is identifier to pairs of value and explanation, for fields that offer something.
    """

    picture: Picture
    title: str
    form: forms.Form
    back: str
    back_label: str
    lead: str = ""
    deed: str = "Bewaren"
    seen: tuple[str, str] = ("", "")
    others: list[tuple[str, str]] = field(default_factory=list)
    others_say: str = ""
    offered: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    removal: Removal | None = None
    next_link: tuple[str, str] = ("", "")
    beside: Any = None


def others_of(form: forms.Form, tried: Attempt) -> dict[str, Any]:
    """Return what somebody else saved meanwhile, as arguments of a ``FormPage``."""
    if tried.other is None:
        return {}
    has_writer = hasattr(tried.other, "written_by")
    say = saved_words(tried.other) if has_writer else "Dit staat er nu."
    return {"others": others_values(form, tried.other), "others_say": say}


def theme_place(picture: Picture, theme: str, name: str, anchor: str) -> dict[str, Any]:
    """Return the way back to a theme of a picture, as arguments of a ``FormPage``."""
    url = f"{reverse('theme', args=[picture.pk, theme])}#{anchor}"
    return {"back": url, "back_label": name}
