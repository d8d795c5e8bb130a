"""The closed list of sentences, Dutch and English, made from results and never by hand.

Counts come first; a percentage only stands on twenty cases or more, with its margin rounded
outward. Nothing here says why something changed.
"""

from integraal.statistics.wording.changes import (
    Compared,
    Limits,
    beside,
    change,
    effect,
    no_change_known,
    trend,
)
from integraal.statistics.wording.expectations import (
    MonthStanding,
    Zone,
    family,
    funnel,
    margin,
    month,
    smallest_change,
    target,
)
from integraal.statistics.wording.measured import measured_beside, measured_change
from integraal.statistics.wording.numbers import percentage, written
from integraal.statistics.wording.places import near_repeat
from integraal.statistics.wording.polls import (
    FEWEST_ANSWERS,
    beside_weighted,
    group_difference,
    poll_share,
)
from integraal.statistics.wording.sets import YearStanding, comparison_set, year
from integraal.statistics.wording.statements import Language, Statement, codes, stated

__all__ = [
    "FEWEST_ANSWERS",
    "Compared",
    "Language",
    "Limits",
    "MonthStanding",
    "Statement",
    "YearStanding",
    "Zone",
    "beside",
    "beside_weighted",
    "change",
    "codes",
    "comparison_set",
    "effect",
    "family",
    "funnel",
    "group_difference",
    "margin",
    "measured_beside",
    "measured_change",
    "month",
    "near_repeat",
    "no_change_known",
    "percentage",
    "poll_share",
    "smallest_change",
    "stated",
    "target",
    "trend",
    "written",
    "year",
]
