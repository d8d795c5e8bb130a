"""What the page of one figure shows."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import NoReverseMatch, reverse

from integraal.foundation.ui import components as ui
from integraal.foundation.ui.dutch import day
from integraal.policy.picture.presenters.comparing import BESIDE, against_words
from integraal.policy.picture.presenters.figures import badge, shown_number, unbroken
from integraal.policy.picture.reading.compared import value_words
from integraal.policy.picture.reading.links import anchor_of_figure
from integraal.policy.picture.reading.page import reading_address
from integraal.policy.picture.trace.figure import TracedFigure

Json = dict[str, Any]
HIDDEN, UNKNOWN = "afgeschermd", "onbekend"
_STATUS = {"withheld": HIDDEN, "impossible": "kan niet"}
_METHODS = {
    "poisson-exact-95": ("Exacte marge van een aantal (Poisson, 95 %)", "marge-van-een-aantal"),
    "source-margins-95": ("De bron geeft de marge zelf (95 %)", ""),
    "as-given": ("De bron geeft geen marge", ""),
}


@dataclass(frozen=True)
class Judged:
    """A verdict with what the figure was laid beside."""

    beside: str
    verdict: ui.Verdict
    say: str
    other: str


@dataclass(frozen=True)
class MethodLink:
    """A method with its page; ``url`` is empty when it has none."""

    name: str
    url: str


@dataclass(frozen=True)
class FigurePage:
    """What ``picture/figure.html`` shows."""

    traced: TracedFigure
    title: str
    place: str
    value: str
    rate: str
    margin: str
    facts: list[tuple[str, str]]
    judged: list[Judged]
    methods: list[MethodLink]
    notes: list[str]
    source: str
    back: str
    standing_out: str
    sentences: list[tuple[Any, str]]


def figure_page(traced: TracedFigure) -> FigurePage:
    """Return the page of a figure."""
    given, one = traced.given, traced.one
    place = traced.area["name"] if traced.area else "hele gemeente"
    return FigurePage(
        traced=traced,
        title=f"{one['name']}, {traced.year}",
        place=place,
        value=_value(traced),
        rate=_rate(given),
        margin=_margin(given),
        facts=_facts(traced),
        judged=_judged(traced),
        methods=_methods(traced),
        notes=_notes(traced),
        source=_source(given, one),
        back=reading_address(traced.picture, anchor_of_figure(one["code"])),
        standing_out=reading_address(traced.picture, "opvalt") if traced.stands_out else "",
        sentences=[(one, reading_address(traced.picture, one.place)) for one in traced.mentions],
    )


def method_link(name: str, slug: str) -> MethodLink:
    """Return a method with its page, which stands in a later group and may not be there."""
    try:
        return MethodLink(name, reverse("method", args=[slug]) if slug else "")
    except NoReverseMatch:
        return MethodLink(name, "")


def _value(traced: TracedFigure) -> str:
    if traced.area:
        return str(traced.area["count"])
    given = traced.given
    if given.get("value") is None:
        return _STATUS.get(given.get("status", ""), UNKNOWN)
    return shown_number(given["value"])


def _rate(given: Json) -> str:
    if not given.get("rate"):
        return ""
    if "per" not in given:
        return f"{shown_number(given['rate'])} per 1.000 inwoners"
    between = f"marge {shown_number(given['rate_low'])} tot {shown_number(given['rate_high'])}"
    per = f"{shown_number(given['per'])} {given['denominator_unit']}"
    return f"{shown_number(given['rate'])} per {per} ({between})"


def _margin(given: Json) -> str:
    if given.get("low") is None:
        return ""
    return f"95\u00a0%-marge: {shown_number(given['low'])} tot {shown_number(given['high'])}"


def _facts(traced: TracedFigure) -> list[tuple[str, str]]:
    given = traced.given
    facts = [("Eenheid", traced.one["unit"]), ("Periode", str(traced.year))]
    if given.get("n"):
        facts.append(("Waarnemingen (n)", shown_number(given["n"])))
    if given.get("denominator"):
        unit = given["denominator_unit"]
        facts.append(("Gedeeld door", f"{shown_number(given['denominator'])} {unit}"))
    if given.get("rounded_to", "1") != "1":
        facts.append(("Afgerond door de bron", f"op {given['rounded_to']}"))
    if given.get("provisional"):
        facts.append(("Stand", "voorlopig"))
    return facts


def _judged(traced: TracedFigure) -> list[Judged]:
    """Return every verdict on this figure; only the year of the picture is judged."""
    if traced.area:
        return [Judged("de rest van de gemeente", _class_badge(traced.area), "", "")]
    if not traced.is_of_the_year:
        return []
    return [_compared(one) for one in traced.one["comparisons"]]


def _compared(one: Json) -> Judged:
    verdict = one["verdict"]
    say = unbroken(verdict["sentence"])
    other = "" if one["value"] is None else f"{against_words(one)}: {value_words(one)}"
    return Judged(_inside(BESIDE[one["kind"]]), badge(verdict), say, other)


def _inside(words: str) -> str:
    return words if words == "Nederland" else f"{words[:1].lower()}{words[1:]}"


def _class_badge(area: Json) -> ui.Verdict:
    if area["verdict"] in ("higher", "lower"):
        return ui.Verdict("watch", area["label"])
    return ui.Verdict("flat" if area["verdict"] == "none" else "few", area["label"])


def _methods(traced: TracedFigure) -> list[MethodLink]:
    found = []
    estimate = traced.given if "method" in traced.given else traced.one["estimate"]
    method = (estimate or {}).get("method")
    if method and not traced.area:
        found.append(method_link(*_METHODS.get(method, (method, ""))))
    if traced.area:
        found.append(method_link("Gebieden in drie klassen", "kaartklassen"))
        found.append(method_link("Kleine aantallen afschermen", "afschermen"))
    elif traced.is_of_the_year:
        found.append(method_link("Twee aantallen vergelijken", "twee-aantallen-vergelijken"))
        found.append(method_link("Veel vergelijkingen tegelijk", "veel-vergelijkingen-tegelijk"))
    return found


def _notes(traced: TracedFigure) -> list[str]:
    notes = []
    if traced.is_revised:
        notes.append(
            "Dit beeld is vastgesteld. Een bestand dat later is ingelezen, geeft voor dit cijfer "
            "een andere waarde. In dit beeld blijft staan wat toen gold."
        )
    if traced.has_other_definition:
        notes.append(
            "De definitie van dit cijfer is na het vaststellen veranderd of ingetrokken. "
            "De rijen hieronder horen bij de definitie van nu, als die er is."
        )
    return notes


def _source(given: Json, one: Json) -> str:
    snapshot = given.get("snapshot") or (one["estimate"] or {}).get("snapshot")
    if not snapshot:
        return one["credit"]
    return f"{one['credit']}, opgehaald {day(date.fromisoformat(snapshot['accessed']))}"
