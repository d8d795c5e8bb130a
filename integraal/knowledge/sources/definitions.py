"""Where figures come from: publisher, table, licence, its columns and what it leaves out."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from integraal.knowledge.indicators.breaks import read_period
from integraal.knowledge.indicators.periods import Period
from integraal.knowledge.indicators.provenance import (
    Provenance,
    Status,
    read_code,
    read_provenance,
    read_status,
    subject,
)
from integraal.knowledge.indicators.reading import FieldReader
from integraal.knowledge.indicators.yaml_files import load_folder

Level = Literal["country", "municipality", "district", "neighbourhood"]
Frequency = Literal["year", "quarter", "month"]
Blank = Literal["impossible", "missing"]
Service = Literal["odata-v3", "odata-v4"]


@dataclass(frozen=True)
class Columns:
    """How a table heads its columns.

    `topics` pairs the name of a column with figures, without its _<n> suffix, with a class code;
    an empty class code means that the class stands in `class_column`.
    """

    class_column: str | None
    region: str | None
    period: str | None
    topics: tuple[tuple[str, str], ...]

    def class_of(self, heading: str) -> str | None:
        """The class code of a column with figures; None when it is no such column.

        Args:
            heading: "TotaleBevolking_1" with any number, or "Totale bevolking" as a screen
                export prints it.
        """
        wanted = _plain(heading)
        return next((code for name, code in self.topics if _plain(name) == wanted), None)


@dataclass(frozen=True)
class Copy:
    """Another form in which the same table goes round; `region` holds for all its rows."""

    columns: Columns
    region: str | None


@dataclass(frozen=True)
class WithheldRule:
    """What the publisher hides by rule; no `frequency` means for every kind of period."""

    classes: tuple[str, ...]
    levels: tuple[Level, ...]
    frequency: tuple[Frequency, ...]
    reason: str


@dataclass(frozen=True)
class NotFor:
    """A combination of levels and kinds of period for which another source is the authority."""

    levels: tuple[Level, ...]
    frequency: tuple[Frequency, ...]


@dataclass(frozen=True)
class Fetch:
    """Where the table can be fetched, and how that place answers."""

    service: Service
    address: str


@dataclass(frozen=True)
class Source:
    """One table of a publisher.

    `title` is how its screen exports begin; the year of the area division follows it and may
    change. `footer` is the name after "Bron:" on the last line. Both are empty for a source that
    has no screen export that was seen. It is the authority for its `levels` and `frequency`, less
    what `not_for` names. No `rounded_levels` means that all levels are rounded. The newest
    `incomplete_months` are not complete yet. `blank_means` says what an empty cell stands for.
    `fixed_period` is the period of a table of one year, which for that year goes before a table
    of all years.
    """

    code: str
    publisher: str
    table: str
    title: str
    footer: str
    url: str
    licence: str
    credit: str
    caveats: tuple[str, ...]
    list: str
    levels: tuple[Level, ...]
    frequency: tuple[Frequency, ...]
    not_for: tuple[NotFor, ...]
    rounded_to: int
    rounded_levels: tuple[Level, ...]
    incomplete_months: int
    blank_means: Blank
    columns: Columns | None
    copies: tuple[Copy, ...]
    withheld: tuple[WithheldRule, ...]
    parts_leave_out: str | None
    fetch: Fetch | None
    fixed_period: Period | None
    status: Status
    provenance: Provenance

    def is_authority(self, level: str, frequency: str) -> bool:
        """Whether figures of this level and kind of period are taken from this source."""
        elsewhere = any(
            level in each.levels and frequency in each.frequency for each in self.not_for
        )
        return level in self.levels and frequency in self.frequency and not elsewhere

    def rounding(self, level: str) -> int:
        """What figures of this level are rounded to: 5, or 1 for whole numbers as they are."""
        rounded = not self.rounded_levels or level in self.rounded_levels
        return self.rounded_to if rounded else 1

    def withheld_reason(
        self, class_code: str, level: str, frequency: str | None = None
    ) -> str | None:
        """Why the publisher hides this class at this level; None when it does not.

        Args:
            class_code: a code of the source's list, such as "1.4.1".
            level: country, municipality, district or neighbourhood.
            frequency: year, quarter or month. Without it, only rules for all periods count.
        """
        for rule in self.withheld:
            in_time = not rule.frequency or frequency in rule.frequency
            if in_time and class_code in rule.classes and level in rule.levels:
                return rule.reason
        return None


def parse_source(data: object) -> Source:
    """Read one source, as it stands in definitions/sources/*.yaml.

    Raises:
        DefinitionProblem: with every problem as a Dutch sentence.
    """
    reader = FieldReader(data, subject("Bron", data))
    columns = reader.optional_part("columns")
    source = Source(
        code=read_code(reader),
        publisher=reader.text("publisher"),
        table=reader.text("table"),
        title=reader.optional_text("title") or "",
        footer=reader.optional_text("footer") or "",
        url=reader.text("url"),
        licence=reader.text("licence"),
        credit=reader.text("credit"),
        caveats=reader.texts("caveats"),
        list=reader.text("list"),
        levels=_read_levels(reader),
        frequency=_read_frequency(reader),
        not_for=tuple(_read_not_for(reader, part) for part in reader.parts("not_for")),
        rounded_to=reader.whole_number("rounded_to"),
        rounded_levels=_read_levels(reader, "rounded_levels"),
        incomplete_months=reader.whole_number_from_zero("incomplete_months"),
        blank_means=_read_blank(reader),
        columns=_read_columns(reader, columns) if columns else None,
        copies=tuple(_read_copy(reader, part) for part in reader.parts("copies")),
        withheld=tuple(_read_withheld(reader, part) for part in reader.parts("withheld")),
        parts_leave_out=reader.optional_text("parts_leave_out"),
        fetch=_read_fetch(reader),
        fixed_period=None if reader.take("fixed_period") is None else _fixed_period(reader),
        status=read_status(reader),
        provenance=read_provenance(reader),
    )
    _check_whole(reader, source)
    reader.finish()
    return source


def load_sources(folder: Path) -> dict[str, Source]:
    """All sources of a folder, by code; raises DefinitionProblem with every problem."""
    return load_folder(folder, parse_source)


def _plain(heading: str) -> str:
    name = re.sub(r"_\d+$", "", heading.strip(), flags=re.ASCII)
    return "".join(letter for letter in name if letter.isalnum()).casefold()


def _read_levels(reader: FieldReader, name: str = "levels") -> tuple[Level, ...]:
    return cast(tuple[Level, ...], reader.some_of(name, get_args(Level)))


def _read_frequency(reader: FieldReader) -> tuple[Frequency, ...]:
    return cast(tuple[Frequency, ...], reader.some_of("frequency", get_args(Frequency)))


def _read_not_for(reader: FieldReader, part: FieldReader) -> NotFor:
    exception = NotFor(_read_levels(part), _read_frequency(part))
    if not exception.levels or not exception.frequency:
        part.note("noem bij 'levels' en 'frequency' waarvoor een andere bron geldt.")
    reader.absorb(part)
    return exception


def _fixed_period(reader: FieldReader) -> Period:
    return read_period(reader, "fixed_period")


def _read_columns(reader: FieldReader, part: FieldReader) -> Columns:
    columns = Columns(
        class_column=part.optional_text("class"),
        region=part.optional_text("region"),
        period=part.optional_text("period"),
        topics=part.pairs("topics"),
    )
    if not columns.topics:
        part.note("noem bij 'topics' ten minste een kolom met cijfers.")
    if columns.class_column is None and any(not code for _, code in columns.topics):
        part.note("een kolom zonder klasse vraagt om een kolom 'class'. Noem een van beide.")
    reader.absorb(part)
    return columns


def _read_copy(reader: FieldReader, part: FieldReader) -> Copy:
    columns = _read_columns(part, part.part("columns"))
    copy = Copy(columns, part.optional_text("region"))
    if (columns.region is None) == (copy.region is None):
        part.note("noem de kolom met gebieden, of met 'region' het ene gebied van alle regels.")
    reader.absorb(part)
    return copy


def _read_withheld(reader: FieldReader, part: FieldReader) -> WithheldRule:
    rule = WithheldRule(
        classes=part.texts("classes"),
        levels=_read_levels(part),
        frequency=_read_frequency(part),
        reason=part.text("reason"),
    )
    if not rule.classes or not rule.levels:
        part.note("noem bij 'classes' en 'levels' wat er niet wordt getoond.")
    reader.absorb(part)
    return rule


def _read_fetch(reader: FieldReader) -> Fetch | None:
    part = reader.optional_part("fetch")
    if part is None:
        return None
    service = cast(Service, part.one_of("service", get_args(Service)))
    fetch = Fetch(service, part.text("address"))
    if fetch.address and not fetch.address.startswith("https://"):
        part.note("begin 'address' met https://.")
    reader.absorb(part)
    return fetch


def _read_blank(reader: FieldReader) -> Blank:
    if reader.take("blank_means") is None:
        return "impossible"
    return cast(Blank, reader.one_of("blank_means", get_args(Blank)))


def _check_whole(reader: FieldReader, source: Source) -> None:
    if source.url and not source.url.startswith("https://"):
        reader.note("begin 'url' met https://.")
    if bool(source.title) != bool(source.footer):
        reader.note("noem 'title' en 'footer' samen, of laat ze allebei weg.")
    if not source.frequency:
        reader.note("noem bij 'frequency' ten minste een waarde.")
    columns = source.columns
    # A source that is the authority for nothing only fills in, and may come with a map file.
    if columns is None and not source.copies and source.levels:
        reader.note("zeg bij 'columns' of 'copies' hoe de kolommen heten.")
    if columns and columns.period is None and source.fixed_period is None:
        reader.note("noem de kolom met perioden, of met 'fixed_period' de ene periode.")
    if columns and columns.region is None:
        reader.note("noem onder 'columns' de kolom met gebieden.")
