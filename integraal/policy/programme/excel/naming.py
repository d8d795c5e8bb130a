"""How people, themes, goals, areas and partners are called in the workbook, both ways."""

import uuid
from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from django.db.models import Q

from integraal.foundation.areas.models import Area
from integraal.foundation.people.models import Member, Organisation
from integraal.foundation.people.queries import everybody, organisations
from integraal.policy.programme.content import function_of
from integraal.policy.programme.models import Measure, Programme
from integraal.policy.programme.showing.names import names_of

Value = TypeVar("Value", bound=Hashable)


class Labels(Generic[Value]):
    """Values with a label each, no label twice."""

    def __init__(self, named: Iterable[tuple[Value, str]]) -> None:
        self._label: dict[Value, str] = {}
        self._value: dict[str, Value] = {}
        for value, name in named:
            label, number = " ".join(name.split()), 2
            while label in self._value:
                label, number = f"{' '.join(name.split())} ({number})", number + 1
            self._label[value], self._value[label] = label, value

    def label(self, value: Value | None) -> str:
        """Return what a value is called; what has no name is called by its code."""
        if value is None or value == "":
            return ""
        return self._label.get(value, str(value))

    def value(self, label: str) -> Value | None:
        """Return what a label stands for, or ``None`` when there is no such label."""
        return self._value.get(" ".join(label.split()))

    @property
    def labels(self) -> list[str]:
        """All labels in order."""
        return list(self._value)


@dataclass(frozen=True)
class Names:
    """Every name the workbook knows. members, organisations: the rows of those ids."""

    themes: Labels[str]
    goals: Labels[uuid.UUID]
    people: Labels[uuid.UUID]
    areas: Labels[uuid.UUID]
    partners: Labels[uuid.UUID]
    kinds: Labels[str]
    members: dict[uuid.UUID, Member]
    organisations: dict[uuid.UUID, Organisation]
    area_rows: dict[uuid.UUID, Area]

    def person(self, label: str) -> uuid.UUID | None:
        """Return who is meant, by label or by a name that only one person has."""
        found = self.people.value(label)
        if found:
            return found
        wanted = " ".join(label.split()).casefold()
        same = [one.pk for one in self.members.values() if one.name.casefold() == wanted]
        return same[0] if len(same) == 1 else None


def names_for(programme: Programme, today: date) -> Names:
    """Return the names of today, and those that measures of the programme use still."""
    themes, goals = names_of(programme)
    used = set(Measure.objects.filter(programme=programme).values_list("owner_id", "deputy_id"))
    in_use = {one for pair in used for one in pair}
    members = {
        one.pk: one
        for one in everybody().order_by("name", "id")
        if one.is_active_on(today) or one.pk in in_use
    }
    parties = {one.pk: one for one in organisations().order_by("name")}
    areas = {one.pk: one for one in _areas(programme, today)}
    twice = {
        name for name, times in Counter(one.name for one in areas.values()).items() if times > 1
    }
    return Names(
        themes=Labels(themes.items()),
        goals=Labels((key, title) for key, title in goals.items()),
        people=Labels((pk, person_label(one)) for pk, one in members.items()),
        areas=Labels(
            (pk, f"{one.name}, {one.get_kind_display()}" if one.name in twice else one.name)
            for pk, one in areas.items()
        ),
        partners=Labels((pk, one.name) for pk, one in parties.items()),
        kinds=Labels((str(code), str(label)) for code, label in Measure.Kind.choices),
        members=members,
        organisations=parties,
        area_rows=areas,
    )


def person_label(member: Member) -> str:
    """Return somebody by name, function and organisation."""
    return f"{member.name} ({function_of(member)})"


def _areas(programme: Programme, today: date) -> Iterable[Area]:
    in_use = Measure.objects.filter(programme=programme, area__isnull=False).values("area_id")
    holds = Q(valid_from__lte=today) & (Q(valid_to__isnull=True) | Q(valid_to__gt=today))
    return Area.objects.filter(holds | Q(pk__in=in_use)).order_by("kind", "number", "name", "id")
