"""The funnel of the explorer: the drawing, its table, and what may be said of it."""

from dataclasses import dataclass

from integraal.foundation.ui import components as ui
from integraal.foundation.ui.charts.funnel import Funnel, FunnelArea, FunnelLimit
from integraal.foundation.ui.components import Figure
from integraal.foundation.ui.dutch import day, number
from integraal.foundation.ui.tables import Column, Table
from integraal.knowledge.figures.beside_others.funnel import FunnelContent, NoFunnel
from integraal.knowledge.figures.beside_others.likeness import Like
from integraal.knowledge.figures.explorer.presenters import wording
from integraal.knowledge.figures.explorer.selection import Selection
from integraal.knowledge.figures.explorer.view import ExplorerView
from integraal.knowledge.indicators.definitions import DENOMINATOR_WORDS, Indicator

_KINDS: dict[str, ui.VerdictKind] = {
    "within": "flat",
    "maybe_higher": "watch",
    "maybe_lower": "watch",
    "higher": "alarm",
    "lower": "alarm",
}


_LIKES: tuple[tuple[Like, str], ...] = (
    ("grootte", "Even groot"),
    ("stedelijkheid", "Even stedelijk"),
    ("alle", "Alle gemeenten"),
)


@dataclass(frozen=True)
class ShownFunnel:
    """The figure, and the sentence above it."""

    badge: ui.Verdict
    sentence: str
    figure: Figure


def likes_of(view: ExplorerView) -> tuple[tuple[Like, str], ...]:
    """Return what can make municipalities similar here; nothing where there is no choice."""
    found, whole = view.funnel, view.own.whole
    has_choice = found.has_choice if isinstance(found, NoFunnel) else found and found.is_national
    if not has_choice or whole is None:
        return ()
    listed = view.division.by_code.get(whole.code)
    is_known = listed is not None and listed.urbanity is not None
    return tuple(
        (like, label)
        for like, label in _LIKES
        if like != "stedelijkheid" or is_known or view.selection.like == like
    )


def shown_funnel(
    indicator: Indicator, name: str, found: FunnelContent, selection: Selection
) -> ShownFunnel:
    """Return the funnel of the municipality called ``name``."""
    unit = f"{indicator.unit} {wording.per_words(indicator)}"
    size = DENOMINATOR_WORDS[indicator.denominator or "inhabitants"]
    others = "vergelijkbare" if found.is_national else "andere"
    return ShownFunnel(
        badge=ui.Verdict(_KINDS.get(found.zone, "few"), found.statement.label),
        sentence=found.statement.sentence,
        figure=Figure(
            uid="trechter",
            title=f"{name} naast {found.similar - 1} {others} gemeenten",
            subtitle=f"{indicator.name}, {unit}, {found.period.label}. "
            f"Vergeleken met: {found.group}.",
            chart=Funnel(
                title=f"Trechter: {indicator.name}, {found.period.label}",
                description=f"{found.statement.sentence} De tabel ernaast noemt de getallen.",
                own_name=name,
                own=FunnelArea(float(found.own.denominator or 0), float(found.own.rate or 0)),
                others=tuple(FunnelArea(o.size, o.rate, o.is_similar) for o in found.others),
                target=found.target,
                limits=_limits(found),
                size_words=size,
                unit=unit,
            ),
            source=_source(found),
            twin=_twin(indicator, name, found),
            caveat=_caveat(found, size, selection),
            beside=True,
        ),
    )


def _caveat(found: FunnelContent, size: str, selection: Selection) -> str:
    said = [
        "Geen ranglijst: de namen van andere gemeenten staan er niet bij. Gemeenten met weinig "
        f"{size} liggen door toeval verder uit elkaar dan die met veel."
    ]
    if not found.is_national:
        said.append(
            f"Over {found.period.label} zijn hier geen landelijke cijfers, dus dit zijn de "
            f"{found.group}, groot en klein door elkaar."
        )
    if selection.frequency == "maanden":
        said.append("Een trechter gaat altijd over een heel jaar.")
    if found.own.rounded_to > 1:
        said.append("Uw cijfer is afgerond; het oordeel houdt daar rekening mee.")
    return " ".join(said)


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
    spread = "niet bekend" if found.dispersion is None else f"{number(found.dispersion, 1)} keer"
    inside = found.similar - found.outside_95
    rows = (
        (f"{name}: {indicator.unit}", number(found.own.count, 0)),
        (f"{name} {per}", number(found.own.rate, 1)),
        (f"Alle {found.similar} gemeenten samen {per}", number(found.target, 1)),
        (
            f"Dat zou voor {name} zijn",
            f"{number(found.expected, 0 if found.expected >= 10 else 1)} {indicator.unit}",
        ),
        (f"95-grens bij uw grootte, {per}", f"{low_95} tot {high_95}"),
        (f"998-grens bij uw grootte, {per}", f"{low_998} tot {high_998}"),
        ("Gemeenten binnen de 95-grens", number(inside)),
        ("Tussen de 95- en de 998-grens", number(found.outside_95 - found.outside_998)),
        ("Buiten de 998-grens", number(found.outside_998)),
        ("Spreiding, vergeleken met alleen toeval", spread),
    )
    return Table(
        caption=f"Trechter van {indicator.name}, {found.period.label}",
        columns=(Column("Wat"), Column("Getal", numeric=True)),
        rows=rows,
    )
