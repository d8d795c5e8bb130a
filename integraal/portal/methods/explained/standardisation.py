"""Standardising: what the count would be with the population of another place."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from integraal.foundation.ui.dutch import number
from integraal.foundation.ui.tables import Column, Table
from integraal.portal.methods.badges import badge
from integraal.portal.methods.fields import ExampleForm, Line, LinesField, NumberField, Refused
from integraal.portal.methods.method import Answer, Example, Method
from integraal.statistics import wording
from integraal.statistics.rates import direct_rate, indirect_rate

_FIRST = """12-17 18 900 20000 1100000
18-24 21 850 31000 1500000
25-44 15 2800 42000 4600000
45-64 9 3900 24000 4900000
65+ 4 2700 9000 3700000"""


class Form(ExampleForm):
    groepen = LinesField(
        "Leeftijdsgroepen",
        _FIRST,
        columns=("uw aantal", "uw inwoners", "aantal in Nederland", "inwoners in Nederland"),
        most=20_000_000,
    )
    per = NumberField("Per hoeveel inwoners", 1_000, least=1, most=100_000)


def answer(given: Mapping[str, Any]) -> Answer:
    lines: tuple[Line, ...] = given["groepen"]
    counts, people, their_counts, their_people = np.array([line.numbers for line in lines]).T
    if np.any(people <= 0) or np.any(their_people <= 0):
        raise Refused("Elke groep heeft inwoners nodig, bij u en in Nederland.", "groepen")
    if not their_counts.sum():
        raise Refused("Zonder gevallen in Nederland is er niets te verwachten.", "groepen")
    direct = direct_rate(counts, people, their_people)
    indirect = indirect_rate(counts, people, their_counts, their_people).ratio
    expected = float(indirect.expected)
    compared = wording.Compared(
        float(indirect.ratio), float(indirect.lower), float(indirect.upper), float(indirect.p_value)
    )
    said = wording.beside(
        int(counts.sum()), expected, compared, reference="Nederland bij uw leeftijdsopbouw"
    )
    per = given["per"]
    return Answer(
        said.sentence,
        badge(said),
        table=Table(
            caption=f"Per {number(per)} inwoners",
            columns=(
                Column("Cijfer"),
                Column("Waarde", numeric=True),
                Column("Marge (95 %)", numeric=True),
            ),
            rows=(
                ("Zoals het is", number(per * float(direct.crude_rate), 2), "-"),
                (
                    "Met de leeftijdsopbouw van Nederland (direct)",
                    number(per * float(direct.rate), 2),
                    _span(per * float(direct.lower), per * float(direct.upper)),
                ),
                ("Nederland zelf", number(per * their_counts.sum() / their_people.sum(), 2), "-"),
                (
                    "Uw aantal gedeeld door wat te verwachten was (indirect)",
                    number(float(indirect.ratio), 2),
                    _span(float(indirect.lower), float(indirect.upper)),
                ),
            ),
        ),
    )


def _span(lower: float, upper: float) -> str:
    return f"{number(lower, 2)} tot {number(upper, 2)}"


METHOD = Method(
    slug="standaardiseren",
    name="Standaardiseren",
    group="Vergelijken",
    question="Wij hebben veel ouderen. Is ons cijfer daarom lager, of doet er meer mee?",
    how=(
        "Jongeren komen vaker met de politie in aanraking dan ouderen. Een gemeente met veel "
        "ouderen heeft daardoor een lager cijfer, ook als elke groep precies gemiddeld is.",
        "Direct: we rekenen met uw cijfer per leeftijdsgroep en de leeftijdsopbouw van Nederland. "
        "Zo ziet u wat uw cijfer zou zijn met een andere bevolking.",
        "Indirect: we rekenen met het landelijke cijfer per groep en uw eigen inwoners. Zo ziet u "
        "hoeveel gevallen te verwachten waren. Bij kleine aantallen is dit de veilige manier.",
    ),
    formula=(
        "direct = som van (aandeel van de groep in Nederland × uw aantal / uw inwoners)",
        "marge: gammaverdeling volgens Fay en Feuer",
        "indirect = uw aantal / som van (landelijk cijfer van de groep × uw inwoners)",
        "marge: exacte Poisson-grenzen van uw aantal, gedeeld door wat te verwachten was",
    ),
    not_when=(
        "Direct, als een groep bij u bijna leeg is. Een enkel geval telt dan heel zwaar.",
        "Als u wilt weten hoeveel werk er is. Daarvoor telt het echte aantal.",
    ),
    cannot_say=(
        "Of het komt door leeftijd alleen. Inkomen, woningen en ligging doen ook mee.",
        "Indirecte cijfers van twee gemeenten mag u niet naast elkaar leggen.",
    ),
    sources=(
        "M.P. Fay en E.J. Feuer, Confidence intervals for directly standardized rates, Statistics "
        "in Medicine 16 (1997).",
        "N.E. Breslow en N.E. Day, Statistical Methods in Cancer Research, deel II (1987).",
    ),
    checked="Uitkomsten van R (epitools), gelijk tot op zes cijfers.",
    pages=("standardisation",),
    example=Example(Form, answer),
)
