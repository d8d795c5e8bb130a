"""Whether a count changed, or whether it is chance."""

from collections.abc import Mapping
from typing import Any

from integraal.foundation.ui.dutch import number
from integraal.foundation.ui.tables import Column, Table
from integraal.portal.methods.badges import badge
from integraal.portal.methods.fields import ChoiceField, ExampleForm, NumberField
from integraal.portal.methods.method import Answer, Example, Method
from integraal.portal.methods.own_counts import OwnCounts
from integraal.portal.methods.telling import as_compared, chance_words, ratio_span, ratio_words
from integraal.statistics import wording
from integraal.statistics.rates import CountComparison, compare_counts

MOST = 1_000_000
STEP = 5
_ROUNDED = {
    "nee": (False, False),
    "eerder": (True, False),
    "later": (False, True),
    "beide": (True, True),
}


class Form(ExampleForm):
    eerder = NumberField("Aantal eerder", 7, most=MOST, hint="In de eerste periode.")
    later = NumberField(
        "Aantal later", 14, most=MOST, hint="In de tweede periode, die even lang is."
    )
    afgerond = ChoiceField(
        "Rondt de bron af op vijf?",
        (
            ("nee", "nee"),
            ("eerder", "het eerste aantal"),
            ("later", "het tweede aantal"),
            ("beide", "beide aantallen"),
        ),
    )


def answer(given: Mapping[str, Any]) -> Answer:
    earlier, later = given["eerder"], given["later"]
    rounded = _ROUNDED[given["afgerond"]]
    found, statement = compared(earlier, later, rounded)
    return Answer(statement.sentence, badge(statement), table=_table(earlier, later, found))


def compared(
    earlier: int, later: int, rounded: tuple[bool, bool] = (False, False)
) -> tuple[CountComparison, wording.Statement]:
    """Return the comparison of two periods of equal length, and what may be said of it.

    Args:
        rounded: whether the source rounds the earlier and the later count to fives.
    """
    steps = [STEP if one else 1 for one in rounded]
    found = compare_counts(later, 1, earlier, 1, rounded_to=steps[1], rounded_to_b=steps[0])
    said = wording.change(
        earlier,
        later,
        as_compared(found),
        before="de eerste periode",
        after="de tweede periode",
        rounded=rounded,
    )
    return found, said


def _table(earlier: int, later: int, found: CountComparison) -> Table:
    return Table(
        caption=f"{number(earlier)} tegen {number(later)}",
        columns=(Column("Wat"), Column("Uitkomst", numeric=True)),
        rows=(
            ("Later gedeeld door eerder", ratio_words(float(found.ratio))),
            ("Marge daarvan (95 %)", ratio_span(float(found.lower), float(found.upper))),
            ("Kans op zo’n verschil door toeval", chance_words(float(found.p_value))),
        ),
    )


def own(counts: OwnCounts) -> dict[str, str]:
    years = sorted(counts.years)[-2:]
    if len(years) < 2 or years[1] - years[0] != 1:
        return {}
    return {"eerder": str(counts.years[years[0]]), "later": str(counts.years[years[1]])}


METHOD = Method(
    slug="twee-aantallen-vergelijken",
    name="Twee aantallen vergelijken",
    group="Vergelijken",
    question="Eerst 7 inbraken, een jaar later 14. Is dat een verandering, of toeval?",
    how=(
        "Stel dat er niets is veranderd. Dan had elk van de 21 inbraken evenveel kans om in het "
        "ene of in het andere jaar te vallen, zoals kop of munt. We rekenen uit hoe vaak toeval "
        "een verdeling geeft die zo scheef is, of nog schever.",
        "Is die kans 5 % of meer, dan zeggen we: geen aantoonbare verandering. Dat is iets anders "
        "dan ‘gelijk gebleven’. We weten het dan gewoon niet.",
        "Zijn er samen minder dan vijf gevallen? Dan zeggen we niets. Een percentage noemen we "
        "pas vanaf 20 gevallen in de eerste periode, en altijd met de marge erbij.",
        "Rondt de bron beide aantallen af? Dan vergelijken we ze niet: 5 en 10 kunnen ook 7 en 8 "
        "zijn geweest.",
    ),
    formula=(
        "gegeven de som n = x1 + x2 is x1 binomiaal met kans e1 / (e1 + e2) als er niets verandert",
        "p = 2 × de kleinste van de twee staarten, hooguit 1",
        "mid-p: de kans op precies wat we zagen telt voor de helft mee",
        "de marge van de verhouding volgt uit dezelfde staarten",
        "x is het aantal, e is de duur of het aantal inwoners",
    ),
    not_when=(
        "Als de manier van tellen tussen de twee periodes is veranderd.",
        "Als een van de jaren is gekozen omdat het zo slecht was. Daarna gaat het vanzelf beter, "
        "ook zonder dat iemand iets doet. Neem dan meer jaren.",
        "Bij een rij jaren achter elkaar: kijk dan naar de trend.",
    ),
    cannot_say=(
        "Waardoor het veranderde.",
        "Dat er niets gebeurde. Met kleine aantallen zijn de meeste echte veranderingen niet te "
        "zien.",
    ),
    sources=(
        "J. Przyborowski en H. Wilenski, Homogeneity of results in testing samples from Poisson "
        "series, Biometrika 31 (1940).",
        "G. Berry en P. Armitage, Mid-P confidence intervals: a brief review, The Statistician 44 "
        "(1995).",
    ),
    checked=(
        "Uitkomsten van R, gelijk tot op acht cijfers, en een trage tweede berekening die alle "
        "mogelijke verdelingen naloopt."
    ),
    pages=("comparing-two-counts",),
    example=Example(Form, answer, own),
)
