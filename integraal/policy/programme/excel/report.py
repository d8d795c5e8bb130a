"""What reading a workbook back would do, line by line: new, changed, missing, and what is wrong."""

import uuid
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class FieldChange:
    """One field that changes: its heading, and from what to what as the cells say it."""

    heading: str
    before: str
    after: str


@dataclass(frozen=True)
class RowChange:
    """A row that adds or changes a measure.

    revision: what the change builds on. fields: as ``change_measure`` takes them. partners,
    milestones: ``None`` leaves them as they are.
    """

    row: int
    key: uuid.UUID
    title: str
    is_new: bool
    revision: int
    changes: tuple[FieldChange, ...]
    fields: dict[str, Any]
    partners: list[Any] | None = None
    milestones: list[Any] | None = None


@dataclass(frozen=True)
class Missing:
    """A measure of the programme that has no row; it stays unless somebody ticks it."""

    key: uuid.UUID
    title: str


@dataclass(frozen=True)
class Problem:
    """What is wrong, with its row and column; a column may be empty when it is the row itself."""

    row: int
    column: str
    say: str

    @property
    def sentence(self) -> str:
        """The same as one line."""
        where = f"Rij {self.row}, kolom {self.column}" if self.column else f"Rij {self.row}"
        return f"{where}: {self.say}"


@dataclass
class Report:
    """All of it. same: how many rows change nothing. kept: titles of measures that somebody else
    changed meanwhile and that this file leaves as they are."""

    changed: list[RowChange] = field(default_factory=list)
    missing: list[Missing] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    same: int = 0
    kept: list[str] = field(default_factory=list)
    unknown: tuple[str, ...] = ()

    @property
    def new(self) -> list[RowChange]:
        """Rows that add a measure."""
        return [one for one in self.changed if one.is_new]

    @property
    def altered(self) -> list[RowChange]:
        """Rows that change a measure."""
        return [one for one in self.changed if not one.is_new]

    @property
    def is_nothing(self) -> bool:
        """Whether taking it over would change nothing, and nothing is wrong."""
        return not (self.changed or self.missing or self.problems)
