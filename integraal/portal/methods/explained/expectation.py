"""What the years before lead one to expect."""

from collections.abc import Mapping
from typing import Any

from integraal.foundation.ui.charts.course import Band, Course, Point
from integraal.foundation.ui.components import Figure
from integraal.foundation.ui.dutch import number
from integraal.portal.methods.fields import ExampleForm, NumberField, NumbersField
from integraal.portal.methods.method import Answer, Example, Method
from integraal.portal.methods.own_counts import OwnCounts
from integraal.statistics.expectation import Expectation, expected_from_years

_MOST_OWN = 9


class Form(ExampleForm):
    aantallen = NumbersField(
        "Aantal per jaar",
        "30 24 21 20 12 14",
        fewest=4,
        longest=30,
        hint="Het oudste jaar eerst. Over het laatste doen we de uitspraak.",
    )
    laatste = NumberField("Laatste jaar", 2025, least=1950, most=2100)


def answer(given: Mapping[str, Any]) -> Answer:
    counts: tuple[int, ...] = given["aantallen"]
    last = given["laatste"]
    years = dict(zip(range(last - len(counts) + 1, last + 1), counts, strict=True))
    found = expected_from_years(last, years)
    assert found is not None, "the form asks for four years, and three are enough"
    seen = counts[-1]
    return Answer(
        _said(found, seen),
        more=(
            "Dit is geen oordeel over een verandering: buiten de band is het de moeite van het "
            "bekijken waard, meer niet.",
        ),
        figure=_figure(years, found),
    )


def _said(found: Expectation, seen: int) -> str:
    place = (
        "past bij" if found.holds(seen) else "ligt boven" if seen > found.upper else "ligt onder"
    )
    return (
        f"{number(seen)} in {found.year} {place} de jaren ervoor: verwacht "
        f"{number(round(found.expected, 1))}, tussen {number(found.lower)} en "
        f"{number(found.upper)}."
    )


def _figure(years: Mapping[int, int], found: Expectation) -> Figure:
    band = Band(found.lower, found.expected, found.upper)
    used = f"{found.years_used[0]} tot en met {found.years_used[-1]}"
    return Figure(
        uid="verwachting",
        title=_said(found, years[found.year]),
        subtitle=f"Aantal per jaar. De verwachting komt uit {used}.",
        chart=Course(
            title="Aantal per jaar met de verwachting",
            description=_said(found, years[found.year]),
            points=tuple(Point(str(year), count) for year, count in years.items()),
            bands=tuple(band if year == found.year else None for year in years),
        ),
        source="Bron: wat u hierboven invulde.",
    )


def own(counts: OwnCounts) -> dict[str, str]:
    years = sorted(counts.years)[-_MOST_OWN:]
    if len(years) < 4 or years[-1] - years[0] != len(years) - 1:
        return {}
    return {
        "aantallen": " ".join(str(counts.years[year]) for year in years),
        "laatste": str(years[-1]),
    }


METHOD = Method(
    slug="verwachting-uit-eerdere-jaren",
    name="Verwachting uit eerdere jaren",
    group="Door de tijd",
    question="Past dit jaar bij de jaren ervoor?",
    how=(
        "We nemen de vijf laatste bruikbare jaren voor het jaar waar het om gaat. Hun gemiddelde "
        "is de verwachting.",
        "Daaromheen ligt een band. We rekenen die op twee manieren uit: met alleen toeval, en met "
        "hoe sterk de jaren zelf op en neer gaan. De breedste van de twee geldt.",
        "Jaren die geen eerlijke maat zijn, zoals die van de coronatijd, doen in de cijfers van "
        "uw gemeente niet mee.",
    ),
    formula=(
        "verwacht = gemiddelde van n jaren, n hooguit 5",
        "band = (wortel(verwacht) ± b × wortel(1 + 1/n) / 2) in het kwadraat",
        "b is de grootste van 1,96 en t × wortel(spreiding); spreiding = chi-kwadraat / (n - 1)",
    ),
    not_when=(
        "Na een lange daling of stijging. De band ziet geen trend en ligt dan te hoog of te laag.",
        "Met minder dan drie bruikbare jaren ervoor. Dan rekenen we niets uit.",
    ),
    cannot_say=("Of er een oorzaak is. Een jaar buiten de band is geen oordeel.",),
    sources=(
        "P. McCullagh en J.A. Nelder, Generalized Linear Models (1989), hoofdstuk 6, voor de "
        "spreiding.",
    ),
    checked=(
        "Nagebootst met drie en vijf jaren en gemiddelden van 2 tot 264: de band van 95 % bevatte "
        "96 tot 100 % van de nieuwe jaren. Hij is dus eerder te breed dan te smal."
    ),
    pages=("expectation",),
    example=Example(Form, answer, own),
)
