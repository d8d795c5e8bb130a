"""What a session scored for each theme: how many, the mean and the spread; no persons."""

from dataclasses import dataclass

from integraal.foundation.ui.dutch import number
from integraal.policy.priorities.models import Session
from integraal.policy.priorities.outcome.reading import outcomes_of
from integraal.policy.priorities.results import ThemeResult


@dataclass(frozen=True)
class Score:
    """What a theme scored by one criterion in the last closed round.

    Attributes:
        mean, spread: Dutch, such as "4,2" and "2 tot 5".
        n: how many scored it.
    """

    criterion: str
    mean: str
    spread: str
    n: int

    @property
    def words(self) -> str:
        return f"{self.criterion}: gemiddeld {self.mean} (van {self.spread}, n = {self.n})"


def scores_by_theme(session: Session) -> dict[str, list[Score]]:
    """Return the scores by code of the theme in the session; empty when no round was closed."""
    outcomes = outcomes_of(session)
    themes = outcomes.last.result.themes if outcomes.last else ()
    return {one.code: _scores(one, outcomes.criteria) for one in themes}


def _scores(one: ThemeResult, names: dict[str, str]) -> list[Score]:
    """Return the scores of one theme in the order of the criteria."""
    return [
        Score(names[code], number(one.means[code], 1), f"{low} tot {high}", one.n_per[code])
        for code, (low, high) in one.ends.items()
    ]
