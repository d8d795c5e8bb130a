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

    def __init__(
        self, kind: kinds.Kind, content: kinds.Content, is_own: bool, *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        self.shown = kind.fields_of(is_own=is_own)
        for field in self.shown:
            self.fields[_key(field)] = _form_field(field, content)
        self.order_fields(["code", *(_key(each) for each in self.shown), "reason", "based_on"])

    def values(self) -> dict[str, Any]:
        """Return the value for each field of the kind; lines become a list, empty None."""
        return {field.name: _value(field, self.cleaned_data[_key(field)]) for field in self.shown}


class NewDefinitionForm(DefinitionForm):
    """A definition of the municipality's own: a code, the fields and the reason."""

    code = forms.CharField(
        label="Code",
        help_text="Kort en vast, zoals eigen-cijfer. De code komt in adressen en bestanden.",
        max_length=kinds.LONGEST_CODE,
        error_messages={"required": "Vul een code in, zoals eigen-cijfer."},
    )

    def __init__(self, kind: kinds.Kind, content: kinds.Content, *args: Any) -> None:
        super().__init__(kind, content, True, *args, initial=initial_of(kind, content, 0))
        self.fields["reason"].label = "Waarom voegt u dit toe?"
        del self.fields["based_on"]


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


def _form_field(field: kinds.Field, content: kinds.Content) -> forms.Field:
    about: dict[str, Any] = {
        "label": field.label,
        "help_text": field.hint,
        "required": field.is_required and field.form != "lines",
        "error_messages": {"required": f"Vul ‘{field.label}’ in."},
    }
    if field.form == "choice":
        options = list(field.options(content)) if field.options else []
        nothing = [] if field.is_required else [("", "geen")]
        say = f"Kies bij ‘{field.label}’ iets uit de lijst."
        about["error_messages"]["invalid_choice"] = say
        return forms.ChoiceField(choices=nothing + options, **about)
    if field.form == "number":
        about["error_messages"]["invalid"] = f"Vul bij ‘{field.label}’ een heel getal in."
        box = forms.TextInput(attrs={"inputmode": "numeric"})
        return forms.IntegerField(widget=box, max_value=1_000_000, **about)
    rows = {"text": 5, "lines": 5, "codes": 5}.get(field.form)
    widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput()
    return forms.CharField(widget=widget, **about)


def _value(field: kinds.Field, given: Any) -> Any:
    if field.form == "lines":
        return _lines(given)
    if field.form == "codes":
        return [line.split()[0] for line in _lines(given)]
    return None if given == "" and not field.is_required else given


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
