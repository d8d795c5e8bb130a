"""Whether groups of those who answered a poll differ."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from integraal.foundation.ui.dutch import number, percentage
from integraal.foundation.ui.tables import Column, Table
from integraal.portal.methods.badges import badge
from integraal.portal.methods.fields import ExampleForm, Line, LinesField, Refused
from integraal.portal.methods.method import Answer, Example, Method
from integraal.portal.methods.telling import chance_words
from integraal.statistics import wording
from integraal.statistics.weighting import GroupComparison, compare_groups

MOST_ANSWERS = 2_000
_YES, _NO = "ja", "nee"
_FIRST = """Centrum 74 44 0,8
Centrum 31 15 1,6
Dorpen 88 66 0,9
Dorpen 42 30 1,3
Buitengebied 59 41 0,7"""


class Form(ExampleForm):
    groepen = LinesField(
        "Antwoorden",
        _FIRST,
        columns=("invullers", "ja-zeggers", "gewicht"),
        longest=16,
        most=MOST_ANSWERS,
        whole=False,
        hint="Een groep mag meer regels hebben, elk met een eigen gewicht.",
    )


def answer(given: Mapping[str, Any]) -> Answer:
    groups, answers, weights = _people(given["groepen"])
    found = compare_groups(answers, groups, weights)
    if len(found.groups) < 2:
        raise Refused("Vul ten minste twee groepen in.", "groepen")
    shares = _shares(found)
    said = wording.group_difference(shares, found.counts.sum(axis=1).tolist(), found.p_value)
    return Answer(
        said.sentence,
        badge(said),
        more=(f"Kans op zulke verschillen door toeval: {chance_words(found.p_value)}.",),
        table=Table(
            caption="Per groep invullers",
            columns=(
                Column("Groep"),
                Column("Invullers", numeric=True),
                Column("Zegt ja, gewogen", numeric=True),
            ),
            rows=tuple(
                (name, number(float(found.counts[place].sum())), _shown(found, place, share))
                for place, (name, share) in enumerate(shares.items())
            ),
        ),
    )


def _people(lines: tuple[Line, ...]) -> tuple[list[str], list[str], Any]:
    """Return group, answer and weight of each person."""
    groups: list[str] = []
    answers: list[str] = []
    weights: list[float] = []
    for place, line in enumerate(lines, start=1):
        people, yes, weight = line.numbers
        if people % 1 or yes % 1 or yes > people or weight <= 0:
            raise Refused(
                f"Regel {place}: schrijf hele aantallen, niet meer ja-zeggers dan invullers, en "
                "een gewicht boven nul.",
                "groepen",
            )
        groups += [line.name] * int(people)
        answers += [_YES] * int(yes) + [_NO] * int(people - yes)
        weights += [weight] * int(people)
    if not 2 <= len(groups) <= MOST_ANSWERS:
        raise Refused(
            f"Vul samen 2 tot {number(MOST_ANSWERS)} invullers in; dit zijn er "
            f"{number(len(groups))}.",
            "groepen",
        )
    return groups, answers, np.array(weights)


def _shares(found: GroupComparison) -> dict[str, float]:
    if _YES not in found.answers:
        return dict.fromkeys(found.groups, 0.0)
    place = found.answers.index(_YES)
    return {
        name: float(share) for name, share in zip(found.groups, found.shares[:, place], strict=True)
    }


def _shown(found: GroupComparison, place: int, share: float) -> str:
    if found.counts[place].sum() < wording.FEWEST_ANSWERS:
        return "te weinig om te tonen"
    return percentage(share)


METHOD = Method(
    slug="verschil-tussen-groepen",
    name="Verschil tussen groepen",
    group="Vragen aan inwoners",
    question="In het centrum voelen minder mensen zich veilig dan in de dorpen. Is dat toeval?",
    how=(
        "We vergelijken de antwoorden van groepen invullers met elkaar. Elke invuller telt met "
        "het eigen gewicht.",
        "Een gewone toets weet niet van gewichten en vindt te snel een verschil. Daarom "
        "verbeteren we haar met hoe ongelijk de gewichten zijn (Rao en Scott).",
        "Heeft een groep minder dan tien invullers, dan tonen we haar niet en vergelijken we niet.",
        "Kozen de invullers zelf om mee te doen? Dan gaat het verschil over de invullers, niet "
        "over alle inwoners.",
    ),
    formula=(
        "chi-kwadraat van Pearson op de gewogen tabel",
        "gedeeld door de gemiddelde eigenwaarde van het ontwerpeffect",
        "F = dat / (vrijheidsgraden), met vrijheidsgraden volgens Satterthwaite",
    ),
    not_when=(
        "Om uit twintig vragen de ene te zoeken die net verschilt. Reken dan met veel "
        "vergelijkingen tegelijk.",
        "Voor antwoorden van dezelfde mensen op twee momenten.",
    ),
    cannot_say=(
        "Waarom groepen verschillen.",
        "Iets over wie niet meedeed.",
    ),
    sources=(
        "J.N.K. Rao en A.J. Scott, On chi-squared tests for multiway contingency tables with "
        "cell proportions estimated from survey data, Annals of Statistics 12 (1984).",
    ),
    checked="Uitkomsten van R (survey) voor een verzonnen peiling van 294 invullers.",
    pages=("weighting",),
    example=Example(Form, answer),
)
