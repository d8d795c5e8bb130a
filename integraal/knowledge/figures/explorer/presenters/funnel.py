"""The funnel of the explorer: the drawing, its table, and what may be said of it."""

from dataclasses import dataclass

from integraal.foundation.ui import components as ui
from integraal.foundation.ui.charts.funnel import Funnel, FunnelArea, FunnelLimit
from integraal.foundation.ui.components import Figure
from integraal.foundation.ui.dutch import day, number
from integraal.foundation.ui.tables import Column, Table
from integraal.knowledge.figures.explorer.funnel import FunnelContent
from integraal.knowledge.figures.explorer.presenters import wording
from integraal.knowledge.indicators.definitions import DENOMINATOR_WORDS, Indicator

_KINDS: dict[str, ui.VerdictKind] = {
    "within": "flat",
    "maybe_higher": "watch",
    "maybe_lower": "watch",
    "higher": "alarm",
    "lower": "alarm",
}


@dataclass(frozen=True)
class ShownFunnel:
    """The figure, and the sentence above it."""

    badge: ui.Verdict
    sentence: str
    figure: Figure


def shown_funnel(indicator: Indicator, name: str, found: FunnelContent) -> ShownFunnel:
    """Return the funnel of the municipality called ``name``."""
    per = wording.per_words(indicator)
    title = found.statement.sentence
    return ShownFunnel(
        badge=ui.Verdict(_KINDS.get(found.zone, "few"), found.statement.label),
        sentence=title,
        figure=Figure(
            uid="trechter",
            title=f"{name} naast {found.similar - 1} vergelijkbare gemeenten",
            subtitle=f"{indicator.name}, {indicator.unit} {per}, {found.period.label}; "
            f"vergelijkbaar is {found.group}",
            chart=Funnel(
                title=f"Trechter: {indicator.name}, {found.period.label}",
                description=f"{title} De tabel eronder noemt de getallen.",
                own_name=name,
                own=FunnelArea(float(found.own.denominator or 0), float(found.own.rate or 0)),
                others=tuple(FunnelArea(o.size, o.rate, o.is_similar) for o in found.others),
                target=found.target,
                limits=_limits(found),
                size_words=DENOMINATOR_WORDS[indicator.denominator or "inhabitants"],
                unit=f"{indicator.unit} {per}",
            ),
            source=_source(found),
            twin=_twin(indicator, name, found),
            caveat="Geen ranglijst: de namen van andere gemeenten staan er niet bij. Kleine "
            "gemeenten liggen door toeval verder uit elkaar dan grote.",
        ),
    )


def _limits(found: FunnelContent) -> tuple[FunnelLimit, ...]:
    limits = found.limits
    columns = (
        limits.expected, limits.lower_998, limits.lower_95, limits.upper_95, limits.upper_998,
    )  # fmt: skip
    return tuple(FunnelLimit(*map(float, row)) for row in zip(*columns, strict=True))


def _source(found: FunnelContent) -> str:
    own = found.own.snapshot
    named = dict.fromkeys((own.credit, *found.sources))
    return f"Bron: {'; '.join(named)}, opgehaald {day(own.accessed)}."


def _twin(indicator: Indicator, name: str, found: FunnelContent) -> Table:
    per = wording.per_words(indicator)
    low_998, low_95, high_95, high_998 = (number(one, 1) for one in found.own_limits)
    spread = (
        "niet bekend"
        if found.dispersion is None
        else f"{number(found.dispersion, 1)} keer zoveel als door toeval"
    )
    rows = (
        (f"{name}: {indicator.unit}", number(found.own.count, 0)),
        (f"{name} {per}", number(found.own.rate, 1)),
        (f"Vergelijkbare gemeenten samen {per}", number(found.target, 1)),
        (
            f"Dat zou voor {name} zijn",
            f"{number(found.expected, 0 if found.expected >= 10 else 1)} {indicator.unit}",
        ),
        ("Tussen deze grenzen ligt 95 van de 100", f"{low_95} tot {high_95}"),
        ("Tussen deze grenzen ligt 998 van de 1.000", f"{low_998} tot {high_998}"),
        ("Vergelijkbare gemeenten, met de eigen", number(found.similar)),
        ("Daarvan buiten de 95-grens", number(found.outside_95)),
        ("Daarvan buiten de 998-grens", number(found.outside_998)),
        ("Spreiding tussen vergelijkbare gemeenten", spread),
    )
    return Table(
        caption=f"Trechter van {indicator.name}, {found.period.label}",
        columns=(Column("Wat"), Column("Getal", numeric=True)),
        rows=rows,
    )
