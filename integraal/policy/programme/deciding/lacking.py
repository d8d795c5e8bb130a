"""What a programme lacks: named rules over its content, each a sentence. Pure.

A rule is a function with a Dutch docstring: that sentence is what is so when it is right. Only
what would make the programme no programme blocks; the rest asks for another look.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

from integraal.foundation.ui.dutch import listed, number
from integraal.policy.programme.measures.in_words import KINDS
from integraal.policy.programme.quarters import in_words
from integraal.policy.programme.rules import as_number

Json = Mapping[str, Any]
Weight = Literal["block", "warn"]


@dataclass(frozen=True)
class Lacking:
    """Something that is not right yet; ``key`` is of the measure it is about, when there is one."""

    say: str
    key: str = ""


@dataclass(frozen=True)
class Subject:
    """What the rules look at.

    Attributes:
        content: of the programme, in the form of ``content.py``; of a draft only what rules ask,
            and whether a measure has an owner instead of who.
        themes: code to name.
        priorities: codes of the themes that the plan puts first.
        goals: key of each goal of the plan to its words.
    """

    content: Json
    themes: Mapping[str, str] = field(default_factory=dict)
    priorities: Sequence[str] = ()
    goals: Mapping[str, str] = field(default_factory=dict)

    @property
    def measures(self) -> Sequence[Json]:
        found: Sequence[Json] = self.content["measures"]
        return found

    def name(self, theme: str) -> str:
        """Return the name of a theme."""
        return self.themes.get(theme, theme)


@dataclass(frozen=True)
class Rule:
    """One rule: its code, what is so when it is right, and what it finds lacking."""

    code: str
    sentence: str
    weight: Weight
    find: Callable[[Subject], Iterator[Lacking]]


@dataclass(frozen=True)
class Finding:
    """A rule with what it found; nothing found is right."""

    rule: Rule
    lacking: tuple[Lacking, ...]


def rule(weight: Weight) -> Callable[[Callable[[Subject], Iterator[Lacking]]], Rule]:
    """Make a rule of a function: its name is the code, its docstring the sentence."""

    def make(find: Callable[[Subject], Iterator[Lacking]]) -> Rule:
        sentence = " ".join((find.__doc__ or "").split()).removesuffix(".")
        return Rule(find.__name__, sentence, weight, find)

    return make


@rule("block")
def has_measures(programme: Subject) -> Iterator[Lacking]:
    """Het programma heeft maatregelen."""
    if not programme.measures:
        yield Lacking("Er staan nog geen maatregelen in. Voeg er ten minste één toe.")


@rule("block")
def measure_says_what_and_where(programme: Subject) -> Iterator[Lacking]:
    """Elke maatregel zegt wat u doet en hoort bij een thema."""
    for one in programme.measures:
        if not one["title"] or not one["theme"]:
            name = one["title"] or "een maatregel zonder woorden"
            yield Lacking(f"“{name}” heeft geen titel of geen thema.", one["key"])


@rule("warn")
def measure_has_owner(programme: Subject) -> Iterator[Lacking]:
    """Elke maatregel heeft een eigenaar."""
    for one in programme.measures:
        if not one["owner"]:
            yield Lacking(f"“{one['title']}” is van niemand.", one["key"])


@rule("warn")
def measure_has_goal(programme: Subject) -> Iterator[Lacking]:
    """Elke maatregel hoort bij een doel van het plan."""
    for one in programme.measures:
        if programme.goals and one["goal"] not in programme.goals:
            yield Lacking(f"“{one['title']}” hoort bij geen doel.", one["key"])


@rule("warn")
def measure_has_dates(programme: Subject) -> Iterator[Lacking]:
    """Elke maatregel heeft een begin en een einde."""
    for one in programme.measures:
        if not (one["starts_on"] and one["ends_on"]):
            yield Lacking(f"“{one['title']}” heeft geen begin of geen einde.", one["key"])


@rule("warn")
def priority_has_measure(programme: Subject) -> Iterator[Lacking]:
    """Elk thema met voorrang heeft een maatregel."""
    there = {one["theme"] for one in programme.measures}
    for code in programme.priorities:
        if code not in there:
            yield Lacking(f"{programme.name(code)} heeft voorrang, en er is geen maatregel.")


@rule("warn")
def goal_has_measure(programme: Subject) -> Iterator[Lacking]:
    """Elk doel van het plan heeft een maatregel."""
    there = {one["goal"] for one in programme.measures}
    for key, title in programme.goals.items():
        if key not in there:
            yield Lacking(f"Bij het doel “{title}” staat geen maatregel.")


@rule("warn")
def theme_is_in_balance(programme: Subject) -> Iterator[Lacking]:
    """Elk thema heeft preventie, handhaving en nazorg."""
    kinds: dict[str, set[str]] = {}
    for one in programme.measures:
        kinds.setdefault(one["theme"], set()).add(one["kind"])
    for theme, there in kinds.items():
        missing = [name for code, name in KINDS.items() if code not in there]
        if missing:
            yield Lacking(f"Bij {programme.name(theme)} ontbreekt {listed(missing)}.")


@rule("warn")
def hours_fit(programme: Subject) -> Iterator[Lacking]:
    """In elk kwartaal zijn er genoeg uren."""
    planned: dict[str, Decimal] = {}
    for one in programme.measures:
        for quarter, hours in one["hours"].items():
            planned[quarter] = planned.get(quarter, Decimal(0)) + (as_number(hours) or 0)
    for quarter, there in sorted(programme.content["capacity"].items()):
        room, wanted = as_number(there) or Decimal(0), planned.get(quarter, Decimal(0))
        if wanted > room:
            yield Lacking(
                f"In het {in_words(quarter)} is {number(wanted)} uur gepland en er is "
                f"{number(room)} uur: {number(wanted - room)} uur te weinig."
            )


RULES: tuple[Rule, ...] = (
    has_measures,
    measure_says_what_and_where,
    measure_has_owner,
    measure_has_goal,
    measure_has_dates,
    priority_has_measure,
    goal_has_measure,
    theme_is_in_balance,
    hours_fit,
)


def findings_of(programme: Subject) -> list[Finding]:
    """Return every rule with what it found."""
    return [Finding(one, tuple(one.find(programme))) for one in RULES]


def blocking_problem(programme: Subject) -> str | None:
    """Return why the programme cannot be proposed, or ``None`` when it can."""
    for one in findings_of(programme):
        if one.rule.weight == "block" and one.lacking:
            return one.lacking[0].say
    return None
