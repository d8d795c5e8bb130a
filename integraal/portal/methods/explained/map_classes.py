"""Where it is more and where less: the classes of a map."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from integraal.foundation.ui.dutch import number, percentage
from integraal.foundation.ui.tables import Column, Table
from integraal.portal.methods.badges import badge
from integraal.portal.methods.fields import ChoiceField, ExampleForm, Line, LinesField, Refused
from integraal.portal.methods.method import Answer, Example, Method
from integraal.statistics import wording
from integraal.statistics.smoothing import PoissonGamma, classify, poisson_gamma

FEWEST_INHABITANTS = 50
_CODES = {
    "higher": "area_higher",
    "lower": "area_lower",
    "not_distinguishable": "area_none",
    "unknown": "area_unknown",
}
_FIRST = """Centrum 44 3400
Zandwijk 21 2600
Oosterend 9 1900
Waterkant 12 1500
De Hoek 3 400
Polder 6 1400
Nieuwland 17 600
Buitenpark 2 20"""


class Form(ExampleForm):
    gebieden = LinesField("Gebieden", _FIRST, columns=("aantal", "inwoners"), fewest=3, longest=40)
    zekerheid = ChoiceField(
        "Hoe zeker moet een klasse zijn?",
        (("90", "90 %"), ("95", "95 %"), ("80", "80 %")),
    )


def answer(given: Mapping[str, Any]) -> Answer:
    lines: tuple[Line, ...] = given["gebieden"]
    counts, people = np.array([line.numbers for line in lines]).T
    lived_in = people >= FEWEST_INHABITANTS
    if lived_in.sum() < 2 or not counts[lived_in].sum():
        raise Refused(
            f"Er zijn ten minste twee gebieden met {FEWEST_INHABITANTS} inwoners nodig, en samen "
            "ten minste één geval.",
            "gebieden",
        )
    rate = counts[lived_in].sum() / people[lived_in].sum()
    expected = np.where(lived_in, people * rate, np.nan)
    found = poisson_gamma(np.where(lived_in, counts, np.nan), np.where(lived_in, expected, 1.0))
    codes = _classes(found, counts, expected, lived_in, int(given["zekerheid"]) / 100)
    said = [wording.stated(code, "nl") for code in codes]
    return Answer(_summary(codes), more=(_varies(found),), table=_table(lines, found, rate, said))


def _classes(
    found: PoissonGamma, counts: Any, expected: Any, lived_in: Any, certainty: float
) -> list[str]:
    classes = classify(found.probability_above, certainty=certainty)
    codes = [_CODES[str(one)] for one in classes]
    few = np.maximum(counts, np.nan_to_num(expected)) < wording.Limits().fewest
    return [
        "area_uninhabited" if not lived else "area_few" if is_few else code
        for code, is_few, lived in zip(codes, few, lived_in, strict=True)
    ]


def _summary(codes: list[str]) -> str:
    higher, lower = codes.count("area_higher"), codes.count("area_lower")
    if not higher and not lower:
        return "Geen gebied is te onderscheiden van de rest."
    return f"Van de {len(codes)} gebieden: {higher} hoger dan de rest en {lower} lager."


def _varies(found: PoissonGamma) -> str:
    if bool(found.varies):
        return (
            "De gebieden verschillen meer dan door toeval alleen. Elk cijfer schuift een stuk naar "
            "dat van de hele gemeente, een klein gebied het meest."
        )
    return "De gebieden verschillen niet meer dan door toeval. Dan krijgt elk gebied hetzelfde."


def _table(
    lines: tuple[Line, ...], found: PoissonGamma, rate: float, said: list[wording.Statement]
) -> Table:
    def per_thousand(risk: float) -> str:
        return number(1000 * rate * risk, 1)

    return Table(
        caption="Per gebied",
        columns=(
            Column("Gebied"),
            Column("Aantal", numeric=True),
            Column("Per 1.000 inwoners", numeric=True),
            Column("Bijgesteld, met marge", numeric=True),
            Column("Kans op hoger", numeric=True),
            Column("Klasse"),
        ),
        rows=tuple(
            (
                line.name,
                number(line.numbers[0]),
                _crude(line),
                f"{per_thousand(found.relative_risk[place])} "
                f"({per_thousand(found.lower[place])} tot {per_thousand(found.upper[place])})"
                if np.isfinite(found.relative_risk[place])
                else "-",
                percentage(float(found.probability_above[place]))
                if np.isfinite(found.probability_above[place])
                else "-",
                badge(said[place]),
            )
            for place, line in enumerate(lines)
        ),
    )


def _crude(line: Line) -> str:
    count, people = line.numbers
    return number(1000 * count / people, 1) if people >= FEWEST_INHABITANTS else "-"


METHOD = Method(
    slug="kaartklassen",
    name="Kaartklassen",
    group="Waar",
    question="Waar in de gemeente is het meer, en waar minder?",
    how=(
        "Een kaart met het cijfer per buurt kleurt vooral toeval: in een kleine buurt maken twee "
        "gevallen al een hoog cijfer. Daarom stellen we elk cijfer eerst bij.",
        "Elk gebied leent zekerheid van de hele gemeente. Een groot gebied blijft bijna waar het "
        "was, een klein gebied schuift naar het gemiddelde.",
        "Een gebied krijgt pas de klasse ‘hoger’ of ‘lager’ als dat voor ten minste 90 % zeker is. "
        "Anders is het ‘niet te onderscheiden’. Die 90 % kan uw gemeente veranderen.",
        "Er zijn drie klassen en geen ranglijst. Zijn het aantal en wat te verwachten was beide "
        "onder de vijf, dan staat er ‘te weinig’. Met minder dan 50 inwoners geven we geen cijfer "
        "per inwoner.",
    ),
    formula=(
        "aantal ~ Poisson(verwacht × risico), risico ~ gamma(alfa, bèta)",
        "alfa en bèta: de waarden die de aantallen het waarschijnlijkst maken",
        "bijgesteld risico = (alfa + aantal) / (bèta + verwacht)",
        "klasse: kans dat het risico boven 1 ligt ten minste 0,9 (hoger) of hooguit 0,1 (lager)",
    ),
    not_when=(
        "Voor een centrum of park waar veel mensen komen die er niet wonen. Het cijfer per inwoner "
        "zegt daar weinig.",
        "Om te zien of iets veranderde. Daarvoor is een vergelijking door de tijd.",
    ),
    cannot_say=(
        "Waar het gevaarlijk is. Het gaat over meldingen en aangiften.",
        "Waarom het daar meer is.",
    ),
    sources=(
        "D. Clayton en J. Kaldor, Empirical Bayes estimates of age-standardized relative risks, "
        "Biometrics 43 (1987).",
        "S. Richardson en anderen, Interpreting posterior relative risk estimates in "
        "disease-mapping studies, Environmental Health Perspectives 112 (2004).",
    ),
    checked="Een trage tweede berekening en nagebootste gemeenten.",
    pages=("areas-against-the-rest", "smoothing"),
    example=Example(Form, answer),
)
