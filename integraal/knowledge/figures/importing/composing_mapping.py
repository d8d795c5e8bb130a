"""From what was filled in to a mapping, or a sentence on what does not go together."""

from collections.abc import Mapping as AnyMapping
from typing import Any

from integraal.knowledge.figures.importing.initial_choices import (
    EMPTY_CELL,
    SEPARATOR,
    field_name,
)
from integraal.knowledge.figures.importing.measures import OwnMeasure, own_problem
from integraal.knowledge.sources.partner.mapping import Mapping, ValueColumn
from integraal.knowledge.sources.partner.periods import read_period
from integraal.knowledge.sources.partner.table import PartnerTable

_ONCE = {
    "area-name": "het gebied",
    "area-code": "het gebied",
    "area-beside": "de naam bij de code",
    "period": "de periode",
    "class": "het onderwerp",
}


class MappingProblem(ValueError):
    """What was chosen does not go together; ``field`` is where, or ""."""

    def __init__(self, sentence: str, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field


def mapping_from(
    chosen: AnyMapping[str, Any], table: PartnerTable, classes: tuple[str, ...]
) -> tuple[Mapping, tuple[OwnMeasure, ...]]:
    """Return the mapping and the measures that are new with it.

    Args:
        chosen: the cleaned fields of ``ColumnsForm``.
        table: the table it is about.
        classes: the values of the column with subjects, in order of their fields.

    Raises:
        MappingProblem: two columns have one task, a period cannot be read, or a new measure
            cannot be made.
    """
    places = _places(chosen, table)
    own: dict[str, OwnMeasure] = {}
    values = tuple(_value(chosen, column.index, column.header, own) for column in _figures(
        chosen, table
    ))  # fmt: skip
    measures = {
        text: _measure(chosen.get(f"class{number}", ""), text, f"class{number}", own)
        for number, text in enumerate(classes)
    }
    area = places.get("area-code", places.get("area-name"))
    mapping = Mapping(
        shape="wide" if len(values) > 1 or any(value.period for value in values) else "long",
        values=values,
        area_year=chosen["area_year"],
        area_column=area,
        fixed_area=chosen["fixed_area"],
        named_by="code" if "area-code" in places else "name",
        area_level=chosen["area_level"],
        area_name_column=places.get("area-beside"),
        period_column=places.get("period"),
        fixed_period=_period(chosen["fixed_period"], "fixed_period"),
        period_kind=chosen["period_kind"],
        class_column=places.get("class"),
        class_measures=measures,
        decimal=chosen["decimal"],
        missing=_signs(chosen["missing"]),
        withheld=_signs(chosen["withheld"]),
    )
    return mapping, tuple(own.values())


def _places(chosen: AnyMapping[str, Any], table: PartnerTable) -> dict[str, int]:
    places: dict[str, int] = {}
    tasks: set[str] = set()
    for column in table.columns:
        name = field_name(column.index, "role")
        role = chosen[name]
        if role not in _ONCE:
            continue
        if _ONCE[role] in tasks:
            raise MappingProblem(f"Meer dan één kolom is gekozen voor {_ONCE[role]}.", name)
        tasks.add(_ONCE[role])
        places[role] = column.index
    return places


def _figures(chosen: AnyMapping[str, Any], table: PartnerTable) -> list[Any]:
    return [one for one in table.columns if chosen[field_name(one.index, "role")] == "value"]


def _value(
    chosen: AnyMapping[str, Any], index: int, header: str, own: dict[str, OwnMeasure]
) -> ValueColumn:
    measure_field, period_field = field_name(index, "measure"), field_name(index, "period")
    if choice := chosen.get(measure_field, ""):
        measure = _measure(choice, header, measure_field, own)
    else:
        name = chosen["new_name"] or chosen.get("name", "")
        measure = _measure(chosen["measure"], name, "new_name", own)
    return ValueColumn(index, measure, _period(chosen.get(period_field, ""), period_field))


def _measure(choice: str, name: str, field: str, own: dict[str, OwnMeasure]) -> str:
    if choice not in ("new-count", "new-measured"):
        return choice
    plain = " ".join(name.split())
    new = OwnMeasure(plain, "count" if choice == "new-count" else "measured")
    if problem := own_problem(new):
        raise MappingProblem(problem, field)
    if own.setdefault(new.code, new) != new:
        raise MappingProblem(f"Twee nieuwe cijfers heten bijna hetzelfde: ‘{plain[:40]}’.", field)
    return new.code


def _period(text: str, field: str) -> str:
    if not text:
        return ""
    period = read_period(text)
    if period is None:
        raise MappingProblem(
            f"‘{text[:30]}’ is geen periode. Schrijf 2025, 2025 1e kwartaal of januari 2025.", field
        )
    return period.code


def _signs(text: str) -> tuple[str, ...]:
    signs = [sign.strip() for sign in text.split(SEPARATOR) if sign.strip()]
    return tuple("" if sign == EMPTY_CELL else sign for sign in signs)
