"""The one form in which the explorer's answer travels to page, Excel, CSV and API."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from integraal.knowledge.figures.area_verdicts import AreaVerdict
from integraal.knowledge.figures.beside_others.division import Division
from integraal.knowledge.figures.beside_others.funnel import FunnelContent, NoFunnel
from integraal.knowledge.figures.explorer.places import OwnAreas
from integraal.knowledge.figures.explorer.rows import Row
from integraal.knowledge.figures.explorer.saying import Said
from integraal.knowledge.figures.explorer.selection import Selection
from integraal.knowledge.figures.explorer.series import Series
from integraal.knowledge.figures.reconciliation import Reconciliation
from integraal.knowledge.indicators.breaks import Break, LeftOut
from integraal.knowledge.indicators.definitions import Indicator
from integraal.knowledge.indicators.periods import Period
from integraal.knowledge.sources.definitions import Source


@dataclass(frozen=True)
class MapContent:
    """The areas of a map in one period, with a verdict for each."""

    period: Period
    rows: tuple[Row, ...]
    verdicts: tuple[AreaVerdict, ...]


@dataclass(frozen=True)
class SourceUsed:
    """A file or national table that numbers on the page come from."""

    credit: str
    name: str
    sha256: str
    accessed: date
    definition: Source | None


@dataclass(frozen=True)
class ExplorerView:
    """Everything that the explorer shows of one selection.

    Attributes:
        selection: what was asked; ``selection.query`` is the link to it.
        indicator: None when none was chosen, or none of that code exists.
        series: own areas first, then who they are compared with; the older counting apart.
        reconciliations: periods in which the parts do not add up to the municipality.
        caveats: of the indicator and its sources; they travel along.
        breaks: changes in how is counted, within the periods shown.
        left_out: stretches that means leave out, within the periods shown.
        notes: what a reader must know about this view, such as the year of the division.
        sources: every file or table behind the numbers.
        problems: sentences about what could not be shown as asked; exports refuse then.
        hides_small: whether small counts are hidden from this reader.
        said: verdicts and expectations beside the numbers.
        funnel: the municipality among others, or why there is no funnel; None when not asked.
        map: the areas on a map, when one is asked for and there are any.
        own, division, offered: what can be chosen from: own areas, other municipalities, and
            indicators.
    """

    selection: Selection
    indicator: Indicator | None
    series: tuple[Series, ...]
    reconciliations: tuple[Reconciliation, ...]
    caveats: tuple[str, ...]
    breaks: tuple[Break, ...]
    left_out: tuple[LeftOut, ...]
    notes: tuple[str, ...]
    sources: tuple[SourceUsed, ...]
    problems: tuple[str, ...]
    hides_small: bool
    own: OwnAreas
    division: Division
    offered: Mapping[str, Indicator] = field(default_factory=dict)
    said: Said = field(default_factory=Said)
    funnel: FunnelContent | NoFunnel | None = None
    map: MapContent | None = None

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """All rows, series after series."""
        return tuple(row for one in self.series for row in one.rows)

    @property
    def has_numbers(self) -> bool:
        """Whether there is anything to show but absence."""
        return any(row.estimate is not None for row in self.rows)
