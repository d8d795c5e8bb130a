"""The monthly round: every month judged by the method that its counts can bear."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from integraal.foundation.ui.charts.course import Band, Course, Point
from integraal.foundation.ui.components import Figure
from integraal.foundation.ui.dutch import MONTHS, number
from integraal.foundation.ui.tables import Column, Table
from integraal.portal.methods.badges import badge
from integraal.portal.methods.fields import ExampleForm, NumberField, NumbersField, Refused
from integraal.portal.methods.method import Answer, Example, Method
from integraal.portal.methods.own_counts import OwnCounts
from integraal.portal.methods.telling import chance_words
from integraal.statistics import wording
from integraal.statistics.surveillance import Round, Tier, monthly_round

FEWEST, LONGEST = 13, 240
SHOWN = 36
_MOST_OWN = 120
_TIERS = {
    Tier.NO_HISTORY: "geen: er zijn te weinig eerdere jaren",
    Tier.TOO_FEW: "geen: er zijn te weinig gevallen",
    Tier.EXACT: "de laatste drie maanden tegen dezelfde maanden van eerdere jaren",
    Tier.FARRINGTON: "Farrington: de maand tegen seizoen en trend",
}
EXACT_MONTHS = 3
_INVENTED = (
    "4 3 3 2 2 1 2 2 3 3 4 5 5 3 4 2 1 2 1 3 2 4 4 4 3 4 2 2 3 1 2 1 3 4 3 6 "
    "4 3 3 1 2 2 1 2 2 3 5 4 5 4 2 3 2 1 1 2 3 3 4 5 4 3 3 2 1 2 2 3 2 4 12"
)


class Form(ExampleForm):
    maanden = NumbersField(
        "Aantal per maand",
        _INVENTED,
        fewest=FEWEST,
        longest=LONGEST,
        most=10_000,
        rows=6,
        gaps=True,
        hint=(
            "De oudste maand eerst. Over de laatste doen we de uitspraak. Een streepje is een "
            "maand die niet meetelt."
        ),
    )
    jaar = NumberField("Jaar van de laatste maand", 2025, least=1950, most=2100)
    maand = NumberField("Nummer van de laatste maand", 11, least=1, most=12)


def answer(given: Mapping[str, Any]) -> Answer:
    counts = np.array([np.nan if one is None else one for one in given["maanden"]])
    if np.isnan(counts[-1]):
        raise Refused("De laatste maand heeft een getal nodig.", "maanden")
    found = monthly_round(counts, at=len(counts) - 1, incomplete=0, months=EXACT_MONTHS)
    said = _said(found)
    return Answer(
        said.sentence,
        badge(said),
        table=_table(found),
        figure=_figure(given, counts, found, said.sentence),
    )


def _said(found: Round) -> wording.Statement:
    tier = Tier(int(found.tier))
    if tier is Tier.NO_HISTORY:
        return wording.month("short")
    if tier is Tier.TOO_FEW:
        return wording.month("few")
    return wording.month(
        "alarm" if bool(found.exceeds) else "usual",
        seen=int(found.count),
        expected=float(found.expected),
        upper_bound=float(found.upper_bound),
        months=EXACT_MONTHS if tier is Tier.EXACT else 1,
    )


def _table(found: Round) -> Table:
    tier = Tier(int(found.tier))
    rows = [("Manier", _TIERS[tier])]
    if tier in (Tier.EXACT, Tier.FARRINGTON):
        rows += [
            ("Gezien", number(float(found.count))),
            ("Verwacht", number(float(found.expected), 1)),
            ("Grens", number(float(found.upper_bound))),
            ("Kans op zo veel door toeval", chance_words(float(found.p_value))),
        ]
    return Table(
        caption="Hoe deze maand is beoordeeld",
        columns=(Column("Wat"), Column("Uitkomst")),
        rows=tuple(rows),
    )


def _figure(given: Mapping[str, Any], counts: Any, found: Round, sentence: str) -> Figure:
    last = given["jaar"] * 12 + given["maand"] - 1
    shown = counts[-SHOWN:]
    months = range(last - len(shown) + 1, last + 1)
    band = None
    if int(found.tier) == Tier.FARRINGTON:
        band = Band(0.0, float(found.expected), float(found.upper_bound))
    return Figure(
        uid="maanden",
        title=sentence,
        subtitle=f"Aantal per maand, de laatste {len(shown)} maanden.",
        chart=Course(
            title="Aantal per maand",
            description=sentence,
            points=tuple(
                Point(
                    f"{MONTHS[month % 12][:3]} {month // 12 % 100:02d}",
                    None if np.isnan(count) else float(count),
                )
                for month, count in zip(months, shown, strict=True)
            ),
            bands=(*(None for _ in shown[1:]), band) if band else (),
            every="maand",
        ),
        source="Bron: wat u hierboven invulde.",
    )


def own(counts: OwnCounts) -> dict[str, str]:
    months = sorted(counts.months)[-_MOST_OWN:]
    if len(months) < FEWEST or counts.months[months[-1]] is None:
        return {}
    (first_year, first), (year, last) = months[0], months[-1]
    if (year - first_year) * 12 + last - first != len(months) - 1:
        return {}
    told = ["-" if counts.months[one] is None else str(counts.months[one]) for one in months]
    return {"maanden": " ".join(told), "jaar": str(year), "maand": str(last)}


METHOD = Method(
    slug="maandronde",
    name="Maandronde",
    group="Door de tijd",
    question="Is er deze maand iets bijzonders, of is het gewoon november?",
    how=(
        "Elke maand leggen we naast wat de jaren ervoor doen verwachten. Hoe we dat doen, hangt af "
        "van de aantallen. U ziet er altijd bij welke manier is gebruikt.",
        "Genoeg gevallen: de manier van Farrington, die gezondheidsdiensten gebruiken om een "
        "uitbraak op te merken. Zij kent het seizoen en de trend, en laat oude pieken minder zwaar "
        "meetellen. Komt de maand boven de grens, dan is zij opvallend.",
        "Minder gevallen: we nemen de laatste drie maanden samen, en leggen die naast dezelfde "
        "drie maanden van eerdere jaren. Nog minder: dan zeggen we dat het er te weinig zijn.",
        "De nieuwste drie maanden zijn nog niet compleet. Daar zeggen we niets over. Maanden uit "
        "de coronatijd tellen niet mee als maat.",
        "Alle cijfers en gebieden van een maand worden samen beoordeeld. Wat opvalt is een "
        "signaal, geen conclusie: kijk dan naar de meldingen zelf.",
        "Voor nieuwe cijfers zonder geschiedenis bestaan EARS en een methode van Bayes; CUSUM ziet "
        "een langzame verschuiving. Die staan in de rekenbibliotheek, niet in de ronde.",
    ),
    formula=(
        "log(verwacht) = a + seizoen + trend, met spreiding ten minste 1, twee keer geschat",
        "maanden met een gestandaardiseerd residu boven 2,58 wegen minder mee",
        "grens: 99 %-kwantiel van een negatief-binomiale verdeling",
        "laatste drie maanden: gegeven de som is het aantal binomiaal, mid-p",
        "opvallend: boven de grens, en na Benjamini-Hochberg over de hele ronde onder 5 %",
    ),
    not_when=(
        "Als de manier van registreren net veranderde.",
        "Met minder dan drie eerdere jaren.",
    ),
    cannot_say=(
        "Wat er aan de hand is. Het zegt alleen dat het meer is dan verwacht.",
        "Dat het rustig is. Bij kleine aantallen mist elke methode veel.",
    ),
    sources=(
        "C.P. Farrington en anderen, A statistical algorithm for the early detection of outbreaks, "
        "Journal of the Royal Statistical Society A 159 (1996).",
        "A. Noufaily en anderen, An improved algorithm for outbreak detection in multiple "
        "surveillance systems, Statistics in Medicine 32 (2013).",
        "L. Hutwagner en anderen, The bioterrorism preparedness and response Early Aberration "
        "Reporting System, Journal of Urban Health 80 (2003), voor EARS.",
    ),
    checked="Uitkomsten van R (surveillance): elke grens gelijk, elk signaal gelijk.",
    pages=("surveillance", "ears-cusum-bayes"),
    example=Example(Form, answer, own),
)
