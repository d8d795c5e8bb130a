"""What a figure is laid beside: the funnel, and a table of every comparison that was made."""

from dataclasses import dataclass
from typing import Any

from integraal.foundation.ui import components as ui
from integraal.foundation.ui.dutch import number
from integraal.foundation.ui.tables import Column, Table
from integraal.knowledge.figures.beside_others.drawing import (
    NO_RANKING,
    FunnelFacts,
    funnel_figure,
)
from integraal.knowledge.figures.beside_others.funnel import limits_on_a_grid
from integraal.policy.picture.content.funnels import sizes_of
from integraal.policy.picture.presenters.figures import (
    badge,
    shown_number,
    source_words,
    unbroken,
)

Json = dict[str, Any]
BESIDE = {
    "last_year": "Het jaar ervoor",
    "five_years": "De jaren ervoor",
    "region": "De regio",
    "similar": "Vergelijkbare gemeenten",
    "country": "Nederland",
    "month": "De maanden ervoor",
}
"""What each kind of comparison lays a figure beside."""


@dataclass(frozen=True)
class Beside:
    """What a figure is laid beside.

    Attributes:
        table: every comparison that was made.
        refused: in sentences, which could not be made and why.
        funnel: among municipalities alike; None where that could not be made.
    """

    name: str
    table: Table
    refused: list[str]
    funnel: ui.Figure | None


def beside_of(one: Json, content: Json) -> Beside:
    """Return everything that a figure is laid beside."""
    return Beside(
        name=one["short_name"],
        table=comparison_table(one, content["year"]),
        refused=[f"{BESIDE[each['kind']]}: {each['why']}" for each in one["not_compared"]],
        funnel=_funnel(one, content) if one["funnel"] else None,
    )


def comparison_table(one: Json, year: int) -> Table:
    """Return the comparisons of a figure as a table: beside what, its value, margin, verdict."""
    return Table(
        caption=f"{one['name']}, {year}: waarmee vergeleken",
        columns=(
            Column("Naast"),
            Column("Waarde", numeric=True),
            Column("Marge", numeric=True),
            Column("Oordeel"),
            Column("Wat u ervan kunt zeggen", short="Dat betekent"),
        ),
        rows=tuple(_row(each) for each in one["comparisons"]),
        empty="Dit cijfer is nergens naast te leggen.",
    )


def against_words(found: Json) -> str:
    """Return what a figure was laid beside, in a few words."""
    if found["kind"] == "last_year":
        return f"{BESIDE['last_year']}, {found['against']}"
    if found["kind"] == "five_years":
        return f"De jaren ervoor: {found['against']}"
    return str(found["against"])


def _row(found: Json) -> tuple[Any, ...]:
    return (
        against_words(found),
        "onbekend" if found["value"] is None else f"{shown_number(found['value'])} {found['unit']}",
        _range(found),
        badge(found["verdict"]),
        unbroken(found["verdict"]["sentence"]),
    )


def _range(found: Json) -> str:
    if found["low"] is None or found["high"] is None:
        return "geen"
    return f"{shown_number(found['low'])}\u00a0tot\u00a0{shown_number(found['high'])}"


def _funnel(one: Json, content: Json) -> ui.Figure:
    similar = next(each for each in one["comparisons"] if each["kind"] == "similar")
    facts = _facts(one, content, similar)
    return funnel_figure(
        facts,
        uid=f"trechter-{one['code']}",
        title=f"{one['short_name']}: {_inside(similar['verdict']['label'])}",
        subtitle=f"{one['name']}, {facts.unit} {facts.per}, {content['year']}, naast "
        f"{similar['against']}",
        sentence=similar["verdict"]["sentence"],
        source=f"{source_words(one)} Andere gemeenten: {similar['source']}.",
        caveat=NO_RANKING.format(size=facts.size_words),
        beside=False,
    )


def _facts(one: Json, content: Json, similar: Json) -> FunnelFacts:
    funnel, now = one["funnel"], one["estimate"]
    per, target = int(now["per"]), float(funnel["target"])
    size = float(funnel["size"])
    low_998, low_95, high_95, high_998 = (number(float(each), 1) for each in funnel["limits"])
    spread = funnel["dispersion"]
    return FunnelFacts(
        name=content["municipality"],
        indicator=one["name"],
        unit=one["unit"],
        per=similar["unit"],
        size_words=now["denominator_unit"],
        period=str(content["year"]),
        count=int(now["value"]),
        rate=float(funnel["rate"]),
        size=size,
        target=target,
        expected=target * size / per,
        limits=limits_on_a_grid(sizes_of(funnel), target / per, float(funnel["tau2"]), per),
        own_limits=(low_998, low_95, high_95, high_998),
        others=tuple((float(each["size"]), float(each["rate"]), True) for each in funnel["others"]),
        similar=int(funnel["similar"]),
        outside_95=int(funnel["outside_95"]),
        outside_998=int(funnel["outside_998"]),
        spread="niet bekend" if spread is None else f"{number(float(spread), 1)} keer",
    )


def _inside(label: str) -> str:
    return label[:1].lower() + label[1:]
