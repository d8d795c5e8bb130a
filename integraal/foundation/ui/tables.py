"""Tables as data: what a chart's table twin, a list and a card on a phone are made of. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Column:
    """One column. numeric: right-aligned. key: name to sort by; empty means not sortable.

    short: the label on a phone, where a row is a card; empty means the label itself.
    """

    label: str
    numeric: bool = False
    key: str = ""
    short: str = ""


@dataclass(frozen=True)
class Table:
    """A table whose first cell of every row names the row (an empty one names nothing).

    caption: what the table shows, read aloud first. rows, foot: each row has one cell per column;
    a cell is text, a safe string, or a Verdict. empty: what stands there without rows.
    Raises ValueError when a row is longer or shorter than the columns.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...]
    foot: tuple[tuple[Any, ...], ...] = ()
    empty: str = "Er is nog niets om te tonen."

    def __post_init__(self) -> None:
        for row in (*self.rows, *self.foot):
            if len(row) != len(self.columns):
                raise ValueError(
                    f"table {self.caption!r}: a row has {len(row)} cells "
                    f"for {len(self.columns)} columns"
                )


@dataclass(frozen=True)
class Sorting:
    """Which column a list is sorted by, as asked in the address (?sorteer=-naam)."""

    key: str
    descending: bool

    @property
    def asked(self) -> str:
        """The value as it stands in the address."""
        return f"-{self.key}" if self.descending else self.key


def chosen_sorting(asked: str, columns: tuple[Column, ...], default: str) -> Sorting:
    """Read what the address asks; an unknown column falls back to the default.

    asked: value of ?sorteer=, a minus in front means descending.
    """
    known = {column.key for column in columns if column.key}
    wanted = asked if asked.removeprefix("-") in known else default
    return Sorting(key=wanted.removeprefix("-"), descending=wanted.startswith("-"))
