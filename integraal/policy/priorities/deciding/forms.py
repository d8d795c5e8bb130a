"""What people fill in about a decision, the conversation, and priorities of others."""

from collections.abc import Sequence
from typing import Any

from django import forms

from integraal.policy.picture.filling_in import LongText, ShortText
from integraal.policy.picture.words import LINE
from integraal.policy.priorities.deciding.rules import (
    BODIES,
    DAY,
    LONG_LINE,
    LONGEST_TEXT,
    LOWEST_PLACE,
    SHORT_LINE,
)
from integraal.policy.priorities.models import Candidate

_WRONG_PLACE = f"Vul een getal in van 1 tot en met {LOWEST_PLACE}, of laat het leeg."
_LINK = "Begint met https:// of http://."


class DecisionForm(forms.Form):
    """What is decided about one theme."""

    outcome = forms.ChoiceField(
        label="Wat is er besloten?",
        choices=[
            ("priority", "Prioriteit"),
            ("not", "Geen prioriteit"),
            ("elsewhere", "Staat in ander beleid"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat er is besloten."},
    )
    place = forms.IntegerField(
        label="Plaats in de volgorde",
        help_text="Alleen bij een prioriteit. Laat leeg als de prioriteiten geen volgorde hebben.",
        required=False,
        min_value=1,
        max_value=LOWEST_PLACE,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 3}),
        error_messages={
            "invalid": _WRONG_PLACE, "min_value": _WRONG_PLACE, "max_value": _WRONG_PLACE,
        },
    )  # fmt: skip
    reason = LongText(
        "Waarom?", rows=4, most=LONGEST_TEXT,
        help_text="Wat gaf de doorslag? De score alleen is geen reden. Noem geen personen.",
    )  # fmt: skip
    dissent = LongText(
        "Wie zag het anders?", rows=3, most=LONGEST_TEXT,
        help_text="Het andere geluid, met de functie of organisatie. Mag leeg blijven.",
    )  # fmt: skip
    document = ShortText(
        "Beleidsstuk", most=LONG_LINE,
        help_text="Alleen bij ander beleid: het stuk waarin dit thema staat.",
    )  # fmt: skip
    link = ShortText("Link naar het beleidsstuk", most=LINE, help_text=_LINK)


class ConversationForm(forms.Form):
    """What was said in the session."""

    conversation = LongText(
        "Wat is er besproken?", rows=12,
        help_text=(
            "Waar gingen de meningen uiteen, wat hoorden mensen van elkaar, wat veranderde er in "
            "de tweede ronde? Noem functies en organisaties, geen namen."
        ),
    )  # fmt: skip


class OtherForm(forms.Form):
    """A priority of police, prosecution, region, neighbours or country."""

    body = forms.ChoiceField(
        label="Van wie is deze prioriteit?",
        choices=[
            ("", "Kies"),
            *((code, f"{name[:1].upper()}{name[1:]}") for code, name in BODIES.items()),
        ],
        error_messages={"required": "Kies van wie deze prioriteit is."},
    )
    whose = ShortText(
        "Naam", most=SHORT_LINE, help_text="Zoals basisteam Molenstreek of gemeente Oostwaard."
    )
    priority = ShortText("Hun prioriteit", "Schrijf op wat hun prioriteit is.", most=LONG_LINE)
    candidate = forms.ChoiceField(label="Bij welk thema van de gemeente hoort dit?", required=False)
    source = ShortText("Bron", most=LONG_LINE, help_text="Het stuk waarin dit staat.")
    source_date = ShortText("Datum van de bron", most=DAY, help_text="Zoals 2026 of 12-3-2026.")
    link = ShortText("Link", most=LINE, help_text=_LINK)
    reason = LongText(
        "Waarom kiest de gemeente anders?", rows=3, most=LONGEST_TEXT,
        help_text="Alleen als dit geen prioriteit van de gemeente is.",
    )  # fmt: skip

    def __init__(self, *args: Any, themes: Sequence[Candidate], **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [(str(one.pk), one.name) for one in themes]
        self.fields["candidate"].choices = [("", "Bij geen thema"), *choices]  # type: ignore[attr-defined]
