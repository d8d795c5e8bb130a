"""Hot spots, and whether cases repeat close by soon after."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from integraal.foundation.ui.dutch import number
from integraal.foundation.ui.tables import Column, Table
from integraal.portal.methods.badges import badge
from integraal.portal.methods.fields import ExampleForm, Line, LinesField, NumberField
from integraal.portal.methods.method import Answer, Example, Method
from integraal.portal.methods.telling import chance_words, ratio_words
from integraal.statistics import wording
from integraal.statistics.spatial import MINIMUM_AREAS, MINIMUM_POINTS, SpaceTimeClustering, knox

PERMUTATIONS = 499
# Invented: places in metres, days of a year; a few come in runs.
_CASES = (
    (310, 220, 12), (350, 260, 15), (330, 310, 21), (1240, 860, 30), (2210, 400, 44),
    (1810, 1490, 51), (1850, 1450, 56), (1790, 1530, 60), (640, 1310, 77), (2400, 1720, 95),
    (900, 240, 103), (1420, 640, 118), (280, 1700, 131), (2060, 980, 150), (2100, 940, 155),
    (1130, 1760, 171), (520, 760, 190), (1600, 210, 204), (2330, 1180, 219), (760, 1590, 236),
    (1010, 1020, 247), (1040, 1060, 252), (980, 1090, 255), (180, 990, 270), (1950, 130, 288),
    (1500, 1250, 301), (430, 1450, 322), (2250, 690, 334), (1700, 880, 347), (860, 690, 360),
)  # fmt: skip
_FIRST = "\n".join(f"Inbraak{n} {x} {y} {day}" for n, (x, y, day) in enumerate(_CASES, start=1))


class Form(ExampleForm):
    gevallen = LinesField(
        "Gevallen",
        _FIRST,
        columns=("meters naar het oosten", "meters naar het noorden", "dag"),
        longest=80,
    )
    afstand = NumberField("Dichtbij is binnen zoveel meter", 150, least=1, most=5_000)
    dagen = NumberField("Kort erna is binnen zoveel dagen", 14, least=1, most=365)


def answer(given: Mapping[str, Any]) -> Answer:
    lines: tuple[Line, ...] = given["gevallen"]
    x, y, day = np.array([line.numbers for line in lines]).T
    found = knox(x, y, day, [given["afstand"]], [given["dagen"]], PERMUTATIONS)
    said = wording.near_repeat(
        len(lines),
        int(found.observed[0, 0]),
        float(found.expected[0, 0]),
        float(found.p_value[0, 0]),
    )
    enough = len(lines) >= MINIMUM_POINTS
    return Answer(said.sentence, badge(said), table=_table(found) if enough else None)


def _table(found: SpaceTimeClustering) -> Table:
    return Table(
        caption="Paren van gevallen",
        columns=(Column("Wat"), Column("Uitkomst", numeric=True)),
        rows=(
            ("Alle paren", number(found.pairs)),
            ("Dichtbij", number(int(found.close_in_space[0]))),
            ("Kort na elkaar", number(int(found.close_in_time[0]))),
            ("Allebei", number(int(found.observed[0, 0]))),
            ("Allebei, door toeval te verwachten", number(float(found.expected[0, 0]), 1)),
            ("Zo veel keer wat te verwachten was", ratio_words(float(found.ratio[0, 0]))),
            ("Kans op zo veel door toeval", chance_words(float(found.p_value[0, 0]))),
        ),
    )


METHOD = Method(
    slug="hotspots",
    name="Hotspots en herhaling",
    group="Waar",
    question="Zijn er plekken waar het steeds raak is, en volgt de ene inbraak op de andere?",
    how=(
        "Herhaling: na een inbraak is de kans op een tweede in de buurt een tijdje groter. We "
        "tellen de paren die dichtbij én kort na elkaar liggen. Daarna delen we de dagen honderden "
        "keren willekeurig opnieuw uit over de plekken, en kijken we hoe vaak er dan zo veel paren "
        "zijn (Knox).",
        "Hotspots van gebieden: we kijken of een gebied samen met zijn buren hoger ligt dan de "
        f"rest (Gi*, Moran). Met minder dan {MINIMUM_AREAS} gebieden zegt dat niets, en doen we "
        "het niet. De meeste gemeenten gebruiken dan de kaartklassen.",
        "Een warmtekaart legt op elk punt een heuveltje en telt die op. Met minder dan "
        f"{MINIMUM_POINTS} punten maken we haar niet: een piek wijst dan een adres aan.",
    ),
    formula=(
        "verwacht aantal paren = paren dichtbij × paren kort na elkaar / alle paren",
        "kans = (1 + aantal verdelingen met ten minste zo veel paren) / (verdelingen + 1)",
        "Gi* = (som van de buren met het gebied zelf - verwacht) / standaardafwijking",
        "warmtekaart = som van normale heuvels met een vaste breedte van 200 tot 400 meter",
    ),
    not_when=(
        "Met cijfers per buurt of per maand. Er zijn punten met een dag nodig.",
        "Op een openbare kaart. Een punt is bijna een adres.",
    ),
    cannot_say=(
        "Waar de volgende inbraak komt.",
        "Wie het doet.",
    ),
    sources=(
        "E.G. Knox, The detection of space-time interactions, Applied Statistics 13 (1964).",
        "A. Getis en J.K. Ord, The analysis of spatial association by use of distance statistics, "
        "Geographical Analysis 24 (1992).",
        "L. Anselin, Local indicators of spatial association, Geographical Analysis 27 (1995).",
        "B.W. Silverman, Density Estimation (1986), voor de warmtekaart.",
    ),
    checked="Uitkomsten van R: het aantal paren gelijk, de kans tot op een procentpunt.",
    pages=("spatial",),
    example=Example(Form, answer),
)
