"""Whether the parts of a municipality add up to the municipality. Pure."""

from collections.abc import Sequence

from integraal.knowledge.figures.explorer.rows import Row
from integraal.knowledge.figures.reconciliation import Reconciliation


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
