"""Nobody is recognised in a small count, also not by adding, subtracting or a second export."""

from integraal.statistics.disclosure.answers import suppress_answers
from integraal.statistics.disclosure.axes import Node
from integraal.statistics.disclosure.linked import LinkedSuppression, suppress_linked
from integraal.statistics.disclosure.lists import (
    DEFAULT_THRESHOLD,
    HiddenKind,
    Suppression,
    suppress,
)
from integraal.statistics.disclosure.outcome import TableSuppression
from integraal.statistics.disclosure.rounding import round_to
from integraal.statistics.disclosure.tables import suppress_table

__all__ = [
    "DEFAULT_THRESHOLD",
    "HiddenKind",
    "LinkedSuppression",
    "Node",
    "Suppression",
    "TableSuppression",
    "round_to",
    "suppress",
    "suppress_answers",
    "suppress_linked",
    "suppress_table",
]
