"""The municipality beside the country or the region, with itself taken out."""

from collections.abc import Mapping
from typing import Any

from integraal.foundation.ui.dutch import number
from integraal.foundation.ui.tables import Column, Table
from integraal.portal.methods.badges import badge
from integraal.portal.methods.fields import ChoiceField, ExampleForm, NumberField, Refused
from integraal.portal.methods.method import Answer, Example, Method
from integraal.portal.methods.telling import as_compared, chance_words, ratio_span, ratio_words
from integraal.statistics import wording
from integraal.statistics.rates import compare_with_rest

_LARGEST = 500_000_000


class Form(ExampleForm):
    aantal = NumberField("Aantal bij u", 14)
    inwoners = NumberField("Inwoners bij u", 12_300, least=1, most=_LARGEST)
    aantal_daar = NumberField("Aantal in het hele gebied", 26_100, most=_LARGEST)
    inwoners_daar = NumberField("Inwoners in het hele gebied", 18_000_000, least=1, most=_LARGEST)
    gebied = ChoiceField("Welk gebied?", (("land", "Nederland"), ("regio", "de regio")))


def answer(given: Mapping[str, Any]) -> Answer:
    count, people = given["aantal"], given["inwoners"]
    others, other_people = given["aantal_daar"] - count, given["inwoners_daar"] - people
    if others < 0:
        raise Refused(
            "Het hele gebied heeft minder gevallen dan u. Uw gevallen horen daar ook bij.",
            "aantal_daar",
        )
    if other_people <= 0:
        raise Refused(
            "Het hele gebied heeft niet meer inwoners dan u. Uw inwoners horen daar ook bij.",
            "inwoners_daar",
        )
    found = compare_with_rest(count, people, given["aantal_daar"], given["inwoners_daar"])
    expected = others * people / other_people
    reference = "Nederland" if given["gebied"] == "land" else "de regio"
    said = wording.beside(count, expected, as_compared(found), reference=reference)
    return Answer(
        said.sentence,
        badge(said),
        table=Table(
            caption=f"Naast {reference}, zonder uzelf",
            columns=(
                Column("Wie"),
                Column("Aantal", numeric=True),
                Column("Inwoners", numeric=True),
                Column("Per 1.000 inwoners", numeric=True),
            ),
            rows=(
                ("U", number(count), number(people), number(1000 * count / people, 1)),
                (
                    f"De rest van {reference}",
                    number(others),
                    number(other_people),
                    number(1000 * others / other_people, 1),
                ),
            ),
        ),
        more=(
            f"Verhouding tot de rest: {ratio_words(float(found.ratio))}, met een marge van "
            f"{ratio_span(float(found.lower), float(found.upper))}. "
            f"Kans op zo’n verschil door toeval: {chance_words(float(found.p_value))}.",
        ),
    )


METHOD = Method(
    slug="naast-het-land-of-de-regio",
    name="Naast het land of de regio",
    group="Vergelijken",
    question="Hebben wij meer inbraken dan Nederland als geheel?",
    how=(
        "U bent zelf een deel van Nederland. Wie u met heel Nederland vergelijkt, vergelijkt u "
        "voor een stukje met uzelf. Daarom halen we u er eerst uit.",
        "Dan rekenen we uit hoeveel gevallen u zou hebben met het cijfer per inwoner van de rest. "
        "Dat aantal leggen we naast het echte aantal.",
        "De toets is dezelfde als bij twee aantallen, nu met inwoners in plaats van jaren.",
    ),
    formula=(
        "rest = aantal daar - uw aantal; inwoners rest = inwoners daar - uw inwoners",
        "te verwachten = rest × uw inwoners / inwoners rest",
        "gegeven de som is uw aantal binomiaal met kans inwoners / (inwoners + inwoners rest)",
    ),
    not_when=(
        "Als het cijfer per inwoner bij u niets zegt, zoals in een gemeente met veel toeristen.",
        "Om een kleine landelijke gemeente naast grote steden te leggen. Gebruik dan de trechter "
        "met gemeenten die op u lijken.",
    ),
    cannot_say=(
        "Waardoor het hoger of lager is. Leeftijd, woningen en ligging doen mee.",
        "Of u het beter doet dan anderen. Het is geen ranglijst.",
    ),
    sources=(
        "J. Przyborowski en H. Wilenski, Homogeneity of results in testing samples from Poisson "
        "series, Biometrika 31 (1940).",
    ),
    checked="Uitkomsten van R voor twee aantallen met ongelijke inwoners, gelijk tot acht cijfers.",
    pages=("comparing-two-counts",),
    example=Example(Form, answer),
)
