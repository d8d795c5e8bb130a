"""What weighting does to a poll, and what it cannot mend."""

from collections.abc import Hashable, Mapping
from typing import Any

import numpy as np

from integraal.foundation.ui.dutch import number, percentage
from integraal.foundation.ui.tables import Column, Table
from integraal.portal.methods.badges import badge
from integraal.portal.methods.fields import ChoiceField, ExampleForm, Line, LinesField, Refused
from integraal.portal.methods.method import Answer, Example, Method
from integraal.statistics import wording
from integraal.statistics.weighting import Weights, estimate_share, rake

MOST_ANSWERS = 2_000
_FIRST = """jong vrouw 22 14
jong man 16 10
midden vrouw 78 53
midden man 52 36
oud vrouw 71 46
oud man 55 37"""
_AGES = "jong 3600\nmidden 4700\noud 3700"
_SEXES = "vrouw 6050\nman 5950"


class Form(ExampleForm):
    invullers = LinesField(
        "Wie vulde in, en hoeveel voelen zich veilig?",
        _FIRST,
        columns=("invullers", "voelt zich veilig"),
        longest=24,
        most=MOST_ANSWERS,
        hint="De naam is een leeftijd en een geslacht.",
    )
    leeftijd = LinesField("Alle inwoners naar leeftijd", _AGES, columns=("inwoners",), longest=12)
    geslacht = LinesField("Alle inwoners naar geslacht", _SEXES, columns=("inwoners",), longest=4)
    werving = ChoiceField(
        "Hoe kwamen de invullers erbij?",
        (("zelf", "ze kozen zelf om mee te doen"), ("loting", "ze zijn geloot")),
    )


def answer(given: Mapping[str, Any]) -> Answer:
    ages, sexes, indicator = _people(given["invullers"])
    margins: dict[str, Mapping[Hashable, float]] = {
        "leeftijd": _margin(given["leeftijd"], ages, "leeftijd"),
        "geslacht": _margin(given["geslacht"], sexes, "geslacht"),
    }
    try:
        weights = rake({"leeftijd": ages, "geslacht": sexes}, margins)
    except ValueError as error:
        raise Refused(
            "Met deze groepen en inwoners is er geen weging die klopt. Kijk of elke groep "
            "invullers heeft, en of er naar leeftijd en geslacht even veel inwoners zijn.",
        ) from error
    plain = float(indicator.mean())
    weighted = estimate_share(
        indicator, weights, calibrated_on={"leeftijd": ages, "geslacht": sexes}
    )
    self_selected = given["werving"] == "zelf"
    said = wording.poll_share(
        plain if self_selected else float(weighted.value),
        indicator.size,
        claim="voelt {share} zich veilig",
        self_selected=self_selected,
        lower=float(weighted.lower),
        upper=float(weighted.upper),
    )
    return Answer(
        said.sentence,
        badge(said),
        more=(wording.beside_weighted(plain, float(weighted.value), ["leeftijd", "geslacht"]),),
        table=_table(plain, weighted, weights, self_selected),
    )


def _people(lines: tuple[Line, ...]) -> tuple[Any, Any, Any]:
    """Return age, sex and answer of each person."""
    ages, sexes, answers = [], [], []
    for place, line in enumerate(lines, start=1):
        words, (people, safe) = line.name.split(), (int(one) for one in line.numbers)
        if len(words) != 2:
            raise Refused(
                f"Regel {place}: schrijf een leeftijd en een geslacht, zoals ‘jong vrouw’.",
                "invullers",
            )
        if safe > people:
            raise Refused(
                f"Regel {place}: er voelen zich meer mensen veilig dan er invulden.", "invullers"
            )
        ages += [words[0]] * people
        sexes += [words[1]] * people
        answers += [1.0] * safe + [0.0] * (people - safe)
    if not 2 <= len(answers) <= MOST_ANSWERS:
        raise Refused(
            f"Vul samen 2 tot {number(MOST_ANSWERS)} invullers in; dit zijn er "
            f"{number(len(answers))}.",
            "invullers",
        )
    return np.array(ages), np.array(sexes), np.array(answers)


def _margin(lines: tuple[Line, ...], seen: Any, field: str) -> dict[Hashable, float]:
    margin = {line.name: line.numbers[0] for line in lines}
    unknown = set(seen) - margin.keys()
    absent = {name for name, people in margin.items() if people} - set(seen)
    if unknown:
        raise Refused(f"Bij de inwoners ontbreekt: {', '.join(sorted(unknown))}.", field)
    if absent:
        raise Refused(
            f"Niemand van deze groep vulde in: {', '.join(sorted(absent))}. Voeg haar samen met "
            "een andere groep.",
            field,
        )
    if not all(margin[name] for name in set(seen)):
        raise Refused("Een groep zonder inwoners kan geen invullers hebben.", field)
    return {name: people for name, people in margin.items() if people}


def _table(plain: float, weighted: Any, weights: Weights, self_selected: bool) -> Table:
    margin = "geen: de invullers kozen zelf"
    if not self_selected:
        lower, upper = percentage(float(weighted.lower)), percentage(float(weighted.upper))
        margin = f"{lower} tot {upper}"
    largest = float(np.max(weights.values) / np.mean(weights.values))
    return Table(
        caption="Gewogen en ongewogen",
        columns=(Column("Wat"), Column("Uitkomst", numeric=True)),
        rows=(
            ("Voelt zich veilig, zoals ingevuld", percentage(plain)),
            ("Gewogen naar leeftijd en geslacht", percentage(float(weighted.value))),
            ("Marge voor alle inwoners", margin),
            ("Zo veel invullers tellen echt mee", number(float(weights.effective_n), 0)),
            ("De zwaarste invuller telt", f"{number(largest, 1)} keer mee"),
        ),
    )


METHOD = Method(
    slug="wegen-van-een-peiling",
    name="Wegen van een peiling",
    group="Vragen aan inwoners",
    question="294 inwoners vulden een vragenlijst in. Zegt dat iets over alle inwoners?",
    how=(
        "Vulden er weinig jongeren in? Dan laten we elke jongere zwaarder meetellen en elke oudere "
        "lichter, tot leeftijd en geslacht kloppen met de hele gemeente. Dat heet wegen.",
        "Zwaar wegen kost zekerheid. Van 294 invullers tellen er dan bijvoorbeeld maar 216 echt "
        "mee.",
        "Wegen maakt van een oproep op internet geen steekproef. Wie boos is of wie de pagina "
        "volgt, doet eerder mee. Dat staat niet in leeftijd of geslacht, dus wegen helpt er niet "
        "tegen. Het kan de uitkomst zelfs slechter maken.",
        "Kozen de invullers zelf om mee te doen? Dan zeggen we alleen iets over de invullers, en "
        "geven we geen marge voor alle inwoners. We laten gewogen en ongewogen naast elkaar zien.",
    ),
    formula=(
        "raking: maak om en om de som van de gewichten gelijk aan de inwoners naar leeftijd en "
        "naar geslacht, tot beide kloppen",
        "ontwerpeffect = n × som van de gewichten in het kwadraat / (som van de gewichten) in het "
        "kwadraat",
        "zo veel tellen er mee = n / ontwerpeffect",
        "de marge van een geloot aandeel is een logit-marge met een gelineariseerde standaardfout",
    ),
    not_when=(
        "Als een groep bijna geen invullers heeft. Dan hangt alles af van een paar mensen.",
        "Om een peiling op internet te laten lijken op een onderzoek met loting.",
    ),
    cannot_say=(
        "Wat de mensen vinden die niet meededen.",
        "Of het vorig jaar anders was, als toen anderen werden gevraagd.",
    ),
    sources=(
        "W.E. Deming en F.F. Stephan, On a least squares adjustment of a sampled frequency table, "
        "Annals of Mathematical Statistics 11 (1940).",
        "J.-C. Deville en C.-E. Särndal, Calibration estimators in survey sampling, Journal of the "
        "American Statistical Association 87 (1992).",
        "L. Kish, Survey Sampling (1965), voor het ontwerpeffect.",
    ),
    checked="Uitkomsten van R (survey) voor een verzonnen peiling van 294 invullers.",
    pages=("weighting",),
    example=Example(Form, answer),
)
