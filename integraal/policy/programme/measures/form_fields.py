"""Fields of the forms of a measure, and what can be chosen in them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cached_property
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
    """What can be chosen for a measure of one programme, each read when it is first asked for.

    ``waits`` is the key of every measure of it to its title and the keys it waits for.
    """

    programme: Programme

    @cached_property
    def outline(self) -> Outline:
        return outline_of(self.programme)

    @cached_property
    def members(self) -> dict[str, Member]:
        return {str(one.pk): one for one in members(timezone.localdate())}

    @cached_property
    def areas(self) -> dict[str, Area]:
        found = areas_on(timezone.localdate()).order_by("kind", "number", "name")
        return {str(one.pk): one for one in found}

    @cached_property
    def organisations(self) -> dict[str, Organisation]:
        return {str(one.pk): one for one in organisations()}

    @cached_property
    def figures(self) -> dict[str, str]:
        """Return the figures that are followed, code to name, in the order of their names."""
        found = sorted(indicators().values(), key=lambda one: one.name)
        return {one.code: one.name for one in found}

    @cached_property
    def waits(self) -> dict[str, tuple[str, list[str]]]:
        found = Measure.objects.filter(programme=self.programme)
        return {
            str(key): (title, [str(one) for one in needs])
            for key, title, needs in found.values_list("key", "title", "needs")
        }

    def of_members(self, empty: str = NOBODY) -> Options:
        """Return the people with their function, an empty choice first."""
        return [("", empty), *((pk, member_words(one)) for pk, one in self.members.items())]

    def of_areas(self, empty: str = "Heel de gemeente") -> Options:
        return [("", empty), *((pk, one.name) for pk, one in self.areas.items())]

    def of_organisations(self) -> Options:
        return [("", "Kies een organisatie"), *self.organisations.items()]

    def of_figures(self) -> Options:
        return [("", "Nog geen cijfer"), *self.figures.items()]

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


def member_words(member: Member) -> str:
    """Return somebody with function or organisation, to choose from."""
    return f"{member.name}, {member.function or member.first_role or member.organisation.name}"


def select(
    label: str, choices: Options | Callable[[], Options], *, missing: str = "", **options: Any
) -> forms.ChoiceField:
    """Return a list to choose one from; required when there is a sentence for ``missing``.

    ``choices`` may be a function, which is asked only when the list is shown or checked.
    """
    return forms.ChoiceField(
        label=label,
        choices=choices,
        required=bool(missing),
        error_messages={"required": missing, "invalid_choice": "Kies uit de lijst."},
        **options,
    )
