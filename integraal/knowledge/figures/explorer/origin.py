"""Where a number comes from: down to the file or table, the row, and what stands there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from integraal.foundation.areas.kinds import AreaKind
from integraal.foundation.areas.models import CodedArea
from integraal.foundation.audit.actors import Actor
from integraal.knowledge.figures.access import may_read_rows
from integraal.knowledge.figures.definitions import class_lists, indicators, sources
from integraal.knowledge.figures.models import Figure, ReferenceFigure, Snapshot
from integraal.knowledge.indicators.definitions import Indicator
from integraal.knowledge.indicators.periods import Period
from integraal.knowledge.sources.definitions import Source

MOST_OF_LINE = 600
_COUNTRY = "NL00"
# The first bytes of an archive such as an Excel file: its lines cannot be shown as text.
_ARCHIVE = b"PK\x03\x04"


@dataclass(frozen=True)
class Earlier:
    """What an earlier file said of the same area and period."""

    figure: UUID
    number: Figure
    loaded_at: datetime
    file_name: str


@dataclass(frozen=True)
class FigureOrigin:
    """All that is known of one stored number.

    Attributes:
        number: the row itself; its value may not be shown when ``is_hidden``.
        label: what is counted, as the list of classes calls it.
        area: name of the area.
        level: kind of area, as ``AreaKind``.
        literal: the line of an uploaded text file; empty when there is none to show.
        title, name: of the file or table.
        vintage: which release of the source; None for an uploaded file.
        snapshot: id of the file's own page; None for a national figure.
        dataset_rows: how many rows the whole table has; None for an uploaded file.
        withheld_reason: why the source hides it, when a rule says so.
        is_hidden: whether this reader may not see the number here.
        earlier: older values, the newest first; none when hidden.
        used_by: the indicators that count it.
    """

    number: Figure | ReferenceFigure
    label: str
    area: str
    level: str
    division_year: int | None
    literal: str
    title: str
    name: str
    sha256: str
    accessed_on: date
    released: str
    vintage: int | None
    loaded_at: datetime
    snapshot: UUID | None
    dataset_rows: int | None
    source: Source | None
    withheld_reason: str
    is_hidden: bool
    earlier: tuple[Earlier, ...]
    used_by: tuple[Indicator, ...]

    @property
    def period(self) -> Period:
        return Period.from_code(self.number.period)


def own_origin(by: Actor, pk: UUID) -> FigureOrigin | None:
    """Return where one of our own figures comes from; None when there is no such figure.

    Who may not read rows gets no number of a part of the municipality here: it may be small, and
    an earlier value or the line in the file would give it away.
    """
    figure = Figure.objects.select_related("area").filter(pk=pk).first()
    if figure is None:
        return None
    snapshot = Snapshot.objects.select_related("dataset").get(pk=figure.snapshot_id)
    is_hidden = not may_read_rows(by) and figure.area.kind != AreaKind.MUNICIPALITY
    dataset = snapshot.dataset
    return FigureOrigin(
        number=figure,
        label=measure_label(figure.measure),
        area=figure.area.name,
        level=figure.area.kind,
        division_year=figure.area.code_year,
        literal="" if is_hidden else _line(snapshot.content, figure.line),
        title=snapshot.title,
        name=snapshot.file_name,
        sha256=snapshot.sha256,
        accessed_on=snapshot.accessed_on,
        released=dataset.released if dataset else "",
        vintage=dataset.vintage if dataset else None,
        loaded_at=snapshot.loaded_at,
        snapshot=snapshot.pk,
        dataset_rows=dataset.rows if dataset else None,
        source=sources().get(snapshot.source),
        withheld_reason=_reason(sources().get(snapshot.source), figure, figure.area.kind),
        is_hidden=is_hidden,
        earlier=() if is_hidden else _earlier(figure),
        used_by=_used_by(figure.measure),
    )


def national_origin(pk: int) -> FigureOrigin | None:
    """Return where a published figure comes from; None when there is no such figure."""
    figure = ReferenceFigure.objects.select_related("dataset").filter(pk=pk).first()
    if figure is None:
        return None
    dataset = figure.dataset
    level = str(AreaKind.COUNTRY if figure.region == _COUNTRY else AreaKind.MUNICIPALITY)
    return FigureOrigin(
        number=figure,
        label=measure_label(figure.measure),
        area=_region_name(figure.region, dataset.division_year),
        level=level,
        division_year=dataset.division_year,
        literal="",
        title=dataset.title,
        name=dataset.origin,
        sha256=dataset.sha256,
        accessed_on=dataset.accessed_on,
        released=dataset.released,
        vintage=dataset.vintage,
        loaded_at=dataset.published_at,
        snapshot=None,
        dataset_rows=dataset.rows,
        source=sources().get(dataset.source),
        withheld_reason=_reason(sources().get(dataset.source), figure, level),
        is_hidden=False,
        earlier=(),
        used_by=_used_by(figure.measure),
    )


def measure_label(measure: str) -> str:
    """Return what a measure counts: "1.1.1 Diefstal/inbraak woning"; else the measure itself."""
    list_code, _, class_code = measure.partition(":")
    found = class_lists().get(list_code)
    listed = found.by_code(class_code) if found else None
    return listed.label if listed else measure


def _line(content: bytes | memoryview | None, line: int) -> str:
    """Return one line of a text file, cut when it is very long; empty for any other file."""
    raw = bytes(content or b"")
    if not raw or raw.startswith(_ARCHIVE) or b"\x00" in raw:
        return ""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    lines: Sequence[str] = text.splitlines()
    if not 0 < line <= len(lines):
        return ""
    found = lines[line - 1].strip()
    return found if len(found) <= MOST_OF_LINE else f"{found[:MOST_OF_LINE]}..."


def _earlier(figure: Figure) -> tuple[Earlier, ...]:
    others = (
        Figure.objects.filter(measure=figure.measure, area_id=figure.area_id, period=figure.period)
        .exclude(pk=figure.pk)
        .select_related("snapshot")
        .defer("snapshot__content")
        .order_by("-snapshot__loaded_at")
    )
    return tuple(
        Earlier(one.pk, one, one.snapshot.loaded_at, one.snapshot.file_name) for one in others
    )


def _reason(source: Source | None, figure: Figure | ReferenceFigure, level: str) -> str:
    if source is None or figure.value is not None:
        return ""
    frequency = Period.from_code(figure.period).kind
    return source.withheld_reason(figure.measure.partition(":")[2], level, frequency) or ""


def _region_name(code: str, year: int | None) -> str:
    if code == _COUNTRY:
        return "Nederland"
    found = CodedArea.objects.filter(code=code).order_by("-year")
    of_year = found.filter(year=year).first() if year else None
    known = of_year or found.first()
    return known.name if known else code


def _used_by(measure: str) -> tuple[Indicator, ...]:
    return tuple(
        one
        for one in indicators().values()
        if measure in one.measures or measure in one.older_measures
    )
