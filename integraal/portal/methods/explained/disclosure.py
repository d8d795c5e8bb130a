"""Small counts hidden so that they cannot be worked out."""

from collections.abc import Mapping
from typing import Any

from integraal.foundation.ui.dutch import number
from integraal.foundation.ui.tables import Column, Table
from integraal.portal.methods.fields import ChoiceField, ExampleForm, Line, LinesField
from integraal.portal.methods.method import Answer, Example, Method
from integraal.statistics.disclosure import round_to, suppress

_FIRST = """Centrum 34
Zandwijk 14
Buitengebied 3
Waterkant 9"""
_WORDS = {"small": "< 5", "complementary": "niet getoond"}
_WHY = {
    None: "getoond",
    "small": "klein aantal",
    "complementary": "anders volgt een klein aantal uit het totaal",
}


class Form(ExampleForm):
    gebieden = LinesField("Aantal per gebied", _FIRST, columns=("aantal",), longest=30)
    totaal = ChoiceField(
        "Staat het totaal erbij?", (("ja", "ja, het totaal is openbaar"), ("nee", "nee"))
    )


def answer(given: Mapping[str, Any]) -> Answer:
    lines: tuple[Line, ...] = given["gebieden"]
    counts = [int(line.numbers[0]) for line in lines]
    found = suppress(counts, total_shown=given["totaal"] == "ja")
    total = number(sum(counts)) if found.total_shown else "niet getoond"
    hidden = sum(kind is not None for kind in found.kinds)
    return Answer(
        f"{_many(hidden)} van de {len(counts)} aantallen verborgen.{_about_total(given, found)}",
        table=Table(
            caption="Wat een lezer te zien krijgt",
            columns=(
                Column("Gebied"),
                Column("Getoond", numeric=True),
                Column("Waarom"),
                Column("Afgerond op vijf", numeric=True),
            ),
            rows=tuple(
                (
                    line.name,
                    _WORDS[kind] if kind else number(count),
                    _WHY[kind],
                    number(float(rounded)),
                )
                for line, count, kind, rounded in zip(
                    lines, counts, found.kinds, round_to(counts, 5), strict=True
                )
            ),
            foot=(("Totaal", total, "", ""),),
        ),
    )


def _many(hidden: int) -> str:
    return {0: "Geen", 1: "Eén"}.get(hidden, str(hidden))


def _about_total(given: Mapping[str, Any], found: Any) -> str:
    if given["totaal"] == "ja" and not found.total_shown:
        return " Ook het totaal blijft weg: anders is een klein aantal terug te rekenen."
    return ""


METHOD = Method(
    slug="afschermen",
    name="Kleine aantallen afschermen",
    group="Niemand herkenbaar",
    question="Kan iemand uit een klein aantal opmaken om wie het gaat?",
    how=(
        "Een aantal van 1 tot en met 4 tonen we als ‘< 5’. Een nul tonen we wel: daar zit niemand "
        "in.",
        "Staat het totaal erbij en is er maar één aantal verborgen? Dan is het terug te rekenen. "
        "Daarom verbergen we ook het kleinste van de andere aantallen, zo nodig meer, tot elk "
        "verborgen aantal nog ten minste twee getallen kan zijn.",
        "Lukt dat niet, dan tonen we ook het totaal niet. Een verborgen aantal is nooit een nul.",
        "Afronden op vijf is een andere manier. Op aantallen die zo zijn afgerond, rekenen we "
        "geen verandering uit.",
    ),
    formula=(
        "klein: 1 tot en met 4",
        "verberg op volgorde van grootte tot de som van wat verborgen is voor elk deel ten minste "
        "twee mogelijkheden laat",
        "afgerond = 5 × het gehele getal dat het dichtst bij aantal / 5 ligt",
    ),
    not_when=(
        "Bij meer tabellen over dezelfde aantallen, zoals per gebied én per maand. Die moeten "
        "samen worden afgeschermd.",
    ),
    cannot_say=("Wat een buur al weet. Daar helpt geen tabel tegen.",),
    sources=("A. Hundepool en anderen, Statistical Disclosure Control (2012), hoofdstuk 4.",),
    checked=(
        "Een trage tweede berekening die alle mogelijke aantallen naloopt, en willekeurige "
        "lijsten: nooit is een klein aantal terug te rekenen."
    ),
    pages=("disclosure",),
    example=Example(Form, answer),
)
