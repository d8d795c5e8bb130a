"""The form of a block, as its kind declares it."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from integraal.foundation.ui.cleaning import cleaned
from integraal.policy.plan.kinds import GOAL, Field, Kind, field_named
from integraal.policy.plan.rules import LONGEST_TITLE, block_problem, detail_problem

DETAIL = "d-"
"""In front of the name of a detail, so that it never meets a title or a text."""
NOT_CHOSEN = ("", "Nog niet gekozen")
Choices = Sequence[tuple[str, Any]]


class Open(forms.CharField):
    """A field that may stay empty without saying so at every turn: most of a block may."""

    def validate(self, value: Any) -> None:
        """Leave it to the rules of the block."""


class BlockForm(forms.Form):
    """Title, text and details of one block.

    Args:
        kind: whose fields it has.
        place: unique in the page.
        data: what was sent.
        values: what stands in the block; see ``values_of``.
        indicators: choices of a field of the form "indicator".
    """

    def __init__(
        self,
        kind: Kind,
        place: str,
        data: Any = None,
        values: Mapping[str, str] | None = None,
        indicators: Choices = (),
    ) -> None:
        super().__init__(
            data, initial=dict(values or {}), auto_id=f"{place}-%s", use_required_attribute=False
        )
        self.kind = kind
        asks_in_title = kind is GOAL
        if kind.title:
            self.fields["title"] = _line(kind.title, kind.hint if asks_in_title else "")
        self.fields["text"] = Open(
            label=kind.text,
            help_text="" if asks_in_title else kind.hint,
            strip=False,
            widget=forms.Textarea,
        )
        for field in kind.fields:
            chosen = (values or {}).get(DETAIL + field.code, "")
            self.fields[DETAIL + field.code] = _control(field, indicators, chosen)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for code, value in self.details().items():
            field = field_named(self.kind, code)
            problem = detail_problem(field, value) if field else None
            if problem:
                self.add_error(DETAIL + code, problem)
        if not self.errors:
            problem = block_problem(self.kind, self.title, self.text, self.details())
            if problem:
                on_title = len(self.title) > LONGEST_TITLE
                self.add_error("title" if on_title else "text", problem)
        return given

    @property
    def title(self) -> str:
        return cleaned(self._sent("title"))

    @property
    def text(self) -> str:
        return cleaned(self._sent("text"))

    def details(self) -> dict[str, str]:
        """Return the details as they were sent, code to text."""
        return {one.code: cleaned(self._sent(DETAIL + one.code)) for one in self.kind.fields}

    def sent(self) -> dict[str, str]:
        """Return everything as it was sent, name to text."""
        return {name: self._sent(name) for name in self.fields}

    @property
    def written_text(self) -> str:
        """The text as it was sent, or as it stands."""
        return str(self["text"].value() or "")

    @property
    def described_by(self) -> str:
        """The names of the hint and the error of the text, for who cannot see them."""
        bound = self["text"]
        parts = [("uitleg", bool(bound.help_text)), ("fout", bool(bound.errors))]
        return " ".join(f"{bound.auto_id}-{part}" for part, is_there in parts if is_there)

    def plain_fields(self) -> list[forms.BoundField]:
        """Return the details that stand open."""
        return [self[DETAIL + one.code] for one in self.kind.fields if not one.is_folded]

    def folded_fields(self) -> list[forms.BoundField]:
        """Return the details that are folded until somebody wants them."""
        return [self[DETAIL + one.code] for one in self.kind.fields if one.is_folded]

    @property
    def folds_open(self) -> bool:
        """Whether something folded is filled in, or wrong."""
        return any(bound.errors or bound.value() for bound in self.folded_fields())

    def _sent(self, name: str) -> str:
        return str(self.data.get(name, "")) if name in self.fields else ""


def values_of(title: str, text: str, details: Mapping[str, str]) -> dict[str, str]:
    """Return what stands in a block under the names of its form."""
    return {
        "title": title,
        "text": text,
        **{DETAIL + code: value for code, value in details.items()},
    }


def _line(label: str, hint: str = "") -> Open:
    widget = forms.TextInput(attrs={"autocomplete": "off"})
    return Open(label=label, help_text=hint, strip=False, widget=widget)


def _control(field: Field, indicators: Choices, chosen: str) -> forms.Field:
    made = _line(field.name, field.hint)
    if field.form == "text":
        made.widget = forms.Textarea(attrs={"rows": 3})
    elif field.form == "date":
        made.widget = forms.DateInput(attrs={"type": "date"})
    elif field.form == "number":
        made.widget = forms.TextInput(attrs={"autocomplete": "off", "inputmode": "decimal"})
    elif field.form == "choice":
        made.widget = forms.Select(choices=[NOT_CHOSEN, *field.choices])
    elif field.form == "indicator":
        made.widget = forms.Select(choices=[NOT_CHOSEN, *_with(indicators, chosen)])
    return made


def _with(indicators: Choices, chosen: str) -> list[tuple[str, Any]]:
    """Return the choices with what is chosen among them, though the picture has it no more."""
    known = {code for _, group in indicators for code, _ in group}
    gone = (
        [(chosen, f"{chosen} (niet meer in het beeld)")] if chosen and chosen not in known else []
    )
    return [*gone, *indicators]
