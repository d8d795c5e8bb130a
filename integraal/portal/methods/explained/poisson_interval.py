"""How sure one count is."""

from collections.abc import Mapping
from typing import Any, Literal

from integraal.foundation.ui.dutch import number
from integraal.foundation.ui.tables import Column, Table
from integraal.portal.methods.fields import ChoiceField, ExampleForm, NumberField
from integraal.portal.methods.method import Answer, Example, Method
from integraal.portal.methods.own_counts import OwnCounts
from integraal.statistics import wording
from integraal.statistics.rates import poisson_interval

_WAYS: tuple[tuple[Literal["exact", "midp", "byar"], str], ...] = (
    ("exact", "Exact (onze keuze)"),
    ("midp", "Mid-P, iets smaller"),
    ("byar", "Byar, een benadering"),
)


class Form(ExampleForm):
    aantal = NumberField("Aantal", 14, hint="Wat u telde in één periode.")
    inwoners = NumberField("Inwoners", 12_300, least=1, most=20_000_000)
    afgerond = ChoiceField("Rondt de bron af op vijf?", (("nee", "nee"), ("ja", "ja")))
    zekerheid = ChoiceField("Zekerheid", (("95", "95 %"), ("90", "90 %"), ("99", "99 %")))


def answer(given: Mapping[str, Any]) -> Answer:
    count, people = given["aantal"], given["inwoners"]
    confidence = int(given["zekerheid"]) / 100
    step = 5 if given["afgerond"] == "ja" else 1
    limits = poisson_interval(count, confidence=confidence, rounded_to=step)
    rows = []
    for way, name in _WAYS:
        of_one = poisson_interval(
            count, [1, people / 1000], confidence=confidence, method=way, rounded_to=step
        )
        spans = [_span(*ends) for ends in zip(of_one.lower, of_one.upper, strict=True)]
        rows.append((name, *spans))
    return Answer(
        wording.margin(count, float(limits.lower), float(limits.upper), confidence).sentence,
        more=(f"Per 1.000 inwoners is het {number(1000 * count / people, 1)}.",),
        table=Table(
            caption=f"Marge van {number(count)} op drie manieren",
            columns=(
                Column("Manier"),
                Column("Van het aantal", numeric=True),
                Column("Per 1.000 inwoners", numeric=True),
            ),
            rows=tuple(rows),
        ),
    )


def _span(lower: Any, upper: Any) -> str:
    return f"{number(float(lower), 1)} tot {number(float(upper), 1)}"


def own(counts: OwnCounts) -> dict[str, str]:
    newest = counts.years[max(counts.years)]
    found = {"aantal": str(newest)}
    if counts.indicator.denominator == "inhabitants" and counts.denominator:
        found["inwoners"] = str(counts.denominator)
    return found


METHOD = Method(
    slug="marge-van-een-aantal",
    name="Marge van een aantal",
    group="Eén getal",
    question="Vorig jaar waren er 14 inbraken. Hoe zeker is dat getal?",
    how=(
        "Ook als er niets verandert, is het aantal elk jaar anders. Dat is toeval. De marge laat "
        "zien hoeveel.",
        "We rekenen uit bij welke vaste kans op inbraak een jaar met 14 nog gewoon is. Al die "
        "kansen samen zijn de marge. Bij een marge van 95 % ligt de echte kans in 95 van de 100 "
        "jaren binnen de grenzen.",
        "De grenzen van een aantal ronden we naar buiten af op hele getallen. Zo is de marge op "
        "papier nooit smaller dan hij is.",
        "Rondt een bron af op vijf? Dan tellen we aan elke kant 2,5 op voordat we rekenen.",
    ),
    formula=(
        "ondergrens = a-kwantiel van de gammaverdeling met vorm x (nul als x = 0)",
        "bovengrens = (1 - a)-kwantiel van de gammaverdeling met vorm x + 1",
        "x is het aantal, a = (1 - zekerheid) / 2",
        "mid-P telt de kans op precies x maar voor de helft mee",
    ),
    not_when=(
        "Bij een percentage uit een vragenlijst. Daar hoort een andere marge bij.",
        "Als de gevallen in groepjes komen. Eén dader met tien inbraken telt hier als tien losse "
        "gevallen; de echte marge is dan breder.",
    ),
    cannot_say=(
        "Hoeveel er niet is aangegeven. Een geregistreerd misdrijf is een gemeld misdrijf.",
        "Of er fouten zitten in de registratie.",
        "Of de manier van tellen veranderd is.",
    ),
    sources=(
        "F. Garwood, Fiducial limits for the Poisson distribution, Biometrika 28 (1936).",
        "G.R. Cohen en S.-Y. Yang, Mid-P confidence intervals for the Poisson expectation, "
        "Statistics in Medicine 13 (1994).",
        "N.E. Breslow en N.E. Day, Statistical Methods in Cancer Research, deel II (1987), voor "
        "de benadering van Byar.",
    ),
    checked="Uitkomsten van R bij 90, 95 en 99,8 %, gelijk tot op acht cijfers (mid-P: zes).",
    pages=("poisson-interval",),
    example=Example(Form, answer, own),
)
