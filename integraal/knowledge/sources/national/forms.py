"""What a table's columns mean: where class, region and period stand, and which hold figures."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from integraal.knowledge.indicators.class_lists import ClassList
from integraal.knowledge.sources.definitions import Columns, Level, Source
from integraal.knowledge.sources.problems import FileProblem

_SUFFIX = re.compile(r"_\d+$", re.ASCII)
_PREFIXES: dict[Level, str] = {
    "country": "NL",
    "municipality": "GM",
    "district": "WK",
    "neighbourhood": "BU",
}
_LETTERS = {"year": "JJ", "quarter": "KW", "month": "MM"}
_SHOWN = 12


@dataclass(frozen=True)
class HiddenByRule:
    """Classes that the publisher hides in regions and periods of some kinds.

    `prefixes` are of region codes (BU, WK, GM, NL); `letters` of period codes (JJ, KW, MM), and
    none means every kind.
    """

    classes: tuple[str, ...]
    prefixes: tuple[str, ...]
    letters: tuple[str, ...] = ()


@dataclass(frozen=True)
class TableForm:
    """How to read one form of a table.

    `topics` gives for the name of each column with figures, without its _<n> suffix, the class
    code; an empty one means that the class stands in `class_column`. `labels` gives the class
    code for each label and each code, casefolded. `months` says that a date is a month.
    """

    list_code: str
    class_column: str | None
    region_column: str | None
    period_column: str | None
    topics: Mapping[str, str]
    labels: Mapping[str, str] = field(default_factory=dict)
    fixed_region: str | None = None
    fixed_period: str | None = None
    withheld: tuple[HiddenByRule, ...] = ()
    months: bool = True

    def __post_init__(self) -> None:
        if not self.topics:
            raise ValueError("A form needs a column with figures.")
        if self.class_column is None and "" in self.topics.values():
            raise ValueError("A column without a class needs a class column.")
        if (self.region_column is None) == (self.fixed_region is None):
            raise ValueError("A form has a column of regions or one fixed region.")
        if self.period_column is None and self.fixed_period is None:
            raise ValueError("A form has a column of periods or one fixed period.")

    @property
    def needed(self) -> tuple[str, ...]:
        """The names of all columns that a file must have."""
        dimensions = (self.class_column, self.region_column, self.period_column)
        return (*(each for each in dimensions if each is not None), *self.topics)

    def measure(self, class_code: str) -> str:
        """How figures of a class are stored: "misdrijven:1.1.1"."""
        return f"{self.list_code}:{class_code}"


def form_of(source: Source, class_list: ClassList, header: Sequence[str]) -> TableForm:
    """Choose how to read a file of a source, by the columns it has.

    Args:
        source: the source the file comes from.
        class_list: the list it counts by.
        header: the names of the columns in the file, with or without their _<n> suffix.

    Raises:
        FileProblem: no known form of the source has these columns.
    """
    forms = [_form(source, class_list, source.columns, None)] if source.columns else []
    forms += [_form(source, class_list, copy.columns, copy.region) for copy in source.copies]
    for form in forms:
        if not _absent(form.needed, header):
            return form
    raise _columns_problem([form.needed for form in forms], header)


def places(form: TableForm, header: Sequence[str]) -> dict[str, int]:
    """Where each needed column stands in the header, counted from zero, by its name in the form.

    A name stands for itself, or else for the one column that has it with a _<n> suffix.

    Raises:
        FileProblem: a column is not there, or its name fits several.
    """
    if _absent(form.needed, header):
        raise _columns_problem([form.needed], header)
    found = {name: _fitting(name, header) for name in form.needed}
    twice = [name for name, fitting in found.items() if len(fitting) > 1]
    if twice:
        raise FileProblem(
            f"De kolom '{name}' staat er meer dan een keer in. Download het bestand opnieuw."
            for name in twice
        )
    return {name: fitting[0] for name, fitting in found.items()}


def _form(source: Source, class_list: ClassList, columns: Columns, region: str | None) -> TableForm:
    labels = {each.label.strip().casefold(): each.code for each in class_list.classes}
    labels |= {each.code.casefold(): each.code for each in class_list.classes}
    return TableForm(
        list_code=class_list.code,
        class_column=columns.class_column,
        region_column=columns.region,
        period_column=columns.period,
        topics=dict(columns.topics),
        labels=labels,
        fixed_region=region if columns.region is None else None,
        fixed_period=source.fixed_period.code if source.fixed_period else None,
        withheld=tuple(
            HiddenByRule(
                rule.classes,
                tuple(_PREFIXES[level] for level in rule.levels),
                tuple(_LETTERS[each] for each in rule.frequency),
            )
            for rule in source.withheld
        ),
        months="month" in source.frequency,
    )


def _fitting(name: str, header: Sequence[str]) -> list[int]:
    exact = [place for place, column in enumerate(header) if column == name]
    return exact or [
        place for place, column in enumerate(header) if _SUFFIX.sub("", column) == name
    ]


def _absent(needed: Iterable[str], header: Sequence[str]) -> list[str]:
    return [name for name in needed if not _fitting(name, header)]


def _columns_problem(wanted: Sequence[Sequence[str]], header: Sequence[str]) -> FileProblem:
    found = ", ".join(header[:_SHOWN]) + (" ..." if len(header) > _SHOWN else "")
    expected = "; of ".join(", ".join(needed) for needed in wanted) or "geen enkele kolom"
    hint = ""
    if len(header) == 1:
        hint = " Tussen de kolommen staat geen puntkomma of komma. Sla het bestand op als CSV."
    return FileProblem(
        f"De kolommen zijn anders dan bij deze tabel hoort. Gevonden: {found or 'niets'}. "
        f"Verwacht: {expected}.{hint}"
    )
