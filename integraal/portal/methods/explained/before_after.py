"""Before and after a measure, beside places like it."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from integraal.foundation.ui.dutch import number
from integraal.foundation.ui.tables import Column, Table
from integraal.portal.methods.badges import badge
from integraal.portal.methods.fields import ExampleForm, Line, LinesField, NumbersField
from integraal.portal.methods.method import Answer, Example, Method
from integraal.portal.methods.telling import chance_words, ratio_span, ratio_words
from integraal.statistics import wording
from integraal.statistics.evaluation import (
    FEWEST_CONTROLS,
    BeforeAfter,
    Difference,
    before_after,
    difference_in_differences,
)

# Invented: burglaries in three years before and three years after.
_OTHERS = (
    (84, 71), (52, 49), (110, 88), (37, 41), (66, 50), (91, 84), (45, 33), (73, 70), (58, 61),
    (102, 79), (39, 30), (80, 77), (61, 47), (95, 90), (49, 52), (71, 55), (88, 69), (43, 38),
    (64, 66), (77, 58), (56, 45), (99, 93),
)  # fmt: skip
_FIRST = "\n".join(f"Elders{n} {b} {a}" for n, (b, a) in enumerate(_OTHERS, start=1))


class Form(ExampleForm):
    voor = NumbersField("Aantal per jaar ervoor", "32 28 30", fewest=1, longest=10)
    na = NumbersField("Aantal per jaar erna", "17 13 15", fewest=1, longest=10)
    elders = LinesField(
        "Vergelijkbare gebieden",
        _FIRST,
        columns=("aantal ervoor", "aantal erna"),
        fewest=1,
        longest=40,
        most=100_000,
        hint="Alle jaren samen, in dezelfde jaren.",
    )


def answer(given: Mapping[str, Any]) -> Answer:
    before, after = given["voor"], given["na"]
    own = before_after([*before, *after], np.arange(len(before) + len(after)) >= len(before))
    said = wording.effect(_alone(own, sum(before), sum(after)))
    beside = _beside(given["elders"], before, after)
    return Answer(
        said.sentence,
        badge(said),
        more=(*_peak(own), _said_beside(beside)),
        table=_table(own, beside),
    )


def _alone(own: BeforeAfter, before: int, after: int) -> wording.Compared | None:
    found = own.comparison
    if before + after < wording.Limits().fewest or not np.isfinite(found.p_value):
        return None
    return wording.Compared(
        float(found.ratio), float(found.lower), float(found.upper), float(found.p_value)
    )


def _beside(
    lines: tuple[Line, ...], before: tuple[int, ...], after: tuple[int, ...]
) -> Difference | None:
    """Return the change beside that elsewhere; None where a side has no cases."""
    counts = np.array([(sum(before), sum(after)), *(line.numbers for line in lines)])
    if len(lines) < FEWEST_CONTROLS or not np.all(counts[0]) or not np.all(counts[1:].sum(axis=0)):
        return None
    return difference_in_differences(
        counts,
        treated=np.arange(len(counts)) == 0,
        after=np.array([False, True]),
        exposures=[[len(before), len(after)]],
    )


def _said_beside(beside: Difference | None) -> str:
    if beside is None:
        return (
            f"Naast andere gebieden is er niets over te zeggen: daarvoor zijn er {FEWEST_CONTROLS} "
            "nodig, met aan beide kanten gevallen."
        )
    said = wording.effect(
        wording.Compared(beside.ratio, beside.lower, beside.upper, beside.placebo_p)
    )
    return f"Naast {beside.controls} vergelijkbare gebieden. {said.sentence}"


def _peak(own: BeforeAfter) -> tuple[str, ...]:
    if not bool(own.begins_at_peak):
        return ()
    return ("Let op: het laatste jaar ervoor was het hoogste. Na een piek daalt het vanzelf.",)


def _table(own: BeforeAfter, beside: Difference | None) -> Table:
    found = own.comparison
    rows = [
        (
            "Voor en na bij u",
            ratio_words(float(found.ratio)),
            ratio_span(float(found.lower), float(found.upper)),
            chance_words(float(found.p_value)),
        )
    ]
    if beside:
        rows.append(
            (
                f"Naast {number(beside.controls)} andere gebieden",
                ratio_words(beside.ratio),
                ratio_span(beside.lower, beside.upper),
                chance_words(beside.placebo_p),
            )
        )
    return Table(
        caption="Na gedeeld door voor",
        columns=(
            Column("Vergelijking"),
            Column("Verhouding", numeric=True),
            Column("Marge (95 %)", numeric=True),
            Column("Kans door toeval", numeric=True),
        ),
        rows=tuple(rows),
    )


METHOD = Method(
    slug="voor-en-na",
    name="Voor en na",
    group="Werkte het",
    question="Na de aanpak daalde het. Is dat meer dan toeval, en meer dan elders?",
    how=(
        "We leggen de jaren na de aanpak naast de jaren ervoor, het liefst drie of vier aan elke "
        "kant. Gaan de jaren sterk op en neer, dan maken we de marge breder.",
        "Daalde het elders ook? Dan komt het niet door uw aanpak alleen. Daarom delen we uw "
        "verandering door die van vergelijkbare gebieden.",
        "Gebieden lopen ook zonder aanpak uit elkaar. Daarom doen we alsof elk van de andere "
        "gebieden de aanpak had, en kijken we hoeveel er net zo ver afwijken als u. Pas als dat er "
        "bijna geen zijn, noemen we het aantoonbaar. Dat heet een placebotoets.",
        "Zijn er genoeg maanden, ten minste 36 ervoor, dan kan het ook per maand: met het seizoen "
        "erin, en een sprong op het moment van de aanpak.",
    ),
    formula=(
        "voor en na: som van de jaren erna tegen som van de jaren ervoor, als bij twee aantallen",
        "verschil in verschillen: log(verwacht) = gebied + periode + b × (bij ons en erna)",
        "placebo: deel van alle gebieden waarvan de eigen verandering ten minste zo ver afwijkt",
        "maanden: log(verwacht) = trend + seizoen + sprong, met spreiding ten minste 1",
    ),
    not_when=(
        "Als u begon omdat het een piek was. Na een piek daalt het vanzelf.",
        "Als in dezelfde tijd ook de manier van tellen veranderde.",
        f"Naast andere gebieden, als het er minder dan {FEWEST_CONTROLS} zijn.",
    ),
    cannot_say=(
        "Dat het door de aanpak komt.",
        "Dat de aanpak niets deed, als er niets aan te tonen is.",
    ),
    sources=(
        "A. Abadie, A. Diamond en J. Hainmueller, Synthetic control methods for comparative case "
        "studies, Journal of the American Statistical Association 105 (2010), voor de placebo.",
        "J. Lopez Bernal en anderen, Interrupted time series regression, International Journal of "
        "Epidemiology 46 (2017).",
    ),
    checked="Uitkomsten van R voor 26 gemeenten, gelijk tot op zes cijfers.",
    pages=("evaluation",),
    example=Example(Form, answer),
)
