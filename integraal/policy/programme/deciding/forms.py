"""What somebody fills in about the decision on a programme."""

from typing import Any

from django import forms
from django.utils import timezone

from integraal.policy.picture.filling_in import ShortText
from integraal.policy.plan.deciding.forms import any_day
from integraal.policy.programme.deciding.rules import LONGEST_BODY, LONGEST_NUMBER


class AdoptForm(forms.Form):
    """Who adopted, when, and under which number."""

    body = ShortText(
        "Wie stelde het vast?", "Vul in wie heeft besloten, zoals: college.", most=LONGEST_BODY
    )
    decided_on = any_day("Op welke dag?")
    number = ShortText("Nummer van het besluit", most=LONGEST_NUMBER)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["body"].initial = "college"
        self.fields["decided_on"].initial = timezone.localdate


class ToldForm(forms.Form):
    """When the council was told."""

    told_on = any_day("Verteld op")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["told_on"].initial = timezone.localdate
