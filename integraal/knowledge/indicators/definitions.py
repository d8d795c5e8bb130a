"""What a figure means: the definition of an indicator and of a theme, read from plain data."""

import re
from dataclasses import dataclass
from typing import Literal, cast, get_args

from integraal.knowledge.indicators.periods import Period
from integraal.knowledge.indicators.reading import FieldReader

Aim = Literal["down", "up", "none"]
Denominator = Literal["inhabitants", "homes", "firms", "youth"]
Status = Literal["proposal", "adopted"]

DENOMINATOR_WORDS: dict[Denominator, str] = {
    "inhabitants": "inwoners",
    "homes": "woningen",
    "firms": "bedrijfsvestigingen",
    "youth": "jongeren",
}
_CODE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", re.ASCII)


@dataclass(frozen=True)
class ClassCode:
    """One class of the source's own list, with the label its files carry."""

    code: str
    label: str


@dataclass(frozen=True)
class Numerator:
    """What is counted: a subject of a source, in one dimension the classes that are added."""

    source: str
    subject: str
    dimension: str | None
    classes: tuple[ClassCode, ...]


@dataclass(frozen=True)
class Break:
    """From this period on the figures were made in another way."""

    period: Period
    text: str


@dataclass(frozen=True)
class Provenance:
    """Where the content of a definition comes from, and when that was looked at."""

    source: str
    date: str


@dataclass(frozen=True)
class Indicator:
    """A figure that is followed over time; `aim` is the direction that is wished for."""

    code: str
    name: str
    short_name: str
    theme: str | None
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

    @property
    def source_code(self) -> str:
        """The code of the source that the numerator is read from."""
        return self.numerator.source


@dataclass(frozen=True)
class Theme:
    """A chapter of the safety policy, tied to a field of the national standard list."""

    code: str
    name: str
    short_name: str
    description: str
    standard_field: str
    order: int
    status: Status
    provenance: Provenance


def parse_indicator(data: object) -> Indicator:
    """Read one indicator.

    Args:
        data: a mapping as it stands in definitions/indicators/*.yaml.

    Raises:
        DefinitionProblem: with every problem as a Dutch sentence, not only the first.
    """
    reader = FieldReader(data, _subject("Indicator", data))
    numerator = _read_numerator(reader)
    indicator = Indicator(
        code=read_code(reader),
        name=reader.text("name"),
        short_name=reader.text("short_name"),
        theme=reader.optional_text("theme"),
        numerator=numerator,
        denominator=_read_denominator(reader),
        unit=reader.text("unit"),
        per=reader.whole_number("per"),
        aim=cast(Aim, reader.one_of("aim", get_args(Aim))),
        why_it_matters=reader.text("why_it_matters"),
        caveats=reader.texts("caveats"),
        breaks=_read_breaks(reader),
        baseline_excludes=reader.years("baseline_excludes"),
        version=reader.text("version"),
        status=read_status(reader),
        provenance=read_provenance(reader),
    )
    reader.finish()
    return indicator


def parse_theme(data: object) -> Theme:
    """Read one theme, as it stands in definitions/themes.yaml; raises as `parse_indicator`."""
    reader = FieldReader(data, _subject("Thema", data))
    theme = Theme(
        code=read_code(reader),
        name=reader.text("name"),
        short_name=reader.text("short_name"),
        description=reader.text("description"),
        standard_field=reader.text("standard_field"),
        order=reader.whole_number("order"),
        status=read_status(reader),
        provenance=read_provenance(reader),
    )
    reader.finish()
    return theme


def read_code(reader: FieldReader) -> str:
    """The code of a definition: small letters, digits and hyphens."""
    code = reader.text("code")
    if code and not _CODE.fullmatch(code):
        reader.note(f"de code '{code}' mag alleen kleine letters, cijfers en streepjes hebben.")
    return code


def read_status(reader: FieldReader) -> Status:
    """Whether the municipality adopted the definition or it is still our proposal."""
    return cast(Status, reader.one_of("status", get_args(Status)))


def read_provenance(reader: FieldReader) -> Provenance:
    """Where the content comes from, with the day as text: 2026-11-23."""
    part = reader.part("provenance")
    provenance = Provenance(source=part.text("source"), date=part.text("date"))
    if provenance.date and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", provenance.date, re.ASCII):
        part.note("schrijf 'date' als jaar-maand-dag, zoals 2026-11-23.")
    reader.absorb(part)
    return provenance


def _subject(kind: str, data: object) -> str:
    code = data.get("code") if isinstance(data, dict) else None
    return f"{kind} '{code}'" if isinstance(code, str) and code else f"{kind} zonder code"


def _read_denominator(reader: FieldReader) -> Denominator | None:
    if reader.take("denominator") is None:
        return None
    return cast(Denominator, reader.one_of("denominator", get_args(Denominator)))


def _read_numerator(reader: FieldReader) -> Numerator:
    part = reader.part("numerator")
    class_readers = part.parts("classes")
    numerator = Numerator(
        source=part.text("source"),
        subject=part.text("subject"),
        dimension=part.optional_text("dimension"),
        classes=tuple(ClassCode(each.text("code"), each.text("label")) for each in class_readers),
    )
    if (numerator.dimension is None) != (not numerator.classes):
        part.note("noem 'dimension' en 'classes' samen, of laat ze allebei weg.")
    codes = [each.code for each in numerator.classes]
    if len(set(codes)) < len(codes):
        part.note("een klasse staat er twee keer in; dan telt zij dubbel. Verwijder er een.")
    if "0.0.0" in codes and len(codes) > 1:
        part.note("0.0.0 is het totaal van alle klassen. Noem het totaal of de delen, niet beide.")
    part.absorb(*class_readers)
    reader.absorb(part)
    return numerator


def _read_breaks(reader: FieldReader) -> tuple[Break, ...]:
    breaks = []
    for part in reader.parts("breaks"):
        code, text = part.text("period"), part.text("text")
        try:
            breaks.append(Break(Period.from_code(code), text))
        except ValueError:
            part.note("schrijf 'period' als 2018JJ00, 2018KW03 of 2018MM07.")
        reader.absorb(part)
    return tuple(breaks)
