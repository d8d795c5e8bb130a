"""Beside municipalities like this one, without a ranking."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from integraal.foundation.ui.charts import funnel as chart
from integraal.foundation.ui.charts.funnel import FunnelArea, FunnelLimit
from integraal.foundation.ui.components import Figure
from integraal.foundation.ui.dutch import number
from integraal.foundation.ui.tables import Column, Table
from integraal.portal.methods.badges import badge
from integraal.portal.methods.fields import ExampleForm, NumberField
from integraal.portal.methods.method import Answer, Example, Method
from integraal.statistics import wording
from integraal.statistics.funnel import Funnel, FunnelLimits, compare_areas, funnel_limits

PER = 1_000
# Inhabitants and burglaries of 24 invented municipalities of one kind.
INVENTED = (
    (9_800, 9), (10_400, 21), (10_900, 7), (11_300, 20), (11_800, 15), (12_100, 8),
    (12_600, 27), (13_000, 18), (13_500, 10), (14_100, 29), (14_800, 16), (15_200, 24),
    (15_900, 17), (16_400, 41), (17_000, 14), (17_700, 28), (18_300, 12), (19_100, 44),
    (19_800, 26), (20_600, 33), (21_500, 16), (22_700, 49), (23_900, 27), (24_800, 40),
)  # fmt: skip


class Form(ExampleForm):
    aantal = NumberField("Aantal bij u", 14, most=100_000)
    inwoners = NumberField("Inwoners bij u", 12_300, least=100)


def answer(given: Mapping[str, Any]) -> Answer:
    count, people = given["aantal"], given["inwoners"]
    found = compare_areas([count, *(n for _, n in INVENTED)], [people, *(p for p, _ in INVENTED)])
    expected = float(found.limits.expected[0])
    said = wording.funnel(str(found.zone[0]), count=count, expected=expected)  # type: ignore[arg-type]
    return Answer(
        said.sentence,
        badge(said),
        more=(
            f"Vergeleken met {len(INVENTED)} verzonnen gemeenten die op elkaar lijken. Zij "
            f"verschillen {number(float(found.dispersion[0]), 1)} keer zo veel als bij alleen "
            "toeval.",
        ),
        table=Table(
            caption="Grenzen voor een gemeente zo groot als u",
            columns=(
                Column("Grens"),
                Column("Alleen toeval", numeric=True),
                Column("Met de gewone verschillen erbij", numeric=True),
            ),
            rows=_limits(funnel_limits([expected]), found.limits),
        ),
        figure=_figure(count, people, found, said.sentence),
    )


def _figure(count: int, people: int, found: Funnel, sentence: str) -> Figure:
    target, tau2 = float(found.target_rate[0]), float(found.tau2[0])
    sizes = [*(size for size, _ in INVENTED), people]
    grid = np.geomspace(0.9 * min(sizes), 1.1 * max(sizes), 40)
    limits = funnel_limits(grid * target, tau2=tau2)
    ends = (limits.lower_998, limits.lower_95, limits.upper_95, limits.upper_998)
    rates = [np.maximum(end, 0) * target * PER for end in ends]
    others = tuple(FunnelArea(size, PER * seen / size) for size, seen in INVENTED)
    return Figure(
        uid="trechter",
        title=f"U naast {len(INVENTED)} verzonnen gemeenten",
        subtitle=f"Aantal per {number(PER)} inwoners, naar grootte.",
        chart=chart.Funnel(
            title="Trechter",
            description=f"{sentence} De tabel eronder noemt de getallen.",
            own_name="U",
            own=FunnelArea(people, PER * count / people),
            others=others,
            target=target * PER,
            limits=tuple(FunnelLimit(*map(float, row)) for row in zip(grid, *rates, strict=True)),
            unit=f"aantal per {number(PER)} inwoners",
        ),
        source="Bron: verzonnen gemeenten, en wat u hierboven invulde.",
        twin=Table(
            caption="De gemeenten in de trechter",
            columns=(
                Column("Inwoners", numeric=True),
                Column("Aantal", numeric=True),
                Column(f"Per {number(PER)} inwoners", numeric=True),
            ),
            rows=tuple(
                (number(size), number(seen), number(PER * seen / size, 1))
                for size, seen in ((people, count), *INVENTED)
            ),
        ),
    )


def _limits(alone: FunnelLimits, usual: FunnelLimits) -> tuple[tuple[str, str, str], ...]:
    expected = float(alone.expected[0])

    def events(ratio: float) -> str:
        return number(max(ratio, 0) * expected, 1)

    return tuple(
        (label, *(f"{events(lower[0])} tot {events(upper[0])}" for lower, upper in ends))  # type: ignore[misc]
        for label, ends in (
            (
                "95 %",
                ((alone.lower_95, alone.upper_95), (usual.lower_95, usual.upper_95)),
            ),
            (
                "99,8 %",
                ((alone.lower_998, alone.upper_998), (usual.lower_998, usual.upper_998)),
            ),
        )
    )


METHOD = Method(
    slug="trechter",
    name="Trechter",
    group="Vergelijken",
    question="Doen wij het anders dan gemeenten die op ons lijken?",
    how=(
        "Een ranglijst zet altijd iemand bovenaan, ook als alle verschillen toeval zijn. Kleine "
        "gemeenten staan dan het vaakst boven- of onderaan, omdat toeval daar het grootst is.",
        "In een trechter staat elke gemeente als punt: links de kleine, rechts de grote. De "
        "grenzen zijn links wijd en rechts smal. Wie binnen de grenzen ligt, past bij de rest.",
        "Gemeenten verschillen altijd meer dan door toeval alleen. Hoeveel dat gewoonlijk is, "
        "schatten we uit de gemeenten zelf, en daarmee maken we de grenzen wijder. De uitersten "
        "trekken we daarvoor eerst naar binnen, anders verbergen ze zichzelf.",
        "We vergelijken alleen met gemeenten die even groot of even stedelijk zijn. Namen van "
        "andere gemeenten staan er niet in.",
    ),
    formula=(
        "verhouding = gezien / verwacht; verwacht = inwoners × cijfer van alle gemeenten samen",
        "grenzen: exacte Poisson-grenzen van 95 % en 99,8 %, met tussenwaarden",
        "met gewone verschillen: 1 ± z × wortel(1 / verwacht + tau kwadraat)",
        "tau kwadraat volgt uit de afstanden, waarvan aan elke kant 10 % naar binnen is getrokken",
    ),
    not_when=(
        "Met minder dan tien vergelijkbare gemeenten. Dan weten we niet welke verschillen gewoon "
        "zijn.",
        "Met gemeenten die niet op u lijken.",
    ),
    cannot_say=(
        "Of iemand het goed of slecht doet.",
        "Waardoor een gemeente buiten de grenzen ligt. Vaak is het een andere manier van "
        "registreren.",
    ),
    sources=(
        "D.J. Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in "
        "Medicine 24 (2005).",
    ),
    checked="Uitkomsten van R, gelijk tot op acht cijfers: grenzen, spreiding en tau kwadraat.",
    pages=("funnel",),
    example=Example(Form, answer),
)
