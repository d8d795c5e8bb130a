"""Margins of counts and rates: exact Poisson limits (Garwood 1936), kept once worked out. Pure."""

from collections.abc import Iterable

from integraal.statistics.rates import poisson_interval

# Margins are kept: a page shows hundreds of counts, and they are the same ones every time.
_MOST_KEPT = 100_000
_kept: dict[tuple[int, int], tuple[float, float]] = {}


def keep_margins(counts: Iterable[tuple[int, int]]) -> None:
    """Work out the margins of many counts at once, which takes far less than one by one.

    Args:
        counts: each with the step it was rounded to, zero or more and one or more.
    """
    new = {one for one in counts if one not in _kept}
    if len(_kept) + len(new) > _MOST_KEPT:
        _kept.clear()
    if new:
        _kept.update(_worked_out(list(new)))


def _worked_out(counts: list[tuple[int, int]]) -> dict[tuple[int, int], tuple[float, float]]:
    slack = [step / 2 if step > 1 else 0.0 for _, step in counts]
    # The smallest and the largest count that the source may have rounded to this one.
    low = [max(count - away, 0.0) for (count, _), away in zip(counts, slack, strict=True)]
    high = [count + away for (count, _), away in zip(counts, slack, strict=True)]
    limits = poisson_interval([low, high])
    ends = zip(limits.lower[0].tolist(), limits.upper[1].tolist(), strict=True)
    return dict(zip(counts, ends, strict=True))


def margins_of(count: int, rounded_to: int) -> tuple[float, float]:
    """Return the ends of the margin of a count that was rounded to a step (1: not at all)."""
    found = _kept.get((count, rounded_to))
    if found is None:
        found = _worked_out([(count, rounded_to)])[count, rounded_to]
        _kept[count, rounded_to] = found
    return found


def rates_of(
    count: int, margins: tuple[float, float], denominator: int | None, per: int
) -> tuple[float | None, float | None, float | None]:
    """Return the rate and its margins; the denominator is taken as known without error."""
    if not denominator or denominator < 0:
        return None, None, None
    factor = per / denominator
    return count * per / denominator, margins[0] * factor, margins[1] * factor
