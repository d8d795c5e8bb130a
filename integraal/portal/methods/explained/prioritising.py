"""Choosing together what comes first, and how firm that choice is."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from integraal.foundation.ui.dutch import number, percentage
from integraal.foundation.ui.tables import Column, Table
from integraal.portal.methods.fields import ExampleForm, Line, LinesField, Refused
from integraal.portal.methods.method import Answer, Example, Method
from integraal.statistics.ranking import (
    BudgetWeights,
    Preference,
    budget_weights,
    kendall_w,
    promethee_ii,
    smaa,
    weighted_sum,
)

CRITERIA = ("ernst", "omvang", "invloed")
DRAWS = 10_000
_POINTS, _TOP = 100, 3
# A point is no difference; three points are a clear one.
_PREFERENCE = Preference("linear", indifference=1, preference=3)
_STRENGTHS = {"weak": "weinig", "moderate": "redelijk", "strong": "sterk"}
_SCORES = """Ondermijning 8 4 5
Overlast jeugd 4 7 8
Verkeer 6 8 6
Woninginbraak 6 5 6
Online oplichting 7 8 3"""
_WEIGHTS = """Burgemeester 50 20 30
Politie 40 40 20
Jongerenwerk 20 30 50
Adviseur 35 30 35"""


class Form(ExampleForm):
    scores = LinesField(
        "Scores van 0 tot 10", _SCORES, columns=CRITERIA, longest=12, most=10, whole=False
    )
    gewichten = LinesField(
        "Hoe elke deelnemer 100 punten verdeelt", _WEIGHTS, columns=CRITERIA, most=100, whole=False
    )


def answer(given: Mapping[str, Any]) -> Answer:
    themes: tuple[Line, ...] = given["scores"]
    scores = np.array([line.numbers for line in themes])
    weights = _weights(given["gewichten"])
    total = weighted_sum(scores, weights.weights)
    flows = promethee_ii(scores, weights.weights, None, _PREFERENCE)
    in_top = smaa(scores, draws=DRAWS).in_top(_TOP)
    order = np.argsort(total.rank, kind="stable")
    first = order[0]
    return Answer(
        f"Met deze scores en gewichten staat {themes[first].name} bovenaan. Bij "
        f"{percentage(float(in_top[first]))} van alle mogelijke gewichten staat het bij de eerste "
        f"{_TOP}.",
        more=(_agreement(scores, given["gewichten"]),),
        table=Table(
            caption="Volgorde op twee manieren, en hoe vast die is",
            columns=(
                Column("Wat"),
                Column("Gewogen score", numeric=True),
                Column("Plaats", numeric=True),
                Column("Plaats volgens PROMETHEE", numeric=True, short="PROMETHEE"),
                Column(f"Bij de eerste {_TOP}", numeric=True),
            ),
            rows=tuple(
                (
                    themes[place].name,
                    number(float(total.value[place]), 1),
                    str(int(total.rank[place])),
                    str(int(flows.rank[place])),
                    percentage(float(in_top[place])),
                )
                for place in order
            ),
        ),
    )


def _weights(lines: tuple[Line, ...]) -> BudgetWeights:
    for place, line in enumerate(lines, start=1):
        if abs(sum(line.numbers) - _POINTS) > 0.5:
            raise Refused(
                f"Regel {place}: {line.name} verdeelt {number(sum(line.numbers))} punten. Maak er "
                f"samen {_POINTS} van.",
                "gewichten",
            )
    return budget_weights([line.numbers for line in lines], total=_POINTS)


def _agreement(scores: Any, participants: tuple[Line, ...]) -> str:
    """Return how far the orders that the participants' weights give agree."""
    found = kendall_w(np.array([line.numbers for line in participants]) @ scores.T)
    if found.strength == "undefined":
        return "Hoe ver de deelnemers het eens zijn, is niet te berekenen: er is geen verschil."
    return (
        f"De volgordes van de {found.raters} deelnemers komen {_STRENGTHS[found.strength]} overeen "
        f"(Kendalls W is {number(found.w, 2)})."
    )


METHOD = Method(
    slug="prioriteren",
    name="Prioriteren",
    group="Kiezen",
    question="Wat pakken we eerst aan, en zou de lijst omvallen bij andere gewichten?",
    how=(
        "Elk onderwerp krijgt per onderdeel een score van 0 tot 10. Elke deelnemer verdeelt 100 "
        "punten over de onderdelen. Van die verdelingen nemen we per onderdeel de middelste.",
        "Score maal gewicht, opgeteld: dat is de volgorde. Iedereen aan tafel kan dat narekenen.",
        "Als tweede blik vergelijken we elk onderwerp met elk ander, onderdeel voor onderdeel "
        "(PROMETHEE). Eén punt verschil telt dan niet, drie punten tellen helemaal. Verschilt de "
        "volgorde? Dan hangt zij af van de manier van rekenen, en is het tijd om te praten.",
        "Daarna proberen we duizenden andere verdelingen van de punten. ‘Bij de eerste drie in "
        "87 % van alle verdelingen’ zegt hoe vast een plaats is (SMAA).",
        "Kendalls W zegt hoe ver de deelnemers het eens zijn: onder 0,3 weinig, boven 0,6 sterk.",
    ),
    formula=(
        "gewogen score = som van score × gewicht",
        "PROMETHEE II: netto = (wint van de anderen - verliest van de anderen) / (n - 1), gewogen",
        "SMAA: deel van de willekeurige gewichten waarbij een onderwerp een plaats haalt",
        "W = 12 S / (m² (n³ - n)), met een correctie voor gelijke plaatsen",
    ),
    not_when=(
        "Als de scores een gok zijn. Rekenen maakt een gok niet beter.",
        "Als een onderdeel dubbel telt, zoals ‘ernst’ en ‘gevolgen’.",
    ),
    cannot_say=(
        "Wat u moet kiezen. Het is een begin van het gesprek, de raad beslist.",
        "Of een aanpak werkt.",
    ),
    sources=(
        "J.-P. Brans en Ph. Vincke, A preference ranking organisation method, Management Science "
        "31 (1985).",
        "R. Lahdelma en P. Salminen, SMAA-2, Operations Research 49 (2001).",
        "M.G. Kendall en B. Babington Smith, The problem of m rankings, Annals of Mathematical "
        "Statistics 10 (1939).",
    ),
    checked="Uitkomsten van R voor elk onderdeel; SMAA tot op 0,6 procentpunt.",
    pages=("ranking",),
    example=Example(Form, answer),
)
