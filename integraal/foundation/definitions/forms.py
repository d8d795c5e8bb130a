"""The form of a definition, made from the fields of its kind."""

from collections.abc import Mapping
from typing import Any

from django import forms

from integraal.foundation.definitions import kinds


class SearchForm(forms.Form):
    """Words to find a definition by."""

    q = forms.CharField(label="Naam of code", required=False, max_length=100)


class DefinitionForm(forms.Form):
    """The fields of one kind, the reason of the change, and the version it is based on."""

    reason = forms.CharField(
        label="Waarom verandert u dit?",
        help_text="Wie later de cijfers ziet, leest dit terug.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Schrijf op waarom u dit verandert."},
    )
    based_on = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, kind: kinds.Kind, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        for field in kind.fields:
            self.fields[_key(field)] = _form_field(field)
        self.order_fields([*(_key(field) for field in kind.fields), "reason", "based_on"])

    def values(self) -> dict[str, Any]:
        """Return the value for each field of the kind; lines become a list."""
        return {
            field.name: _lines(self.cleaned_data[_key(field)])
            if field.form == "lines"
            else self.cleaned_data[_key(field)]
            for field in self.kind.fields
        }


def initial_of(kind: kinds.Kind, content: Mapping[str, Any], based_on: int) -> dict[str, Any]:
    """Return what the form of ``content`` begins with."""
    filled = {_key(field): as_text(kinds.value_of(content, field.name)) for field in kind.fields}
    return {**filled, "based_on": based_on}


def as_text(value: Any) -> str:
    """Return a value of a definition as text; a list has one item on each line."""
    if isinstance(value, list | tuple):
        return "\n".join(str(item) for item in value)
    return "" if value is None else str(value)


def _key(field: kinds.Field) -> str:
    # A dot leads into a nested value; names of form fields have none.
    return field.name.replace(".", "__")


def _form_field(field: kinds.Field) -> forms.CharField:
    rows = {"text": 5, "lines": 5}.get(field.form)
    return forms.CharField(
        label=field.label,
        help_text=field.hint,
        required=field.form != "lines",
        widget=forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput(),
    )


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
