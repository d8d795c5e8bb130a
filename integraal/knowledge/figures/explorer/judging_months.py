"""What the newest monthly round says of the months that the explorer shows.

Verdicts are read, never made here: what is shown or filtered changes none.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from integraal.knowledge.figures.explorer.places import Place
from integraal.knowledge.figures.rounds.models import MonthRound, MonthVerdict
from integraal.knowledge.figures.rounds.queries import newest_round, verdicts_on
from integraal.knowledge.indicators.definitions import Indicator
from integraal.knowledge.indicators.periods import Period


@dataclass(frozen=True)
class MonthJudgement:
    """The round that holds, and its verdicts on the places shown.

    Attributes:
        period: the newest month with verdicts.
        places: own places that may be judged, in order.
        verdicts: (key of a place, period code) to verdict; absent means too few cases, up to
            ``period``.
    """

    found: MonthRound
    period: Period
    places: tuple[Place, ...]
    verdicts: Mapping[tuple[str, str], MonthVerdict]

    def newest(self, place: Place) -> MonthVerdict | None:
        """Return the verdict on the newest judged month; None for too few cases."""
        return self.verdicts.get((place.key, self.period.code))


def judge_months(
    indicator: Indicator, places: Sequence[Place], *, hides: bool
) -> MonthJudgement | None:
    """Return what the newest round says; None without a round or an own place. Two queries.

    Args:
        indicator: the figure shown.
        places: the own areas that are shown.
        hides: whether months of parts are hidden from this reader; then so are their verdicts.
    """
    seen = tuple(place for place in places if not (hides and place.is_part))
    found = newest_round() if seen and indicator.kind == "count" else None
    if found is None or not found.families:
        return None
    verdicts = verdicts_on(found, indicator.code, [UUID(place.key) for place in seen])
    if not verdicts:
        return None
    return MonthJudgement(
        found=found,
        period=Period.from_code(found.last_judged),
        places=seen,
        verdicts={(str(one.area_id), one.period): one for one in verdicts},
    )
