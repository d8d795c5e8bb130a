"""Fields of the forms of a measure, and what can be chosen in them."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from integraal.foundation.areas.models import Area
from integraal.foundation.areas.queries import areas_on
from integraal.foundation.people.models import Member, Organisation
from integraal.foundation.people.queries import members, organisations
from integraal.knowledge.figures.definitions import indicators
from integraal.policy.programme.models import Measure, Programme
from integraal.policy.programme.outline import Outline, outline_of
from integraal.policy.programme.rules import MOST_MONEY

NOBODY, NOTHING = "Nog niemand", "Nog niet gekozen"
Options = list[tuple[str, Any]]


class Amount(forms.CharField):
    """An amount as somebody writes it: 1250, 1.250 or 1.250,50."""

    def to_python(self, value: Any) -> Any:
        written = str(super().to_python(value) or "").replace("€", "").replace(" ", "")
        if not written:
            return None
        if "," in written or re.fullmatch(r"-?\d{1,3}(\.\d{3})+", written):
            written = written.replace(".", "").replace(",", ".")
        try:
            found = Decimal(written)
        except InvalidOperation as wrong:
            raise ValidationError(
                f"“{str(value)[:20]}” is geen bedrag. Schrijf 1250,50."
            ) from wrong
        if not found.is_finite() or abs(found) > MOST_MONEY:
            raise ValidationError("Dit bedrag is te groot. Kijk het na.")
        return found.quantize(Decimal("0.01"))


@dataclass(frozen=True)
class Choices:
    """What can be chosen for a measure of one programme: rows by identifier, and the outline.

    ``waits`` is the key of every measure of it to its title and the keys it waits for.
    """

    outline: Outline
    members: dict[str, Member]
    areas: dict[str, Area]
    organisations: dict[str, Organisation]
    waits: dict[str, tuple[str, list[str]]]

    def of_members(self, empty: str = NOBODY) -> Options:
        """Return the people with their function, an empty choice first."""
        return [("", empty), *((pk, member_words(one)) for pk, one in self.members.items())]

    def of_areas(self, empty: str = "Heel de gemeente") -> Options:
        return [("", empty), *((pk, one.name) for pk, one in self.areas.items())]

    def of_organisations(self) -> Options:
        return [("", "Kies een organisatie"), *self.organisations.items()]

    def of_reasons(self) -> Options:
        """Return goals grouped by theme, each theme with a choice without goal."""
        outline = self.outline
        groups = [
            (
                name,
                [
                    *((f"doel:{one.key}", one.title) for one in outline.goals_of(code)),
                    (f"thema:{code}", f"{name}, zonder doel"),
                ],
            )
            for code, name in outline.themes.items()
        ]
        return [("", NOTHING), *groups]


def choices_of(programme: Programme) -> Choices:
    """Return what can be chosen for a measure of a programme."""
    today, found = timezone.localdate(), Measure.objects.filter(programme=programme)
    return Choices(
        outline=outline_of(programme),
        members={str(one.pk): one for one in members(today)},
        areas={str(one.pk): one for one in areas_on(today).order_by("kind", "number", "name")},
        organisations={str(one.pk): one for one in organisations()},
        waits={
            str(key): (title, [str(one) for one in needs])
            for key, title, needs in found.values_list("key", "title", "needs")
        },
    )


def of_indicators() -> Options:
    """Return the figures that are followed, an empty choice first."""
    found = sorted(indicators().values(), key=lambda one: one.name)
    return [("", "Nog geen cijfer"), *((one.code, one.name) for one in found)]


def member_words(member: Member) -> str:
    """Return somebody with function or organisation, to choose from."""
    return f"{member.name}, {member.function or member.first_role or member.organisation.name}"


def select(label: str, choices: Options, *, missing: str = "", **options: Any) -> forms.ChoiceField:
    """Return a list to choose one from; required when there is a sentence for ``missing``."""
    return forms.ChoiceField(
        label=label,
        choices=choices,
        required=bool(missing),
        error_messages={"required": missing, "invalid_choice": "Kies uit de lijst."},
        **options,
    )
