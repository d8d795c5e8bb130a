"""What areas count, and nothing more: no margin, no rate. Pure.

The same rules as of the explorer's rows (``explorer.rows``), which say much more and take longer:
a value that is withheld or missing makes the sum without a value, what cannot occur adds nothing,
and an area without values of its own is the sum of its parts when each of them has one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Known = Mapping[tuple[str, str], tuple[int | None, str]]
"""Measure and area to value and status."""


@dataclass(frozen=True)
class Counter:
    """Counts for one period.

    Attributes:
        known: the stored values.
        children: area to the areas it may be added up from.
    """

    known: Known
    children: Mapping[str, Sequence[str]]

    def count(self, measures: Sequence[str], area: str) -> int | None:
        """Return the sum of these measures in an area; None when it cannot be told."""
        parts = self._parts(measures, area)
        if len(parts) == len(measures):
            return _sum(parts)
        below = [self._parts(measures, child) for child in self.children.get(area, ())]
        counts = [_sum(one) if len(one) == len(measures) else None for one in below]
        if not counts or None in counts:
            return None
        return sum(count or 0 for count in counts)

    def _parts(self, measures: Sequence[str], area: str) -> list[tuple[int | None, str]]:
        found = (self.known.get((measure, area)) for measure in measures)
        return [one for one in found if one is not None]


def _sum(parts: Sequence[tuple[int | None, str]]) -> int | None:
    statuses = {status for _, status in parts}
    if "present" not in statuses or not statuses <= {"present", "impossible"}:
        return None
    return sum(value or 0 for value, _ in parts)
