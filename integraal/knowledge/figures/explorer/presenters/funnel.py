"""The funnel of the explorer: the drawing, its table, and what may be said of it."""

from dataclasses import dataclass

from integraal.foundation.ui import components as ui
from integraal.foundation.ui.components import Figure
from integraal.foundation.ui.dutch import day, number
from integraal.knowledge.figures.beside_others.drawing import (
    NO_RANKING,
    FunnelFacts,
    funnel_figure,
)
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
    others = "vergelijkbare" if found.is_national else "andere"
    unit = f"{indicator.unit} {wording.per_words(indicator)}"
    return ShownFunnel(
        badge=ui.Verdict(_KINDS.get(found.zone, "few"), found.statement.label),
        sentence=found.statement.sentence,
        figure=funnel_figure(
            _facts(indicator, name, found),
            uid="trechter",
            title=f"{name} naast {found.similar - 1} {others} gemeenten",
            subtitle=f"{indicator.name}, {unit}, {found.period.label}. "
            f"Vergeleken met: {found.group}.",
            sentence=found.statement.sentence,
            source=_source(found),
            caveat=_caveat(found, _size_words(indicator), selection),
            beside=True,
        ),
    )


def _facts(indicator: Indicator, name: str, found: FunnelContent) -> FunnelFacts:
    low_998, low_95, high_95, high_998 = (number(one, 1) for one in found.own_limits)
    return FunnelFacts(
        name=name,
        indicator=indicator.name,
        unit=indicator.unit,
        per=wording.per_words(indicator),
        size_words=_size_words(indicator),
        period=found.period.label,
        count=found.own.count or 0,
        rate=float(found.own.rate or 0),
        size=float(found.own.denominator or 0),
        target=found.target,
        expected=found.expected,
        limits=found.limits,
        own_limits=(low_998, low_95, high_95, high_998),
        others=tuple((one.size, one.rate, one.is_similar) for one in found.others),
        similar=found.similar,
        outside_95=found.outside_95,
        outside_998=found.outside_998,
        spread="niet bekend" if found.dispersion is None else f"{number(found.dispersion, 1)} keer",
    )


def _size_words(indicator: Indicator) -> str:
    return DENOMINATOR_WORDS[indicator.denominator or "inhabitants"]


def _caveat(found: FunnelContent, size: str, selection: Selection) -> str:
    said = [NO_RANKING.format(size=size)]
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


def _source(found: FunnelContent) -> str:
    own = found.own.snapshot
    named = dict.fromkeys((own.credit, *found.sources))
    return f"Bron: {'; '.join(named)}, opgehaald {day(own.accessed)}."
