"""The fields of a measure that are folded until somebody wants them."""

from django import forms

from integraal.policy.picture.filling_in import LongText, ShortText
from integraal.policy.plan.deciding.forms import any_day
from integraal.policy.programme.measures.form_fields import Amount, Choices, select
from integraal.policy.programme.models import Measure, Programme
from integraal.policy.programme.quarters import in_words, quarters
from integraal.policy.programme.rules import years_of

_LEAST, _SPARE = 3, 2


def folded_fields(
    programme: Programme, choices: Choices, measure: Measure | None
) -> dict[str, dict[str, forms.Field]]:
    """Return the fields that are folded until somebody wants them, by the title of their group."""
    kinds = [("", "Nog niet gekozen"), *Measure.Kind.choices]
    return {
        "Hoe pakt u het aan?": {
            "text": LongText("Toelichting", rows=4),
            "item": ShortText("Actiepunt", most=200, help_text="De eerste stap die u nu zet."),
            "kind": select("Soort", kinds),
            "area": select("Waar?", choices.of_areas),
            "deputy": select("Wie vervangt?", choices.of_members),
        },
        "Met wie?": _partner_fields(choices, measure),
        "Mijlpalen": _milestone_fields(measure),
        "Geld en uren": {
            "budget": Amount(label="Begroot (euro)", required=False),
            "money_source": ShortText("Waar komt het geld vandaan?", most=120),
            **_period_fields("hours", _hours(programme)),
        },
        "Waaraan ziet u het?": {
            "output": ShortText("Wat levert u?", most=200, help_text="Zoals: aantal avonden."),
            **_period_fields("output_target", _targets(programme, "levering")),
            "outcome": select("Welk cijfer moet veranderen?", choices.of_figures),
            **_period_fields("outcome_target", _targets(programme, "streefcijfer")),
        },
        "Risico, besluit en volgorde": {
            "risk": LongText("Wat kan er misgaan?", rows=3),
            "decision": ShortText("Welk besluit is nodig?", most=300),
            "needs": _needs_field(choices, measure),
        },
    }


def _partner_fields(choices: Choices, measure: Measure | None) -> dict[str, forms.Field]:
    fields: dict[str, forms.Field] = {}
    for at in range(_rows(measure.partners.count() if measure else 0)):
        fields[f"partner_{at}"] = select(f"Partner {at + 1}", choices.of_organisations)
        fields[f"role_{at}"] = ShortText(f"Rol van partner {at + 1}", most=120)
    return fields


def _milestone_fields(measure: Measure | None) -> dict[str, forms.Field]:
    fields: dict[str, forms.Field] = {}
    for at in range(_rows(measure.milestones.count() if measure else 0)):
        fields[f"milestone_{at}"] = ShortText(f"Mijlpaal {at + 1}", most=200)
        fields[f"milestone_day_{at}"] = any_day(f"Dag van mijlpaal {at + 1}", required=False)
    return fields


def _period_fields(name: str, periods: list[tuple[str, str]]) -> dict[str, forms.Field]:
    return {f"{name}_{code}": ShortText(label, most=12) for code, label in periods}


def _hours(programme: Programme) -> list[tuple[str, str]]:
    found = quarters(programme.first_year, programme.last_year)
    return [(one, f"Uren {in_words(one)}") for one in found]


def _targets(programme: Programme, word: str) -> list[tuple[str, str]]:
    years = years_of(programme.first_year, programme.last_year)
    return [(str(year), f"{word.capitalize()} {year}") for year in years]


def _needs_field(there: Choices, measure: Measure | None) -> forms.Field:
    own = str(measure.key) if measure else ""
    choices = [(key, title) for key, (title, _) in there.waits.items() if key != own]
    return forms.MultipleChoiceField(
        label="Wacht op",
        help_text="Wat eerst klaar moet zijn. Houd Ctrl of Cmd ingedrukt om er meer te kiezen.",
        required=False,
        choices=choices,
        widget=forms.SelectMultiple(attrs={"size": min(6, max(2, len(choices)))}),
        error_messages={"invalid_choice": "Kies maatregelen uit de lijst."},
    )


def _rows(there: int) -> int:
    """Return how many rows to show when so many are filled: always some to fill in."""
    return max(_LEAST, there + _SPARE)
