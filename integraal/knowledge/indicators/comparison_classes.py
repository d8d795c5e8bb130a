"""Groups of municipalities that are fair to compare: by size and by urbanity."""

from dataclasses import dataclass
from pathlib import Path

from integraal.knowledge.indicators.provenance import (
    Provenance,
    Status,
    read_code,
    read_provenance,
    read_status,
    subject,
)
from integraal.knowledge.indicators.reading import DefinitionProblem, FieldReader
from integraal.knowledge.indicators.yaml_files import load_file


@dataclass(frozen=True)
class ComparisonClass:
    """One class: numbers from `start` up to but not including `end`; None is no upper limit."""

    code: str
    name: str
    start: int
    end: int | None


@dataclass(frozen=True)
class ComparisonClasses:
    """The classes by inhabitants and by surrounding addresses per square kilometre."""

    code: str
    sizes: tuple[ComparisonClass, ...]
    urbanity: tuple[ComparisonClass, ...]
    status: Status
    provenance: Provenance

    def size_class(self, inhabitants: int) -> ComparisonClass:
        """The class of a municipality with so many inhabitants; ValueError below zero."""
        return _class_of(self.sizes, inhabitants)

    def urbanity_by_code(self, code: str) -> ComparisonClass | None:
        """The class that CBS gives as a number from "1" to "5"; None when it is unknown."""
        return next((each for each in self.urbanity if each.code == code.strip()), None)


def parse_comparison_classes(data: object) -> ComparisonClasses:
    """Read the settings, as they stand in definitions/comparison_classes.yaml.

    Raises:
        DefinitionProblem: with every problem as a Dutch sentence.
    """
    reader = FieldReader(data, subject("Vergelijkingsgroepen", data))
    classes = ComparisonClasses(
        code=read_code(reader),
        sizes=_read_classes(reader, "sizes"),
        urbanity=_read_classes(reader, "urbanity"),
        status=read_status(reader),
        provenance=read_provenance(reader),
    )
    reader.finish()
    return classes


def load_comparison_classes(file: Path) -> ComparisonClasses:
    """The settings of one file; raises DefinitionProblem with every problem."""
    data, sentences = load_file(file)
    if sentences:
        raise DefinitionProblem(sentences)
    return parse_comparison_classes(data)


def _class_of(classes: tuple[ComparisonClass, ...], value: float) -> ComparisonClass:
    if not value >= 0:
        raise ValueError(f"There is no class for {value}.")
    return next(each for each in reversed(classes) if each.start <= value)


def _read_classes(reader: FieldReader, name: str) -> tuple[ComparisonClass, ...]:
    rows = []
    for part in reader.parts(name):
        rows.append((part.text("code"), part.text("name"), part.whole_number_from_zero("from")))
        reader.absorb(part)
    starts = [start for _, _, start in rows]
    if not starts or starts[0] != 0 or sorted(set(starts)) != starts:
        reader.note(f"laat '{name}' bij 0 beginnen en elke klasse hoger dan de vorige.")
    codes = [code for code, _, _ in rows]
    if len(set(codes)) < len(codes):
        reader.note(f"bij '{name}' staat een code twee keer. Geef elke klasse een eigen code.")
    ends = [*starts[1:], None]
    return tuple(
        ComparisonClass(code, label, start, end)
        for (code, label, start), end in zip(rows, ends, strict=False)
    )
