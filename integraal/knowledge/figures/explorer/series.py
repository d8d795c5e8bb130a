"""One line of the explorer's answer: a place over time."""

from dataclasses import dataclass

from integraal.knowledge.figures.explorer.means import Mean
from integraal.knowledge.figures.explorer.places import Place
from integraal.knowledge.figures.explorer.rows import Counting, Row


@dataclass(frozen=True)
class Series:
    """One place in one counting: its rows in order of time, and their mean."""

    place: Place
    counting: Counting
    rows: tuple[Row, ...]
    mean: Mean | None
