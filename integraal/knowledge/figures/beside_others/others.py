"""Whom a figure is laid beside: municipalities of the national tables, or of the own files."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from integraal.knowledge.figures.beside_others.division import Division, classes
from integraal.knowledge.figures.beside_others.likeness import Like
from integraal.knowledge.figures.beside_others.published import INHABITANTS, Published
from integraal.knowledge.figures.composing import DENOMINATOR_MEASURES
from integraal.knowledge.figures.estimates import Estimate
from integraal.knowledge.indicators.definitions import Indicator


@dataclass(frozen=True)
class Others:
    """Counts and denominators of municipalities, the own one first.

    Attributes:
        kinds: of each, what makes it similar to others; None when that is not known.
        group: what makes municipalities similar to the own one, in words.
        sources: credit of every table and file behind them.
        is_national: whether they come from the national tables, so that there is a choice.
    """

    counts: list[float]
    sizes: list[float]
    kinds: list[Hashable]
    group: str
    sources: tuple[str, ...]
    is_national: bool


def others_in_tables(
    indicator: Indicator,
    mine: Estimate,
    own_code: str,
    like: Like,
    division: Division,
    published: Published,
) -> Others | None:
    """Return the municipalities of the national tables; None when the own one is not there.

    Args:
        mine: the own figure, of the year that ``published`` is of, with its denominator.
        own_code: of the municipality in the national tables; empty when it has none.
    """
    if own_code not in division.by_code:
        return None
    credited = published.credit_of(indicator)
    kind_of = _KindOf(like, division, published)
    below = DENOMINATOR_MEASURES[indicator.denominator or "inhabitants"]
    kinds = [kind_of(own_code)]
    counts, sizes = [float(mine.count or 0)], [float(mine.denominator or 0)]
    for code, given in sorted(published.counts_of(indicator).items()):
        size = published.size_of(below, code) if code in division.by_code else None
        if code != own_code and size:
            counts.append(float(given.count))
            sizes.append(float(size))
            kinds.append(kind_of(code))
    return Others(counts, sizes, kinds, _group_words(like, kinds[0]), credited, True)


def others_in_files(mine: Estimate, in_files: Iterable[Estimate]) -> Others:
    """Return the municipalities that the own files have figures of."""
    both = [mine] + [
        one for one in in_files
        if one.period == mine.period and one.area != mine.area
        and one.count is not None and one.denominator
    ]  # fmt: skip
    return Others(
        counts=[float(one.count or 0) for one in both],
        sizes=[float(one.denominator or 0) for one in both],
        kinds=["alle"] * len(both),
        group=f"{len(both)} gemeenten in uw eigen bestanden",
        sources=tuple(dict.fromkeys(one.snapshot.credit for one in both)),
        is_national=False,
    )


@dataclass(frozen=True)
class _KindOf:
    """What kind of municipality a code is: by size, by urbanity, or all alike."""

    like: Like
    division: Division
    published: Published

    def __call__(self, code: str) -> Hashable:
        if self.like == "alle":
            return "alle"
        if self.like == "stedelijkheid":
            listed = classes().urbanity_by_code(str(self.division.by_code[code].urbanity))
            return listed.code if listed else None
        people = self.published.size_of(INHABITANTS, code)
        return None if people is None else classes().size_class(people).code


def _group_words(like: Like, kind: Hashable) -> str:
    if like == "stedelijkheid":
        urban = classes().urbanity_by_code(str(kind))
        return f"even stedelijk, {urban.name.lower()}" if urban else ""
    if like == "grootte":
        size = next((one for one in classes().sizes if one.code == kind), None)
        return f"even groot, {size.name.lower()}" if size else ""
    return "alle gemeenten"
