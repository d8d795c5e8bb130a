"""A measure of a content in words, field by field: to read, to compare, to look back. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from integraal.foundation.ui.dutch import day, listed, number
from integraal.policy.programme.quarters import in_words

Json = Mapping[str, Any]
KINDS = {"prevention": "preventie", "enforcement": "handhaving", "aftercare": "nazorg"}


@dataclass(frozen=True)
class Names:
    """How things are called that a measure names by code or key."""

    themes: Mapping[str, str] = field(default_factory=dict)
    goals: Mapping[str, str] = field(default_factory=dict)
    measures: Mapping[str, str] = field(default_factory=dict)
    indicators: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Fact:
    """One field of a measure in words; empty when it is not filled."""

    name: str
    label: str
    words: str


def facts_of(measure: Json, names: Names) -> list[Fact]:
    """Return every field of a measure in words, in the order of its page."""
    found: list[tuple[str, str, str]] = [
        ("title", "Wat", measure["title"]),
        ("theme", "Thema", names.themes.get(measure["theme"], measure["theme"])),
        ("goal", "Doel", names.goals.get(measure["goal"], "")),
        ("owner", "Eigenaar", measure["owner"]),
        ("deputy", "Vervanger", measure["deputy"]),
        ("starts_on", "Vanaf", _day(measure["starts_on"])),
        ("ends_on", "Tot en met", _day(measure["ends_on"])),
        ("text", "Toelichting", measure["text"]),
        ("item", "Actiepunt", measure["item"]),
        ("kind", "Soort", KINDS.get(measure["kind"], "")),
        ("area", "Gebied", measure["area"]),
        ("partners", "Met", _lines(_partner(one) for one in measure["partners"])),
        ("milestones", "Mijlpalen", _lines(_milestone(one) for one in measure["milestones"])),
        ("budget", "Begroot", _money(measure["budget"])),
        ("money_source", "Geldbron", measure["money_source"]),
        ("hours", "Uren", _hours(measure["hours"])),
        ("output", "Levering", measure["output"]),
        ("output_target", "Levering per jaar", _targets(measure["output_target"])),
        ("outcome", "Cijfer", names.indicators.get(measure["outcome"], measure["outcome"])),
        ("outcome_target", "Streefcijfer", _targets(measure["outcome_target"])),
        ("risk", "Risico", measure["risk"]),
        ("decision", "Nodig besluit", measure["decision"]),
        ("needs", "Wacht op", _needs(measure["needs"], names)),
    ]
    return [Fact(*one) for one in found]


def _day(written: str) -> str:
    return day(date.fromisoformat(written)) if written else ""


def _money(written: str) -> str:
    return f"€ {number(Decimal(written))}" if written else ""


def _hours(hours: Mapping[str, str]) -> str:
    return _lines(f"{in_words(quarter)}: {hours[quarter]}" for quarter in sorted(hours))


def _targets(targets: Mapping[str, str]) -> str:
    return ", ".join(f"{targets[year]} in {year}" for year in sorted(targets))


def _partner(one: Json) -> str:
    return f"{one['organisation']}: {one['role']}" if one["role"] else str(one["organisation"])


def _milestone(one: Json) -> str:
    return f"{_day(one['day'])}: {one['title']}"


def _needs(keys: Sequence[str], names: Names) -> str:
    found = [names.measures.get(key, "een maatregel die is weggehaald") for key in keys]
    return listed(found) if found else ""


def _lines(parts: Any) -> str:
    return "\n".join(parts)
