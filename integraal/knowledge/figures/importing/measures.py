"""What a partner's column may count or measure: the indicators, and the municipality's own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.text import slugify

from integraal.foundation.ui.spreadsheets import FORMULA_STARTS
from integraal.knowledge.figures.definitions import indicator_by_measure, themes
from integraal.knowledge.indicators.definitions import Indicator
from integraal.knowledge.sources.partner.measures import KnownMeasure, MeasureKind

OWN_LIST = "eigen"
LONGEST_NAME = 100
_LONGEST_CODE = 40
Options = list[tuple[str, list[tuple[str, str]]]]


@dataclass(frozen=True)
class OwnMeasure:
    """Something a municipality counts itself, not defined yet: "eigen:<code>" with a name."""

    name: str
    kind: MeasureKind

    @property
    def class_code(self) -> str:
        """The code within the list of own measures, made from the name; may be empty."""
        return slugify(self.name)[:_LONGEST_CODE].strip("-")

    @property
    def code(self) -> str:
        """As stored with figures."""
        return f"{OWN_LIST}:{self.class_code}"

    @property
    def known(self) -> KnownMeasure:
        """As the reading of a table knows it."""
        return KnownMeasure(self.code, self.name, self.kind)


def known_measures(own: Iterable[OwnMeasure] = ()) -> list[KnownMeasure]:
    """Return what a column may hold: each indicator of one measure, and the new ``own`` ones."""
    found = {measure: _known(one) for measure, one in indicator_by_measure().items()}
    found |= {one.code: one.known for one in own if one.code not in found}
    return list(found.values())


def measure_names(own: Iterable[OwnMeasure] = ()) -> dict[str, str]:
    """Return the Dutch name of each measure that a column may hold."""
    return {one.code: one.name for one in known_measures(own)}


def measure_options() -> Options:
    """Return the measures to choose from, under the names of their themes; own ones last."""
    names: dict[str | None, str] = {code: theme.short_name for code, theme in themes().items()}
    groups: dict[str, list[tuple[str, str]]] = {name: [] for name in names.values()}
    own = []
    for measure, one in indicator_by_measure().items():
        if one.numerator.list == OWN_LIST:
            own.append((measure, one.name))
        else:
            group = names.get(one.theme, "Overige cijfers")
            groups.setdefault(group, []).append((measure, one.name))
    groups["Eigen cijfers"] = own
    return [(name, sorted(each, key=lambda o: o[1])) for name, each in groups.items() if each]


def name_problem(name: str) -> str | None:
    """Return why a name cannot be used, as a Dutch sentence; None when it can."""
    if len(name) > LONGEST_NAME:
        return f"De naam ‘{name[:30]}...’ is te lang. Gebruik hooguit {LONGEST_NAME} tekens."
    if name.startswith(FORMULA_STARTS) or not name.isprintable():
        return (
            f"De naam ‘{name[:40]}’ begint als een formule of bevat vreemde tekens. "
            "Begin met een letter of cijfer."
        )
    return None


def own_problem(new: OwnMeasure) -> str | None:
    """Return why an own measure cannot be made, as a Dutch sentence; None when it can."""
    if not new.class_code:
        return "Geef het nieuwe cijfer een naam met letters of cijfers."
    if problem := name_problem(new.name):
        return problem
    there = {one.code: one for one in known_measures()}.get(new.code)
    if there and (there.kind != new.kind or there.name.casefold() != new.name.casefold()):
        return f"Er is al een eigen cijfer ‘{there.name}’. Kies dat, of neem een andere naam."
    return None


def definition_of(new: OwnMeasure, supplier: str, today: str) -> Mapping[str, Any]:
    """Return the definition of a new own indicator, as the YAML of a shipped one.

    Args:
        supplier: name of the organisation the table is of.
        today: as 2026-11-24.
    """
    return {
        "code": f"{OWN_LIST}-{new.class_code}",
        "name": new.name,
        "short_name": new.name,
        "kind": new.kind,
        "numerator": {"list": OWN_LIST, "classes": [new.class_code]},
        "unit": "gevallen" if new.kind == "count" else "waarde",
        "per": 1000,
        "aim": "none",
        "why_it_matters": f"Dit cijfer komt uit een tabel van {supplier}.",
        "caveats": ["Dit is een eigen cijfer; andere gemeenten tellen het mogelijk anders."],
        "version": "1",
        "status": "proposal",
        "provenance": {"source": f"Tabel van {supplier}", "date": today},
    }


def _known(one: Indicator) -> KnownMeasure:
    return KnownMeasure(one.measures[0], one.name, one.kind, (one.short_name, one.code))
