"""Whether the parts of a municipality add up to the municipality, and why not. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from integraal.foundation.ui.dutch import number
from integraal.knowledge.figures.explorer.rows import Row
from integraal.knowledge.indicators.periods import Period


@dataclass(frozen=True)
class Reconciliation:
    """The parts of one period beside the municipality's own figure.

    Attributes:
        parts: how many parts there are, all with a number.
        what: their word in the plural, such as "buurten".
        total: what they add up to.
        own: what the municipality's own figure says.
        why: why parts need not add up, as the source says; may be empty.
    """

    period: Period
    parts: int
    what: str
    total: int
    own: int
    why: str

    @property
    def difference(self) -> int:
        """Own figure less sum of the parts."""
        return self.own - self.total

    @property
    def sentence(self) -> str:
        """Both numbers and the difference in one sentence, and why when that is known."""
        said = (
            f"De {self.parts} {self.what} tellen in {self.period.label} op tot "
            f"{number(self.total)}; de gemeente zelf staat op {number(self.own)}, een verschil "
            f"van {number(abs(self.difference))}."
        )
        return f"{said} {self.why}".strip()


def reconcile(parts: Sequence[Row], own: Row | None, what: str, why: str) -> Reconciliation | None:
    """Lay all parts of one period beside the whole; None when there is nothing to explain.

    Args:
        parts: every part of the municipality in one division, in one period.
        own: the municipality itself in that period.
    """
    counts = [row.count for row in parts if row.count is not None]
    if own is None or own.count is None or len(counts) < len(parts) or len(parts) < 2:
        return None
    if sum(counts) == own.count:
        return None
    return Reconciliation(own.period, len(parts), what, sum(counts), own.count, why)
