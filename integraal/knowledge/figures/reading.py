"""From a file's content to what would be stored: nothing is written here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from integraal.foundation.areas.models import Area, AreaKind
from integraal.foundation.areas.queries import areas_on
from integraal.knowledge.figures.queries import indicators, sources
from integraal.knowledge.indicators.definitions import Indicator
from integraal.knowledge.sources import statline_screen
from integraal.knowledge.sources.problems import FileProblem
from integraal.knowledge.sources.snapshots import SnapshotFacts, describe
from integraal.knowledge.sources.statline_screen import Observation, ScreenExport


@dataclass(frozen=True)
class Reading:
    """A file that was read: what it is, and its rows for areas of this municipality."""

    facts: SnapshotFacts
    content: bytes
    export: ScreenExport
    indicator: Indicator
    rows: tuple[tuple[Area, Observation], ...]

    @property
    def regions_left_out(self) -> int:
        """How many regions in the file are not of this municipality."""
        return len(self.export.regions) - len({area.pk for area, _ in self.rows})


def read_file(content: bytes, file_name: str, accessed_on: date) -> Reading:
    """Read a StatLine screen export against this municipality's definitions and areas.

    Raises:
        FileProblem: the file is not readable, is of no known figure, or names none of our areas.
    """
    facts = describe(content, file_name, accessed_on)
    export = statline_screen.parse(content)
    indicator = statline_screen.match_indicator(export, indicators().values(), sources())
    by_name = _by_name(areas_on(accessed_on))
    rows = tuple(
        (by_name[row.region.casefold()], row)
        for row in export.observations
        if row.region.casefold() in by_name and row.subject in ("", indicator.numerator.subject)
    )
    if not rows:
        raise FileProblem(
            (
                "In dit bestand staat geen gebied van deze gemeente. "
                "Kies in StatLine uw gemeente of haar wijken en download opnieuw.",
            )
        )
    return Reading(facts, content, export, indicator, rows)


def _by_name(areas: Iterable[Area]) -> dict[str, Area]:
    """Name to area; where a district bears the municipality's name, the municipality is meant."""
    in_order = sorted(areas, key=lambda area: area.kind == AreaKind.MUNICIPALITY)
    return {area.name.casefold(): area for area in in_order}
