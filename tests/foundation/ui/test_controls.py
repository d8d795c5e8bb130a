"""Controls are written by hand for speed; they must be what Django writes, to the letter."""

from __future__ import annotations

from datetime import date

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import mark_safe

from integraal.foundation.ui.controls import Controls

HOSTILE = """"><script>alert('x')</script>&amp;"""
GROUPED = [
    ("", "Nog niet gekozen"),
    (HOSTILE, HOSTILE),
    ("Wijken", [("a", "A & B"), (1, mark_safe("<b>een</b>"))]),
]
ATTRIBUTES = {
    "class": "utrecht-textbox",
    "rows": 3,
    "disabled": True,
    "hidden": False,
    "x": HOSTILE,
}


@pytest.mark.parametrize("value", [None, "", "gewoon", HOSTILE, 0, 7.5, date(2026, 3, 1), "a"])
@pytest.mark.parametrize(
    "widget",
    [
        forms.TextInput(),
        forms.TextInput(attrs={"inputmode": "decimal"}),
        forms.NumberInput(),
        forms.EmailInput(),
        forms.HiddenInput(),
        forms.DateInput(attrs={"type": "date"}),
        forms.Textarea(),
        forms.Textarea(attrs={"rows": 5}),
        forms.Select(choices=GROUPED),
        forms.SelectMultiple(choices=GROUPED),
        forms.NullBooleanSelect(),
    ],
    ids=lambda one: type(one).__name__,
)
def test_a_control_is_what_django_would_write(widget, value):
    written, own = (
        widget.render("naam", value, attrs=ATTRIBUTES, renderer=one())
        for one in (DjangoTemplates, Controls)
    )
    assert own == written
    assert "<script>" not in own


def test_what_is_not_written_by_hand_comes_from_the_templates():
    ticked = forms.CheckboxInput().render("naam", True, renderer=Controls())
    assert ticked == '<input type="checkbox" name="naam" checked>'
