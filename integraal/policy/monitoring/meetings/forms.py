"""What somebody fills in about a meeting, its agenda, its items, its minutes and its actions."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils import timezone

from integraal.foundation.meetings.kinds import MeetingKind
from integraal.foundation.meetings.rules import (
    ASKED,
    LONGEST_FUNCTION,
    LONGEST_PLACE,
    LONGEST_TITLE,
    LONGEST_WHAT,
)
from integraal.foundation.people.models import Member
from integraal.foundation.people.queries import members
from integraal.policy.monitoring.meetings.fields import Plan
from integraal.policy.monitoring.meetings.leading.actions import Outcome
from integraal.policy.monitoring.meetings.points.actions import Agreed
from integraal.policy.picture.filling_in import Day, LongText, ShortText

Choices = Sequence[tuple[str, str]]
_NO_NAMES = "Schrijf functies en organisaties op, geen namen."


class ListedForm(forms.Form):
    """A form of which some fields are folded until wanted."""

    few_names: tuple[str, ...] = ()

    def few(self) -> list[forms.BoundField]:
        """Return the fields that stand open."""
        return [self[name] for name in self.fields if name in self.few_names]

    def more(self) -> list[forms.BoundField]:
        """Return the fields that are folded until wanted."""
        return [self[name] for name in self.fields if name not in self.few_names]


class PlanForm(ListedForm):
    """When and where a meeting is."""

    kind = forms.ChoiceField(
        label="Welk overleg?", widget=forms.RadioSelect,
        error_messages={"required": "Kies welk overleg u plant."},
    )  # fmt: skip
    day = Day("Op welke dag?", lambda _: None)
    starts = forms.TimeField(
        label="Hoe laat?", required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": "Vul een tijd in, zoals 9:30."},
    )  # fmt: skip
    place = ShortText("Waar?", most=LONGEST_PLACE)
    title = ShortText(
        "Naam van dit overleg", most=LONGEST_TITLE,
        help_text="Leeg: de naam van de soort.",
    )  # fmt: skip
    chair = ShortText(
        "Voorzitter", most=LONGEST_FUNCTION,
        help_text="De functie. Leeg: wie dit overleg gewoonlijk voorzit.",
    )  # fmt: skip
    few_names: tuple[str, ...] = ("kind", "day", "starts", "place")
    more_words = "Naam en voorzitter"

    def __init__(self, *args: Any, kinds: Iterable[MeetingKind], **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [(one.code, one.name) for one in kinds]
        self.fields["kind"].choices = choices  # type: ignore[attr-defined]
        if len(choices) == 1:
            self.fields["kind"].initial = choices[0][0]

    def plan(self) -> Plan:
        """Return what was filled in."""
        given = dict(self.cleaned_data)
        given.pop("kind", None)
        return Plan(**given)


class ChangeForm(PlanForm):
    """When and where a meeting is that was planned; its kind stays."""

    few_names = ("day", "starts", "place")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, kinds=(), **options)
        del self.fields["kind"]


class ItemForm(forms.Form):
    """An item in words of one's own."""

    title = ShortText(
        "Waar gaat het over?", "Schrijf op waar dit punt over gaat.", most=LONGEST_TITLE
    )
    asked = forms.ChoiceField(
        label="Wat vraagt u?", choices=list(ASKED.items()), widget=forms.RadioSelect,
        error_messages={"required": "Kies wat u van het overleg vraagt."},
    )  # fmt: skip
    explanation = LongText("Toelichting", rows=4, help_text=_NO_NAMES)


class FillForm(forms.Form):
    """What of all that is open comes on the agenda."""

    deviations = forms.MultipleChoiceField(
        label="Open afwijkingen", required=False, widget=forms.CheckboxSelectMultiple
    )
    actions = forms.MultipleChoiceField(
        label="Open acties van eerdere overleggen", required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    def __init__(self, *args: Any, deviations: Choices, actions: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, choices in (("deviations", deviations), ("actions", actions)):
            self.fields[name].choices = choices  # type: ignore[attr-defined]
            if not choices:
                del self.fields[name]


class PointForm(forms.Form):
    """An action: what, who and when."""

    what = ShortText("Wat moet er gebeuren?", "Schrijf op wat er moet gebeuren.", most=LONGEST_WHAT)
    member = forms.ModelChoiceField(
        None, label="Wie doet het?", required=False, empty_label="kies iemand, of schrijf hieronder"
    )
    function = ShortText(
        "Of een functie", most=LONGEST_FUNCTION,
        help_text="Voor wie hier geen account heeft, zoals: teamchef politie.",
    )  # fmt: skip
    due = Day("Klaar op", lambda _: None)

    def __init__(self, *args: Any, circle: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["member"]
        field.queryset = circle  # type: ignore[attr-defined]
        field.label_from_instance = _function_first  # type: ignore[attr-defined]

    def agreed(self) -> Agreed:
        """Return what was filled in."""
        return Agreed(**{name: self.cleaned_data[name] for name in PointForm.base_fields})


class LeadForm(PointForm):
    """What came of an item, what was decided, and perhaps an action."""

    outcome = LongText("Wat kwam eruit?", rows=3, help_text=_NO_NAMES)
    chosen = forms.ChoiceField(label="Welke keuze?", required=False, widget=forms.RadioSelect)
    decision = LongText("Wat is besloten, en waarom?", rows=3)
    field_order = ("outcome", "chosen", "decision", "what", "member", "function", "due")

    def __init__(self, *args: Any, options_given: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("what", "due"):
            self.fields[name].required = False
        if options_given:
            choices = [*options_given, ("", "nog geen, of iets anders")]
            self.fields["chosen"].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields["chosen"]

    def said(self) -> list[forms.BoundField]:
        """Return the fields about the item."""
        return [self[name] for name in self.fields if name not in PointForm.base_fields]

    def action(self) -> list[forms.BoundField]:
        """Return the fields about the action."""
        return [self[name] for name in PointForm.base_fields]

    def clean_chosen(self) -> int | None:
        told = self.cleaned_data["chosen"]
        return int(told) if told else None

    def told(self) -> Outcome:
        """Return outcome and decision."""
        given = self.cleaned_data
        return Outcome(given["outcome"], given["decision"], given.get("chosen"))

    def agreed_action(self) -> Agreed | None:
        """Return the action, or ``None`` when nothing of one was filled in."""
        agreed = self.agreed()
        is_filled = agreed.what or agreed.due or agreed.member or agreed.function
        return agreed if is_filled else None


class MinutesForm(forms.Form):
    """Who were there, and what else was said."""

    present = LongText(
        "Wie waren er?", "Schrijf op wie er waren.", 5, help_text=f"{_NO_NAMES} Eén op een regel."
    )
    chair = ShortText("Voorzitter", "Vul de functie van de voorzitter in.", most=LONGEST_FUNCTION)
    remarks = LongText("Wat is verder gezegd?", rows=5, help_text="Mag leeg blijven.")


def circle_of(kind: MeetingKind) -> Any:
    """Return the people who read a kind of meeting today: an action may be theirs."""
    return members(timezone.localdate()).filter(roles__overlap=sorted(kind.readers))


def _function_first(one: Member) -> str:
    return f"{one.function or one.first_role} ({one.name})"
