"""From a file's content to what would be stored: nothing is written here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from integraal.foundation.areas.models import Area, AreaKind
from integraal.foundation.areas.queries import areas_on
from integraal.knowledge.figures.definitions import class_lists, sources
from integraal.knowledge.indicators.periods import Period
from integraal.knowledge.sources import statline_screen
from integraal.knowledge.sources.problems import FileProblem
from integraal.knowledge.sources.snapshots import SnapshotFacts, describe
from integraal.knowledge.sources.statline_matching import match_measures
from integraal.knowledge.sources.statline_screen import Observation


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFigure:
    """A value of one of our areas, as a file or a national table gives it; see ``Figure``."""

    area: Area
    measure: str
    period: str
    value: Decimal | int | None
    status: str
    line: int
    as_given: str = ""
    provisional: bool = False
    incomplete: bool = False
    rounded_to: int = 1


@dataclass(frozen=True)
class Reading:
    """A file that was read: what it is, and its values for areas of this municipality."""

    facts: SnapshotFacts
    content: bytes
    source: str
    title: str
    rows: tuple[NewFigure, ...]
    regions: int

    @property
    def regions_left_out(self) -> int:
        """How many regions in the file are not of this municipality."""
        return self.regions - len({row.area.pk for row in self.rows})


def read_file(content: bytes, file_name: str, accessed_on: date) -> Reading:
    """Read a StatLine screen export against the known sources and this municipality's areas.

    Raises:
        FileProblem: the file is not readable, is of no known source, or names none of our areas.
    """
    facts = describe(content, file_name, accessed_on)
    export = statline_screen.parse(content)
    matched = match_measures(export, sources(), class_lists())
    by_name = _by_name(areas_on(accessed_on))
    late = incomplete_periods(
        [period.code for period in export.periods], matched.source.incomplete_months
    )
    rows = tuple(
        _figure(
            by_name[row.region.casefold()],
            matched.measures[row.subject],
            row,
            matched.source.rounded_to,
            late,
        )
        for row in export.observations
        if row.region.casefold() in by_name and row.subject in matched.measures
    )
    if not rows:
        raise FileProblem(
            (
                "In dit bestand staat geen gebied van deze gemeente. "
                "Kies in StatLine uw gemeente of haar wijken en download opnieuw.",
            )
        )
    return Reading(facts, content, matched.source.code, export.title, rows, len(export.regions))


def incomplete_periods(codes: Iterable[str], newest: int) -> frozenset[str]:
    """Return the codes of the ``newest`` last months among ``codes``: still being filled."""
    months = {code for code in codes if Period.from_code(code).kind == "month"}
    return frozenset(sorted(months)[-newest:] if newest else ())


def _figure(
    area: Area, measure: str, row: Observation, rounded_to: int, late: frozenset[str]
) -> NewFigure:
    return NewFigure(
        area=area,
        measure=measure,
        period=row.period.code,
        value=row.count,
        status=row.status,
        line=row.line,
        provisional=row.provisional,
        incomplete=row.period.code in late,
        rounded_to=rounded_to,
    )


def _by_name(areas: Iterable[Area]) -> dict[str, Area]:
    """Name to area; where a district bears the municipality's name, the municipality is meant."""
    in_order = sorted(areas, key=lambda area: area.kind == AreaKind.MUNICIPALITY)
    return {area.name.casefold(): area for area in in_order}
