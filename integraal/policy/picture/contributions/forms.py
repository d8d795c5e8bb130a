"""What people fill in about a contribution, a referral and its answer."""

from datetime import date
from functools import partial
from typing import Any

from django import forms
from django.utils import timezone

from integraal.policy.picture.contributions.rules import (
    LINK,
    SUBJECT,
    answer_day_problem,
    day_problem,
    link_problem,
)
from integraal.policy.picture.filling_in import Day, LongText, ShortText
from integraal.policy.picture.models import Contribution

_NO_NAMES = (
    "Een organisatie, of hoe het binnenkwam. Kies uit de lijst of typ zelf. Nooit een persoon."
)
_FREE = {"autocomplete": "off"}


def _not_later_than_today(day: date) -> str | None:
    return day_problem(day, timezone.localdate())


class ContributionForm(forms.Form):
    """What a partner or residents said."""

    side = forms.ChoiceField(
        label="Van wie komt dit?",
        choices=[("", "Kies"), *Contribution.Side.choices],
        error_messages={"required": "Kies van wie dit komt."},
    )
    source = ShortText(
        "Bron",
        missing="Vul in van welke organisatie of langs welke weg dit komt.",
        help_text=_NO_NAMES,
        widget=forms.TextInput(attrs={"list": "bronnen-lijst", **_FREE}),
    )
    function = ShortText(
        "Functie", help_text="Zoals wijkagent of jongerenwerker. Geen naam.",
        widget=forms.TextInput(attrs=_FREE),
    )  # fmt: skip
    said_on = Day("Datum", _not_later_than_today, help_text="De dag waarop dit is gezegd.")
    text = LongText(
        "Wat is er gezegd?",
        missing="Schrijf op wat er is gezegd.",
        help_text="Kort, in uw eigen woorden of als citaat. Noem geen personen.",
    )


class ReferralForm(forms.Form):
    """What belongs to another department or policy."""

    subject = ShortText("Onderwerp", missing="Geef het onderwerp een naam.", most=SUBJECT)
    text = LongText(
        "Wat speelt er?",
        missing="Schrijf op wat er speelt, zodat de ander ermee verder kan.",
        help_text="De afdeling leest dit. Noem geen personen.",
    )
    went_to = ShortText(
        "Waar hoort het?",
        missing="Vul in naar welke afdeling of welk beleid dit gaat.",
        help_text="Een afdeling of beleidsstuk, nooit een persoon. Kies uit de lijst of typ zelf.",
        widget=forms.TextInput(attrs={"list": "bestemmingen-lijst", **_FREE}),
    )
    referred_on = Day("Doorverwezen op", _not_later_than_today)
    document = ShortText("Document", help_text="Zoals de naam van de memo.", most=SUBJECT)
    link = ShortText("Link", help_text="Begint met https:// of http://.", most=LINK)

    def clean_link(self) -> str:
        link = str(self.cleaned_data["link"])
        if problem := link_problem(link):
            raise forms.ValidationError(problem)
        return link


class AnswerForm(forms.Form):
    """What came back on a referral."""

    answer = LongText("Wat is het antwoord?", missing="Schrijf op wat het antwoord is.")
    answered_on = Day("Datum van het antwoord", _not_later_than_today)
    answered_by = ShortText(
        "Van welke afdeling?",
        missing="Vul in welke afdeling antwoordde.",
        help_text="De afdeling of het team. Geen naam van een persoon.",
        widget=forms.TextInput(attrs=_FREE),
    )

    def __init__(self, *args: Any, referred_on: date, **options: Any) -> None:
        super().__init__(*args, **options)
        problem_of = partial(
            answer_day_problem, referred_on=referred_on, today=timezone.localdate()
        )
        self.fields["answered_on"].problem_of = problem_of  # type: ignore[attr-defined]
