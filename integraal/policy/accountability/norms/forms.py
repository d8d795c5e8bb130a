"""What somebody fills in about the norms: an answer and, if wanted, an explanation for each."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from integraal.policy.accountability.models import NormAnswer
from integraal.policy.accountability.norms.actions import LONGEST_TEXT, Given
from integraal.policy.accountability.norms.own_norms import Norm
from integraal.policy.picture.filling_in import LongText

_CHOICES = (*NormAnswer.Answer.choices, ("", "nog niet"))


class NormsForm(forms.Form):
    """Every norm with its answer, its explanation and the revision that these build on."""

    data: Any

    def __init__(
        self, norms: Sequence[Norm], given: Mapping[str, NormAnswer], *args: Any, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.norms = norms
        for one in norms:
            row = given.get(one.code)
            self.fields[f"answer-{one.code}"] = forms.ChoiceField(
                label=one.question, choices=_CHOICES, required=False, widget=forms.RadioSelect,
                initial=row.answer if row else "",
                error_messages={"invalid_choice": "Kies ja, deels of nee."},
            )  # fmt: skip
            self.fields[f"text-{one.code}"] = LongText(
                "Toelichting", rows=3, most=LONGEST_TEXT, initial=row.text if row else ""
            )
            self.fields[f"base-{one.code}"] = forms.IntegerField(
                required=False, min_value=0, max_value=1_000_000, widget=forms.HiddenInput,
                initial=row.revision if row else 0,
            )  # fmt: skip

    def answers(self) -> dict[str, Given]:
        """Return what was filled in, by code of the norm."""
        data = self.cleaned_data
        return {
            one.code: Given(
                data[f"answer-{one.code}"], data[f"text-{one.code}"],
                data[f"base-{one.code}"] or 0,
            )
            for one in self.norms
        }  # fmt: skip

    def build_on(self, row: NormAnswer) -> None:
        """Let what is sent next build on what somebody else answered meanwhile."""
        sent = self.data.copy()
        sent[f"base-{row.norm}"] = str(row.revision)
        self.data = sent
