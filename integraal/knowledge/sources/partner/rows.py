"""What comes out of a partner's table: figures, what was left out, and what is wrong."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from integraal.knowledge.sources.grids import LineProblem

RowStatus = Literal["present", "missing", "withheld"]


@dataclass(frozen=True)
class PartnerRow:
    """One figure, or why there is none.

    area: the key of the area in the AreaBook. period: CBS code. measure: "<list>:<class>".
    value: None unless the status is present. as_given: the cell as text. line, column: where it
    stands; the line counted from one, the column as letters.
    """

    area: str
    period: str
    measure: str
    value: Decimal | None
    status: RowStatus
    provisional: bool
    as_given: str
    line: int
    column: str


@dataclass(frozen=True)
class LeftOut:
    """A line that holds no figures of its own, and why it was left out."""

    line: int
    sentence: str


@dataclass(frozen=True)
class PartnerReading:
    """What became of a table; `rows` is empty as soon as there is one problem."""

    rows: tuple[PartnerRow, ...]
    problems: tuple[LineProblem, ...]
    left_out: tuple[LeftOut, ...]
    lines_read: int
