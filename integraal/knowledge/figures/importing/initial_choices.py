"""What the form of a table begins with: chosen before, remembered, or guessed."""

from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from integraal.knowledge.figures.importing.choices import Choices, changed_headers
from integraal.knowledge.figures.importing.drafts import headers_of
from integraal.knowledge.figures.importing.measures import known_measures
from integraal.knowledge.figures.importing.queries import most_alike, remembered
from integraal.knowledge.indicators.periods import Period
from integraal.knowledge.sources.partner.areas import AreaBook
from integraal.knowledge.sources.partner.guessing import guess
from integraal.knowledge.sources.partner.mapping import Mapping
from integraal.knowledge.sources.partner.periods import read_period
from integraal.knowledge.sources.partner.table import PartnerTable

SEPARATOR = ";"
EMPTY_CELL = "leeg"


@dataclass(frozen=True)
class Proposal:
    """What the form begins with, and where it came from in sentences."""

    initial: dict[str, Any]
    title: str = ""
    say: str = ""


def field_name(index: int, what: str) -> str:
    """Return the name of a field of a column; what is role, measure or period."""
    return f"column{index}_{what}"


def class_key(text: str) -> str:
    """Return under which name the beginning choice for a subject is given."""
    return f"class:{' '.join(text.casefold().split())}"


def propose(table: PartnerTable, book: AreaBook, chosen: Choices | None) -> Proposal:
    """Return what the form of a table begins with.

    Args:
        chosen: what was chosen for this very draft before.
    """
    headers = headers_of(table)
    if chosen and chosen.fits(headers) and chosen.sheet == table.sheet:
        return Proposal(_of_choices(chosen))
    if known := remembered(table.signature):
        return Proposal(
            _of_choices(known.on(timezone.localdate())),
            "Wij herkennen deze tabel",
            f"U las ‘{known.name}’ eerder in. De keuzes van toen staan al ingevuld. "
            "Kijk of ze nog kloppen.",
        )
    initial = _of_mapping(guess(table, book, known_measures()))
    initial |= {"received_on": timezone.localdate(), "name": _name_of(table)}
    alike = most_alike(headers)
    if alike is None:
        return Proposal(initial)
    initial |= {"name": alike.name, "organisation": str(alike.organisation)}
    return Proposal(initial, f"De kolommen van ‘{alike.name}’ zijn veranderd", _changes(
        *changed_headers(alike.headers, headers)
    ))  # fmt: skip


def _changes(came: tuple[str, ...], went: tuple[str, ...]) -> str:
    parts = []
    if came:
        parts.append(f"Nieuw: {', '.join(came[:10])}.")
    if went:
        parts.append(f"Weg: {', '.join(went[:10])}.")
    if not parts:
        parts.append("Ze staan in een andere volgorde.")
    return f"{' '.join(parts)} Kijk daarom alle keuzes na; er is nog niets ingelezen."


def _name_of(table: PartnerTable) -> str:
    stem = table.file_name.rsplit(".", 1)[0].replace("_", " ").replace("-", " ")
    return " ".join(stem.split())[:100]


def _of_choices(chosen: Choices) -> dict[str, Any]:
    initial = _of_mapping(chosen.mapping)
    there = {one.code for one in known_measures()}
    named = {one.code: one for one in chosen.own if one.code not in there}
    top = initial.get("measure", "")
    if top in named:
        initial |= {"measure": f"new-{named[top].kind}", "new_name": named[top].name}
    for field, value in list(initial.items()):
        if value in named and field != "measure":
            initial[field] = f"new-{named[value].kind}"
    return initial | {
        "name": chosen.name,
        "organisation": str(chosen.organisation),
        "received_on": chosen.received_on,
    }


def _of_mapping(mapping: Mapping) -> dict[str, Any]:
    initial: dict[str, Any] = {
        "area_year": mapping.area_year,
        "area_level": mapping.area_level,
        "fixed_area": mapping.fixed_area,
        "fixed_period": _words(mapping.fixed_period),
        "period_kind": mapping.period_kind,
        "decimal": mapping.decimal,
        "missing": _signs(mapping.missing),
        "withheld": _signs(mapping.withheld),
    }
    roles = {
        mapping.area_column: f"area-{mapping.named_by}",
        mapping.area_name_column: "area-beside",
        mapping.period_column: "period",
        mapping.class_column: "class",
    }
    for place, role in roles.items():
        if place is not None:
            initial[field_name(place, "role")] = role
    measures = {value.measure for value in mapping.values}
    single = measures.pop() if len(measures) == 1 else ""
    initial["measure"] = single
    for value in mapping.values:
        initial[field_name(value.column, "role")] = "value"
        initial[field_name(value.column, "measure")] = "" if single else value.measure
        initial[field_name(value.column, "period")] = _words(value.period)
    return initial | _of_classes(mapping.class_measures or {})


def _of_classes(measures: AnyMapping[str, str]) -> dict[str, Any]:
    return {class_key(text): measure for text, measure in measures.items()}


def _words(code: str) -> str:
    if not code:
        return ""
    period = Period.from_code(code)
    return period.label if read_period(period.label) == period else code


def _signs(signs: tuple[str, ...]) -> str:
    return f"{SEPARATOR} ".join(sign or EMPTY_CELL for sign in signs)
