"""The funnel as a figure with its table, for whatever page shows it. Pure."""

from dataclasses import dataclass

from integraal.foundation.ui.charts.funnel import Funnel, FunnelArea, FunnelLimit
from integraal.foundation.ui.components import Figure
from integraal.foundation.ui.dutch import number
from integraal.foundation.ui.tables import Column, Table
from integraal.statistics.funnel import FunnelLimits

NO_RANKING = (
    "Geen ranglijst: de namen van andere gemeenten staan er niet bij. Gemeenten met weinig {size} "
    "liggen door toeval verder uit elkaar dan die met veel."
)


@dataclass(frozen=True)
class FunnelFacts:
    """What a funnel shows, in numbers and words.

    Attributes:
        name: of the own municipality.
        indicator, unit: what is counted, and in what ("misdrijven").
        per: what the rates are told per ("per 1.000 inwoners").
        size_words: what the sizes count ("inwoners").
        period: its name.
        count, rate, size: of the own municipality.
        target: rate of those alike together; ``expected``: what that would be here.
        limits: of the rate, on a grid of sizes (``limits.expected``).
        own_limits: at the own size: lower 99.8 and 95 %, upper 95 and 99.8 %, as text.
        others: (size, rate, whether it is alike) of the others, nobody named.
        spread: how much more than by chance they differ, in words.
    """

    name: str
    indicator: str
    unit: str
    per: str
    size_words: str
    period: str
    count: int
    rate: float
    size: float
    target: float
    expected: float
    limits: FunnelLimits
    own_limits: tuple[str, str, str, str]
    others: tuple[tuple[float, float, bool], ...]
    similar: int
    outside_95: int
    outside_998: int
    spread: str


def funnel_figure(
    facts: FunnelFacts,
    *,
    uid: str,
    title: str,
    subtitle: str,
    sentence: str,
    source: str,
    caveat: str,
    beside: bool,
) -> Figure:
    """Return the figure of a funnel; see ``Figure`` for the words around it."""
    unit = f"{facts.unit} {facts.per}"
    return Figure(
        uid=uid,
        title=title,
        subtitle=subtitle,
        chart=Funnel(
            title=f"Trechter: {facts.indicator}, {facts.period}",
            description=f"{sentence} De tabel erbij noemt de getallen.",
            own_name=facts.name,
            own=FunnelArea(facts.size, facts.rate),
            others=tuple(FunnelArea(*one) for one in facts.others),
            target=facts.target,
            limits=_limits(facts.limits),
            size_words=facts.size_words,
            unit=unit,
        ),
        source=source,
        twin=_twin(facts),
        caveat=caveat,
        beside=beside,
    )


def _limits(limits: FunnelLimits) -> tuple[FunnelLimit, ...]:
    columns = (
        limits.expected, limits.lower_998, limits.lower_95, limits.upper_95, limits.upper_998,
    )  # fmt: skip
    return tuple(FunnelLimit(*map(float, row)) for row in zip(*columns, strict=True))


def _twin(facts: FunnelFacts) -> Table:
    name, per = facts.name, facts.per
    low_998, low_95, high_95, high_998 = facts.own_limits
    rows = (
        (f"{name}: {facts.unit}", number(facts.count, 0)),
        (f"{name} {per}", number(facts.rate, 1)),
        (f"Alle {facts.similar} gemeenten samen {per}", number(facts.target, 1)),
        (
            f"Dat zou voor {name} zijn",
            f"{number(facts.expected, 0 if facts.expected >= 10 else 1)} {facts.unit}",
        ),
        (f"95-grens bij uw grootte, {per}", f"{low_95} tot {high_95}"),
        (f"998-grens bij uw grootte, {per}", f"{low_998} tot {high_998}"),
        ("Gemeenten binnen de 95-grens", number(facts.similar - facts.outside_95)),
        ("Tussen de 95- en de 998-grens", number(facts.outside_95 - facts.outside_998)),
        ("Buiten de 998-grens", number(facts.outside_998)),
        ("Spreiding, vergeleken met alleen toeval", facts.spread),
    )
    return Table(
        caption=f"Trechter van {facts.indicator}, {facts.period}",
        columns=(Column("Wat"), Column("Getal", numeric=True)),
        rows=rows,
    )
