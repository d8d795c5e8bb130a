"""What a figure means: the definition of an indicator and of a theme, read from plain data."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, cast, get_args

from integraal.knowledge.indicators.breaks import Break, read_breaks
from integraal.knowledge.indicators.class_lists import ClassList
from integraal.knowledge.indicators.provenance import (
    Provenance,
    Status,
    is_code,
    read_code,
    read_provenance,
    read_status,
    subject,
)
from integraal.knowledge.indicators.reading import FieldReader
from integraal.knowledge.indicators.standard_fields import is_field_code

Aim = Literal["down", "up", "none"]
Denominator = Literal["inhabitants", "homes", "firms", "youth"]
Kind = Literal["count", "measured"]

DENOMINATOR_WORDS: dict[Denominator, str] = {
    "inhabitants": "inwoners",
    "homes": "woningen",
    "firms": "bedrijfsvestigingen",
    "youth": "jongeren",
}
_TOTALS = ("0.0.0", "0000000")


@dataclass(frozen=True)
class Older:
    """Another, older count of about the same; never joined into one line. `fit` says why."""

    list: str
    classes: tuple[str, ...]
    fit: str


@dataclass(frozen=True)
class Numerator:
    """What is counted: the classes of one list that are added."""

    list: str
    classes: tuple[str, ...]
    older: Older | None


@dataclass(frozen=True)
class Indicator:
    """A figure that is followed over time; `aim` is the direction that is wished for.

    `kind` is "count" for whole numbers that may be added, and "measured" for a percentage or a
    mark that the source gives with decimals and margins. `field` is a code of the national
    standard list.
    """

    code: str
    name: str
    short_name: str
    theme: str | None
    field: str | None
    kind: Kind
    numerator: Numerator
    denominator: Denominator | None
    unit: str
    per: int
    aim: Aim
    why_it_matters: str
    caveats: tuple[str, ...]
    breaks: tuple[Break, ...]
    baseline_excludes: tuple[int, ...]
    version: str
    status: Status
    provenance: Provenance

    @cached_property
    def measures(self) -> tuple[str, ...]:
        """What is added, as stored: ("misdrijven:1.1.1",)."""
        return tuple(f"{self.numerator.list}:{code}" for code in self.numerator.classes)

    @property
    def older_measures(self) -> tuple[str, ...]:
        """What the older count adds; none when there is no older count."""
        older = self.numerator.older
        return tuple(f"{older.list}:{code}" for code in older.classes) if older else ()


@dataclass(frozen=True)
class Theme:
    """A chapter of the safety policy, tied to a field of the national standard list.

    `valid_from` and `valid_to` are years, both included; None is open. `dropped` says why the
    theme is not in the plan, and `went_to` which plan or department has it now.
    """

    code: str
    name: str
    short_name: str
    description: str
    standard_field: str
    order: int
    valid_from: int | None
    valid_to: int | None
    dropped: str | None
    went_to: str | None
    status: Status
    provenance: Provenance

    def holds_in(self, year: int) -> bool:
        """Whether the theme is in the plan of this year; a dropped theme never is."""
        begun = self.valid_from is None or self.valid_from <= year
        ended = self.valid_to is not None and self.valid_to < year
        return self.dropped is None and begun and not ended


def parse_indicator(data: object) -> Indicator:
    """Read one indicator.

    Args:
        data: a mapping as it stands in definitions/indicators/*.yaml.

    Raises:
        DefinitionProblem: with every problem as a Dutch sentence, not only the first.
    """
    reader = FieldReader(data, subject("Indicator", data))
    indicator = Indicator(
        code=read_code(reader),
        name=reader.text("name"),
        short_name=reader.text("short_name"),
        theme=reader.optional_text("theme"),
        field=_read_field(reader),
        kind=cast(Kind, reader.one_of("kind", get_args(Kind))),
        numerator=_read_numerator(reader),
        denominator=_read_denominator(reader),
        unit=reader.text("unit"),
        per=reader.whole_number("per"),
        aim=cast(Aim, reader.one_of("aim", get_args(Aim))),
        why_it_matters=reader.text("why_it_matters"),
        caveats=reader.texts("caveats"),
        breaks=read_breaks(reader),
        baseline_excludes=reader.years("baseline_excludes"),
        version=reader.text("version"),
        status=read_status(reader),
        provenance=read_provenance(reader),
    )
    _check_kind(reader, indicator)
    reader.finish()
    return indicator


def with_list(indicator: Indicator, class_list: ClassList) -> Indicator:
    """The indicator with the breaks and the left-out years that hold for its whole list.

    Args:
        class_list: the list that `indicator.numerator.list` names.

    Returns:
        An indicator whose breaks and years are in order, each once.

    Raises:
        ValueError: it is another list.
    """
    if class_list.code != indicator.numerator.list:
        raise ValueError(f"{indicator.code} counts {indicator.numerator.list}, not a class of it.")
    breaks = dict.fromkeys((*class_list.breaks, *indicator.breaks))
    years = {year for stretch in class_list.leave_out for year in stretch.years}
    return replace(
        indicator,
        breaks=tuple(sorted(breaks, key=lambda each: each.period.months.start)),
        baseline_excludes=tuple(sorted(years.union(indicator.baseline_excludes))),
    )


def list_problems(indicator: Indicator, lists: dict[str, ClassList]) -> list[str]:
    """What is wrong between an indicator and the lists it names, as Dutch sentences."""
    counts: list[Numerator | Older] = [indicator.numerator]
    counts += [indicator.numerator.older] if indicator.numerator.older else []
    found = []
    for count in counts:
        class_list = lists.get(count.list)
        if class_list is None:
            found.append(f"de indeling '{count.list}' is er niet. Kies uit: {', '.join(lists)}.")
            continue
        for code in count.classes:
            if class_list.by_code(code) is None:
                found.append(f"klasse {code} staat niet in de indeling '{count.list}'.")
            found += [
                f"klasse {part} zit al in klasse {code} en telt dan dubbel. Verwijder er een."
                for part in sorted(class_list.inside(code).intersection(count.classes))
            ]
    return [f"Indicator '{indicator.code}': {sentence}" for sentence in found]


def parse_theme(data: object) -> Theme:
    """Read one theme, as it stands in definitions/themes.yaml; raises as `parse_indicator`."""
    reader = FieldReader(data, subject("Thema", data))
    theme = Theme(
        code=read_code(reader),
        name=reader.text("name"),
        short_name=reader.text("short_name"),
        description=reader.text("description"),
        standard_field=reader.text("standard_field"),
        order=reader.whole_number("order"),
        valid_from=reader.optional_year("valid_from"),
        valid_to=reader.optional_year("valid_to"),
        dropped=reader.optional_text("dropped"),
        went_to=reader.optional_text("went_to"),
        status=read_status(reader),
        provenance=read_provenance(reader),
    )
    if theme.valid_from and theme.valid_to and theme.valid_to < theme.valid_from:
        reader.note("'valid_to' ligt voor 'valid_from'. Draai ze om.")
    if theme.went_to and not theme.dropped:
        reader.note("'went_to' hoort bij een thema dat is afgevallen. Schrijf 'dropped' erbij.")
    reader.finish()
    return theme


def _read_field(reader: FieldReader) -> str | None:
    field = reader.optional_text("field")
    if field and not is_field_code(field):
        reader.note("schrijf 'field' als '1' of '1.3', een veld van de landelijke lijst.")
    return field


def _read_denominator(reader: FieldReader) -> Denominator | None:
    if reader.take("denominator") is None:
        return None
    return cast(Denominator, reader.one_of("denominator", get_args(Denominator)))


def _read_numerator(reader: FieldReader) -> Numerator:
    part = reader.part("numerator")
    list_code, classes = _read_count(part)
    older = None
    if (older_part := part.optional_part("older")) is not None:
        older_list, older_classes = _read_count(older_part)
        older = Older(older_list, older_classes, older_part.text("fit"))
        if older_list and older_list == list_code:
            older_part.note("noem een andere indeling dan bij 'numerator', of laat 'older' weg.")
        part.absorb(older_part)
    reader.absorb(part)
    return Numerator(list_code, classes, older)


def _read_count(part: FieldReader) -> tuple[str, tuple[str, ...]]:
    list_code, classes = part.text("list"), part.texts("classes")
    if list_code and not is_code(list_code):
        part.note(f"'{list_code}' kan geen code van een indeling zijn.")
    if not classes:
        part.note("noem bij 'classes' ten minste een klasse.")
    if len(set(classes)) < len(classes):
        part.note("een klasse staat er twee keer in; dan telt zij dubbel. Verwijder er een.")
    for total in _TOTALS:
        if total in classes and len(classes) > 1:
            part.note(
                f"{total} is het totaal van alle klassen. Noem het totaal of de delen, niet beide."
            )
    return list_code, classes


def _check_kind(reader: FieldReader, indicator: Indicator) -> None:
    if indicator.kind == "count":
        return
    if indicator.denominator is not None:
        reader.note("een gemeten waarde heeft geen noemer. Laat 'denominator' weg.")
    if len(indicator.numerator.classes) > 1:
        reader.note("gemeten waarden tellen niet op. Noem bij 'classes' een klasse.")
