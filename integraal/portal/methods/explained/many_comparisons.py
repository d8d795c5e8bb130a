"""Many comparisons at once: some stand out by chance alone."""

import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from integraal.foundation.ui.dutch import number
from integraal.foundation.ui.tables import Column, Table
from integraal.portal.methods.badges import badge
from integraal.portal.methods.explained.comparing_two_counts import MOST
from integraal.portal.methods.fields import ExampleForm, Line, LinesField
from integraal.portal.methods.method import Answer, Example, Method
from integraal.portal.methods.telling import chance_words
from integraal.statistics import wording
from integraal.statistics.rates import CountComparison, compare_counts, declared_family

LEVEL = 0.05
_FIRST = """Woninginbraak 7 14
Fietsendiefstal 118 60
Vernieling 52 76
Mishandeling 31 27
Winkeldiefstal 24 39
Overlast jeugd 131 125
Diefstal uit auto 19 9
Bedreiging 22 18"""


class Form(ExampleForm):
    reeksen = LinesField(
        "Wat u vergelijkt", _FIRST, columns=("eerder", "later"), longest=50, most=MOST
    )


def answer(given: Mapping[str, Any]) -> Answer:
    lines: tuple[Line, ...] = given["reeksen"]
    earlier, later = np.array([line.numbers for line in lines]).T
    found = compare_counts(later, 1, earlier, 1)
    tested = earlier + later >= wording.Limits().fewest
    family = declared_family(np.where(tested, found.p_value, np.nan), threshold=LEVEL)
    adjusted = family.adjusted
    said = [_said(line, found, place, adjusted[place]) for place, line in enumerate(lines)]
    alone = int(np.sum(tested & (found.p_value < LEVEL)))
    together = int(np.sum(family.demonstrable))
    return Answer(
        f"Van de {number(family.comparisons)} vergelijkingen vallen er los bekeken {alone} op, "
        f"en samen beoordeeld {together}.",
        more=(wording.family(family.comparisons, LEVEL),),
        table=Table(
            caption="Elke vergelijking, los en samen beoordeeld",
            columns=(
                Column("Wat"),
                Column("Eerder", numeric=True),
                Column("Later", numeric=True),
                Column("Kans door toeval, los", numeric=True, short="Los"),
                Column("Samen beoordeeld", numeric=True, short="Samen"),
                Column("Oordeel"),
            ),
            rows=tuple(
                (
                    line.name,
                    number(line.numbers[0]),
                    number(line.numbers[1]),
                    chance_words(float(found.p_value[place]) if tested[place] else math.nan),
                    chance_words(float(adjusted[place])),
                    badge(said[place]),
                )
                for place, line in enumerate(lines)
            ),
        ),
    )


def _said(line: Line, found: CountComparison, place: int, adjusted: float) -> wording.Statement:
    p_value = None if np.isnan(adjusted) else float(adjusted)
    ratio, lower, upper = (float(part[place]) for part in (found.ratio, found.lower, found.upper))
    earlier, later = (int(count) for count in line.numbers)
    compared = wording.Compared(ratio, lower, upper, p_value)
    return wording.change(earlier, later, compared, before="eerder", after="later")


METHOD = Method(
    slug="veel-vergelijkingen-tegelijk",
    name="Veel vergelijkingen tegelijk",
    group="Vergelijken",
    question="We vergelijken veertig cijfers. Twee vallen op. Is daar iets aan de hand?",
    how=(
        "Wie veertig keer kijkt, ziet door toeval alleen al ongeveer twee keer iets opvallen. "
        "Daarom zijn we strenger als we veel tegelijk vergelijken.",
        "We zetten de kansen op toeval op volgorde, van klein naar groot. De kleinste moet het "
        "verst onder de 5 % liggen, de volgende iets minder ver, en zo verder.",
        "Van wat dan nog opvalt, is naar verwachting hooguit 5 % vals alarm. Bij elke reeks "
        "oordelen staat hoeveel vergelijkingen er samen zijn beoordeeld. Wie daarna op het scherm "
        "een deel kiest, krijgt dezelfde oordelen te zien.",
    ),
    formula=(
        "zet de p-waarden op volgorde: p(1) tot en met p(m)",
        "aangepaste p(i) = het kleinste van p(j) × m / j voor alle j vanaf i, hooguit 1",
        "aantoonbaar als de aangepaste p kleiner is dan 0,05",
    ),
    not_when=(
        "Als u vooraf één cijfer koos om te volgen. Dan is er niets te corrigeren.",
        "Om achteraf een groep te maken die net wel iets oplevert.",
    ),
    cannot_say=(
        "Welke van de opvallende cijfers het valse alarm is.",
        "Dat wat afvalt niet echt is. Het is alleen niet aangetoond.",
    ),
    sources=(
        "Y. Benjamini en Y. Hochberg, Controlling the false discovery rate, Journal of the Royal "
        "Statistical Society B 57 (1995).",
    ),
    checked="Uitkomsten van R (p.adjust), gelijk tot op twaalf cijfers.",
    pages=("comparing-two-counts",),
    example=Example(Form, answer),
)
