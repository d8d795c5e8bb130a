"""The figures of a picture as rows: numbers as numbers, and what is hidden as words."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from integraal.foundation.ui.dutch import MONTHS
from integraal.foundation.ui.spreadsheets import Cell, Sheet
from integraal.policy.picture.document_parts.said import NO_COMPARISON
from integraal.policy.picture.presenters.comparing import BESIDE
from integraal.policy.picture.presenters.figures import verdict_of

Json = dict[str, Any]
Rows = Iterator[tuple[Cell, ...]]
STATUS = {
    "present": "gegeven",
    "missing": "onbekend",
    "withheld": "afgeschermd",
    "impossible": "kan niet voorkomen",
}
METHODS = {
    "poisson-exact-95": "exacte marge van een Poisson-verdeling, 95 %",
    "source-margins-95": "marge van de bron, 95 %",
    "as-given": "zoals de bron het geeft, zonder marge",
}
_WRITTEN_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})*")
FIGURE_HEADS = (
    "Thema", "Cijfer", "Code", "Gebied", "Jaar", "Periode (code CBS)", "Eenheid", "Waarde",
    "Status", "Marge laag", "Marge hoog", "n", "Per inwoner of woning", "Daarvan marge laag",
    "Daarvan marge hoog", "Per hoeveel", "Noemer", "Eenheid noemer", "Periode noemer",
    "Afgerond op", "Voorlopig", "Methode", "Oordeel", "Oordeel in woorden", "Bron", "Bestand",
    "SHA-256", "Opgehaald",
)  # fmt: skip


def figures_sheet(content: Json) -> Sheet:
    """Return every figure of the year and the year before, with everything that belongs to it."""
    return Sheet("Cijfers", FIGURE_HEADS, _figures(content))


def course_sheet(content: Json) -> Sheet:
    """Return the course over the years, with what the years before made one expect."""
    heads = ("Thema", "Cijfer", "Code", "Jaar", "Waarde", "Status", "Marge laag", "Marge hoog",
             "Verwacht", "Verwacht laag", "Verwacht hoog", "Voorlopig")  # fmt: skip
    return Sheet("Verloop", heads, _course(content))


def months_sheet(content: Json) -> Sheet:
    """Return the months of every figure that has them."""
    heads = ("Thema", "Cijfer", "Code", "Jaar", "Maand", "Waarde", "Gebruikelijk", "Compleet")
    return Sheet("Maanden", heads, _months(content))


def areas_sheet(content: Json) -> Sheet:
    """Return the areas of every figure: counts, or the words why one is not there."""
    heads = ("Thema", "Cijfer", "Code", "Jaar", "Nummer", "Gebied", "Aantal", "Per 1.000",
             "Oordeel")  # fmt: skip
    return Sheet("Gebieden", heads, _areas(content))


def comparisons_sheet(content: Json) -> Sheet:
    """Return every comparison that was made, and why others were not."""
    heads = ("Thema", "Cijfer", "Code", "Soort", "Vergeleken met", "Waarde daarvan", "Laag",
             "Hoog", "Eenheid", "n", "Oordeel", "Oordeel in woorden", "Bron")  # fmt: skip
    return Sheet("Vergelijkingen", heads, _comparisons(content))


def as_number(text: str | None) -> Cell:
    """Return a number of the content as a number; nothing stays nothing."""
    if text is None:
        return None
    return Decimal(text) if "." in text else int(text)


def as_number_or_words(text: str) -> Cell:
    """Return a count as it is shown: a number when it is one, else the words why not."""
    return int(text.replace(".", "")) if _WRITTEN_NUMBER.fullmatch(text) else text


def each(content: Json) -> Iterator[tuple[Json, Json]]:
    """Yield every theme with every indicator of it."""
    for theme in content["themes"]:
        for one in theme["indicators"]:
            yield theme, one


def _figures(content: Json) -> Rows:
    for theme, one in each(content):
        for estimate, verdict in ((one["estimate"], verdict_of(one)), (one["before"], None)):
            if estimate:
                yield (
                    theme["name"], one["name"], one["code"],
                    *_estimate(estimate, one["unit"], content["municipality"]),
                    *_verdict(verdict, is_judged=estimate is one["estimate"]),
                    *_snapshot(estimate, one["credit"]),
                )  # fmt: skip


def _estimate(estimate: Json, unit: str, municipality: str) -> tuple[Cell, ...]:
    status = STATUS.get(estimate["status"], estimate["status"])
    value = as_number(estimate["value"])
    denominator = as_number(estimate["denominator"])
    return (
        municipality, int(estimate["period"][:4]), estimate["period"], unit,
        status if value is None else value, status,
        as_number(estimate["low"]), as_number(estimate["high"]), as_number(estimate["n"]),
        as_number(estimate["rate"]), as_number(estimate["rate_low"]),
        as_number(estimate["rate_high"]), as_number(estimate["per"]), denominator,
        estimate["denominator_unit"] or "", estimate["denominator_period"] or "",
        as_number(estimate["rounded_to"]), "ja" if estimate["provisional"] else "nee",
        METHODS.get(estimate["method"] or "", estimate["method"] or ""),
    )  # fmt: skip


def _verdict(verdict: Json | None, *, is_judged: bool = True) -> tuple[Cell, Cell]:
    if verdict is None:
        return (NO_COMPARISON if is_judged else ""), ""
    return verdict["label"], verdict["sentence"]


def _snapshot(estimate: Json, credit: str) -> tuple[Cell, ...]:
    snapshot = estimate["snapshot"]
    accessed = date.fromisoformat(snapshot["accessed"])
    return credit, snapshot["name"], snapshot["sha256"], accessed


def _course(content: Json) -> Rows:
    for theme, one in each(content):
        for year in one["years"]:
            status = STATUS.get(year["status"], year["status"])
            value = as_number(year["value"])
            expected = year["expected"] or {}
            yield (
                theme["name"], one["name"], one["code"], year["year"],
                status if value is None else value, status,
                as_number(year["low"]), as_number(year["high"]),
                *(as_number(expected.get(end)) for end in ("mean", "low", "high")),
                "ja" if year["provisional"] else "nee",
            )  # fmt: skip


def _months(content: Json) -> Rows:
    for theme, one in each(content):
        for month in one.get("months") or ():
            value = as_number(month.get("value"))
            yield (
                theme["name"], one["name"], one["code"], int(month["period"][:4]),
                MONTHS[int(month["period"][-2:]) - 1], "onbekend" if value is None else value,
                as_number(month.get("usual")), "nee" if month.get("incomplete") else "ja",
            )  # fmt: skip


def _areas(content: Json) -> Rows:
    for theme, one in each(content):
        for area in one["areas"]:
            yield (
                theme["name"], one["name"], one["code"], content["year"], area["number"],
                area["name"], as_number_or_words(area["count"]), as_number(area["rate"]),
                area["label"],
            )  # fmt: skip


def _comparisons(content: Json) -> Rows:
    for theme, one in each(content):
        for made in one.get("comparisons") or ():
            yield (
                theme["name"], one["name"], one["code"], BESIDE.get(made["kind"], made["kind"]),
                made["against"], as_number(made["value"]), as_number(made["low"]),
                as_number(made["high"]), made["unit"], made["n"],
                made["verdict"]["label"], made["verdict"]["sentence"], made["source"],
            )  # fmt: skip
