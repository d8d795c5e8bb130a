"""A trend over years."""

from collections.abc import Mapping
from typing import Any

from integraal.foundation.ui.charts.course import Course, Point
from integraal.foundation.ui.components import Figure
from integraal.foundation.ui.dutch import number
from integraal.foundation.ui.tables import Column, Table
from integraal.portal.methods.badges import badge
from integraal.portal.methods.fields import ExampleForm, NumberField, NumbersField, Refused
from integraal.portal.methods.method import Answer, Example, Method
from integraal.portal.methods.own_counts import OwnCounts
from integraal.portal.methods.telling import chance_words, ratio_span, ratio_words
from integraal.statistics import wording
from integraal.statistics.rates import poisson_interval, poisson_trend

FEWEST = 5
_MOST_OWN = 15


class Form(ExampleForm):
    aantallen = NumbersField(
        "Aantal per jaar",
        "46 44 41 33 30 24 21 20 12 9 11 10 7 14",
        fewest=FEWEST,
        longest=40,
        hint="Het oudste jaar eerst.",
    )
    laatste = NumberField("Laatste jaar", 2025, least=1950, most=2100)


def answer(given: Mapping[str, Any]) -> Answer:
    counts: tuple[int, ...] = given["aantallen"]
    if not any(counts):
        raise Refused("Met alleen nullen is er geen trend.", "aantallen")
    years = range(given["laatste"] - len(counts) + 1, given["laatste"] + 1)
    found = poisson_trend(counts, list(years))
    compared = wording.Compared(
        float(found.ratio), float(found.lower), float(found.upper), float(found.p_value)
    )
    said = wording.trend((counts[0], counts[-1]), (years[0], years[-1]), compared)
    return Answer(
        said.sentence,
        badge(said),
        table=Table(
            caption="De trend in getallen",
            columns=(Column("Wat"), Column("Uitkomst", numeric=True)),
            rows=(
                ("Elk jaar keer", ratio_words(float(found.ratio))),
                ("Marge daarvan (95 %)", ratio_span(float(found.lower), float(found.upper))),
                ("Kans op zo’n trend door toeval", chance_words(float(found.p_value))),
                ("Spreiding (1 is alleen toeval)", number(float(found.dispersion), 2)),
            ),
        ),
        figure=_figure(counts, years, said.sentence),
    )


def _figure(counts: tuple[int, ...], years: range, sentence: str) -> Figure:
    limits = poisson_interval(counts)
    return Figure(
        uid="trend",
        title=sentence,
        subtitle=f"Aantal per jaar, {years[0]} tot en met {years[-1]}.",
        chart=Course(
            title="Aantal per jaar",
            description=sentence,
            points=tuple(
                Point(str(year), count, float(limits.lower[place]), float(limits.upper[place]))
                for place, (year, count) in enumerate(zip(years, counts, strict=True))
            ),
        ),
        source="Bron: wat u hierboven invulde.",
    )


def own(counts: OwnCounts) -> dict[str, str]:
    years = sorted(counts.years)[-_MOST_OWN:]
    if len(years) < FEWEST or years[-1] - years[0] != len(years) - 1:
        return {}
    return {
        "aantallen": " ".join(str(counts.years[year]) for year in years),
        "laatste": str(years[-1]),
    }


METHOD = Method(
    slug="trend-over-jaren",
    name="Trend over jaren",
    group="Door de tijd",
    question="Gaat het de goede kant op, over alle jaren samen bekeken?",
    how=(
        "Twee jaren naast elkaar zeggen bij kleine aantallen weinig. Een rij jaren zegt meer. We "
        "leggen een lijn door alle jaren die elk jaar met hetzelfde deel stijgt of daalt.",
        "Gaan de jaren sterker op en neer dan toeval alleen? Dan maken we de marge breder. Lijken "
        "ze juist heel rustig, dan maken we haar niet smaller: dat is vaak geluk.",
        "Past ‘geen trend’ bij de marge, dan zeggen we: geen aantoonbare trend.",
    ),
    formula=(
        "log(verwacht aantal) = a + b × jaar, aantallen volgens Poisson",
        "spreiding = het grootste van 1 en chi-kwadraat / (n - 2)",
        "marge: e tot de macht (b ± t × standaardfout × wortel(spreiding)), n - 2 vrijheidsgraden",
    ),
    not_when=(
        "Over een jaar heen waarin de manier van tellen veranderde.",
        "Als het eerst steeg en daarna daalde. De lijn wordt dan vlak, en dat klopt niet.",
        "Met minder dan vijf jaren.",
    ),
    cannot_say=(
        "Hoe het verder gaat. Een trend is geen voorspelling.",
        "Waardoor het komt.",
    ),
    sources=("P. McCullagh en J.A. Nelder, Generalized Linear Models (1989), hoofdstuk 6.",),
    checked="Uitkomsten van R (glm), gelijk tot op acht cijfers.",
    pages=("trend",),
    example=Example(Form, answer, own),
)
