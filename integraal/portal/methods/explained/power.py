"""Which change could be seen at all."""

from collections.abc import Mapping
from typing import Any

from integraal.portal.methods.method import Answer, Example, Method
from integraal.portal.methods.own_counts import OwnCounts
from integraal.portal.methods.target.beginning import USUAL_YEARS, beginning
from integraal.portal.methods.target.content import Question, target_answer
from integraal.portal.methods.target.forms import TargetForm
from integraal.portal.methods.target.showing import shown


def answer(given: Mapping[str, Any]) -> Answer:
    return shown(
        target_answer(
            Question(
                float(given["aantal"]),
                given["verandering"] / 100,
                given["jaren_voor"],
                given["jaren_na"],
            )
        )
    )


def own(counts: OwnCounts) -> dict[str, str]:
    begun = beginning(counts, USUAL_YEARS)
    return {"aantal": begun.as_typed} if begun else {}


METHOD = Method(
    slug="welke-verandering-is-te-zien",
    name="Welke verandering is te zien",
    group="Werkte het",
    question="We willen 20 % minder inbraken. Kunnen we straks zien of dat is gelukt?",
    how=(
        "We doen alsof de verandering echt gebeurt, en rekenen uit hoe vaak onze toets haar dan "
        "zou aantonen. Die kans hangt af van drie dingen: het aantal per jaar, hoe groot de "
        "verandering is, en hoeveel jaren u naast elkaar legt.",
        "Is de kans 80 % of meer, dan is het streefcijfer goed te volgen. Is zij minder dan de "
        "helft, dan zeggen we: met deze aantallen niet aan te tonen. We zeggen er dan bij vanaf "
        "welk aantal het wel kan.",
        "In een gemeente met 10 tot 40 inbraken per jaar is in één jaar alleen een halvering te "
        "zien, en zelfs die vaak niet. Drie of vier jaar naast elkaar leggen helpt.",
    ),
    formula=(
        "kans = som van de Poisson-kansen van alle aantallen waarbij de toets p < 0,05 geeft",
        "aantal ervoor = jaren ervoor × aantal per jaar",
        "aantal erna = jaren erna × aantal per jaar × (1 + verandering)",
        "toets: mid-p, als bij twee aantallen vergelijken",
    ),
    not_when=(
        "Achteraf, om uit te leggen waarom niets te zien was. De marge van de verandering zegt "
        "dan meer.",
        "Met het hoogste jaar als begin. Dat zakt vanzelf. Neem een gemiddelde.",
    ),
    cannot_say=(
        "Of de verandering gaat gebeuren, of waardoor.",
        "Iets over gevallen die in groepjes komen. Dan is de kans kleiner dan hier staat.",
    ),
    sources=(
        "J. Przyborowski en H. Wilenski, Homogeneity of results in testing samples from Poisson "
        "series, Biometrika 31 (1940).",
    ),
    checked="Uitkomsten van R, één jaar tegen één jaar, gelijk tot op zes cijfers.",
    pages=("power",),
    example=Example(TargetForm, answer, own),
)
