"""What a session scored for each theme, counted: how many, the mean and the spread; no persons."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import mean

from integraal.foundation.ui.dutch import number
from integraal.policy.priorities.models import Candidate, CountedBallot, Criterion, Round, Session

DOTS = "Stippen"


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


def scores_by_theme(session: Session | None) -> dict[str, list[Score]]:
    """Return the scores by code of the theme; empty when no round was closed."""
    last = None
    if session:
        rounds = Round.objects.filter(session=session, closed_at__isnull=False)
        last = rounds.order_by("-number").first()
    if session is None or last is None:
        return {}
    names = dict(Criterion.objects.filter(session=session).values_list("code", "name"))
    marks = _marks(CountedBallot.objects.filter(round=last).values_list("marks", flat=True))
    return {
        one.theme or one.code: _scores(names, marks.get(one.code, {}))
        for one in Candidate.objects.filter(session=session)
    }


def _scores(names: dict[str, str], marks: dict[str, list[float]]) -> list[Score]:
    """Return the scores of one theme in the order of the criteria."""
    order = [
        *(code for code in names if code in marks),
        *(code for code in marks if code not in names),
    ]
    return [_score(names.get(code, DOTS), marks[code]) for code in order]


def _marks(ballots: Iterable[dict[str, dict[str, float]]]) -> dict[str, dict[str, list[float]]]:
    found: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for ballot in ballots:
        for candidate, of_criterion in ballot.items():
            for criterion, value in of_criterion.items():
                found[candidate][criterion].append(value)
    return found


def _score(name: str, values: list[float]) -> Score:
    spread = f"{number(min(values))} tot {number(max(values))}"
    return Score(name, number(mean(values), 1), spread, len(values))
