"""What a session scored for each theme: how many, the mean and the spread; no persons."""

from dataclasses import dataclass

from integraal.foundation.ui.dutch import number
from integraal.policy.priorities.models import Session
from integraal.policy.priorities.outcome.reading import outcomes_of
from integraal.policy.priorities.results import ThemeResult
from integraal.policy.priorities.rules import FEWEST


@dataclass(frozen=True)
class Score:
    """What a theme scored by one criterion in the last closed round.

    Attributes:
        mean, spread: Dutch, such as "4,2" and "2 tot 5"; no spread of fewer than five.
        n: how many scored it.
    """

    criterion: str
    mean: str
    spread: str
    n: int

    @property
    def words(self) -> str:
        spread = f"van {self.spread}, " if self.spread else ""
        return f"{self.criterion}: gemiddeld {self.mean} ({spread}n = {self.n})"


def scores_by_theme(session: Session) -> dict[str, list[Score]]:
    """Return the scores by code of the theme in the session; empty when no round was closed."""
    outcomes = outcomes_of(session)
    themes = outcomes.last.result.themes if outcomes.last else ()
    return {one.code: _scores(one, outcomes.criteria) for one in themes}


def _scores(one: ThemeResult, names: dict[str, str]) -> list[Score]:
    """Return the scores of one theme in the order of the criteria."""
    return [
        Score(names[code], number(one.means[code], 1), _ends(one, code), one.n_per[code])
        for code in one.ends
    ]


def _ends(one: ThemeResult, code: str) -> str:
    """Return the lowest and the highest mark; of fewer than five they are somebody's own."""
    low, high = one.ends[code]
    return f"{low} tot {high}" if one.n_per[code] >= FEWEST else ""
