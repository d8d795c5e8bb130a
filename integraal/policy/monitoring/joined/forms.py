"""What somebody fills in about a programme of others."""

from django import forms
from django.utils import timezone

from integraal.policy.monitoring.joined.actions import LONGEST_TITLE, Joining
from integraal.policy.monitoring.models import JoinedProgramme
from integraal.policy.picture.filling_in import Day, LongText, ShortText


class JoinedForm(forms.Form):
    """A regional or national programme the municipality takes part in."""

    title = ShortText("Welk programma?", "Geef het programma een naam.", most=LONGEST_TITLE)
    level = forms.ChoiceField(
        label="Van wie is het?", choices=JoinedProgramme.Level.choices, widget=forms.RadioSelect,
        error_messages={"required": "Kies of het regionaal of landelijk is."},
    )  # fmt: skip
    since = Day("Sinds wanneer doen wij mee?", lambda _: None)
    what = LongText("Waar gaat het over?", rows=3)
    share = LongText("Wat is ons aandeel?", rows=3)
    result = LongText("Wat heeft het opgeleverd?", rows=3)

    def joining(self) -> Joining:
        """Return what was filled in."""
        return Joining(**self.cleaned_data)


class EndForm(forms.Form):
    """When the taking part ends."""

    until = Day("Tot en met welke dag?", lambda _: None)

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.fields["until"].initial = timezone.localdate
