"""What the trail can be narrowed by."""

import uuid
from typing import Any

from django import forms

from integraal.foundation.audit.verbs import all_verbs
from integraal.foundation.people.queries import everybody
from integraal.portal.trail.queries import THE_PRODUCT, Asked


class TrailFilter(forms.Form):
    """Person, deed and days; everything may stay empty."""

    persoon = forms.ChoiceField(label="Wie", required=False)
    wat = forms.ChoiceField(label="Wat", required=False)
    van = forms.DateField(
        label="Vanaf", required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )
    tot = forms.DateField(
        label="Tot en met", required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = [(str(key), name) for key, name in everybody().values_list("pk", "name")]
        deeds = [(verb.code, in_the_list(verb.sentence)) for verb in all_verbs()]
        self.fields["persoon"].choices = [  # type: ignore[attr-defined]
            ("", "Iedereen"),
            *people,
            (THE_PRODUCT, "Integraal zelf"),
        ]
        self.fields["wat"].choices = [("", "Alles"), *sorted(deeds, key=_words)]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Refuse days in the wrong order."""
        first, last = self.cleaned_data.get("van"), self.cleaned_data.get("tot")
        if first and last and last < first:
            self.add_error("tot", "De laatste dag ligt voor de eerste. Draai ze om.")
        return self.cleaned_data

    def asked(self) -> Asked:
        """Return what is asked; a value that is refused narrows nothing."""
        self.is_valid()
        values = self.cleaned_data
        return Asked(
            person=_person(values.get("persoon", "")),
            verb=values.get("wat", ""),
            first=values.get("van"),
            last=values.get("tot"),
        )


def in_the_list(sentence: str) -> str:
    """Return the words of a verb without its subject: "stelde … vast"."""
    return sentence.replace("{subject}", "…")


def _person(value: str) -> str:
    return value if value == THE_PRODUCT or not value else str(uuid.UUID(value))


def _words(choice: tuple[str, str]) -> str:
    return choice[1]
