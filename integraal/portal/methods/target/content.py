"""The answer to one question about a target, for page and API alike. Pure."""

from dataclasses import dataclass
from functools import lru_cache

from integraal.statistics import wording
from integraal.statistics.evaluation import count_needed, detectable_change, power_before_after

WISHED = 0.8
LEAST, MOST = 0.1, 5_000
# In percent; smaller changes no municipality ever sees.
SMALLEST = 5
MOST_YEARS = 8
LARGEST_FALL, LARGEST_RISE = -95, 200
CHANGES = (0.10, 0.20, 0.30, 0.40, 0.50)
TERMS = (1, 2, 3, 4)
# Round counts at which the chance is drawn.
COUNTS = (10, 20, 50, 100, 200, 500)


@dataclass(frozen=True)
class Question:
    """A wished change.

    Attributes:
        count: per year, now; above zero.
        change: -0.2 for a fall of 20 %; not zero.
        years_before, years_after: how many years are laid beside each other.
    """

    count: float
    change: float
    years_before: int
    years_after: int

    @property
    def direction(self) -> int:
        """-1 for a fall, 1 for a rise."""
        return -1 if self.change < 0 else 1


@dataclass(frozen=True)
class TargetAnswer:
    """What can be said before a target is promised.

    Attributes:
        power: chance that the change would be shown.
        needed: count per year from which that chance is ``WISHED``; NaN for none.
        smallest: the smallest change in that direction that would be shown; NaN for none.
        statement, smallest_words: both in words.
        grid: for each of ``CHANGES`` the power with each of ``TERMS`` years against as many.
        curve: for each of ``COUNTS`` the power of the change that is asked.
    """

    question: Question
    power: float
    needed: float
    smallest: float
    statement: wording.Statement
    smallest_words: str
    grid: tuple[tuple[float, ...], ...]
    curve: tuple[float, ...]


# A link is opened more than once, and the same few questions come back.
@lru_cache(maxsize=500)
def target_answer(question: Question) -> TargetAnswer:
    """Return whether a change could be seen at all, and from what number on."""
    before, after = question.years_before, question.years_after
    power = float(
        power_before_after(question.count, question.change, years_before=before, years_after=after)
    )
    needed = float(
        count_needed(question.change, power=WISHED, years_before=before, years_after=after)
    )
    visible = detectable_change(
        question.count, power=WISHED, years_before=before, years_after=after
    )
    smallest = float(visible.decrease if question.direction < 0 else visible.increase)
    return TargetAnswer(
        question=question,
        power=power,
        needed=needed,
        smallest=smallest,
        statement=wording.target(question.count, question.change, power, needed, wished=WISHED),
        smallest_words=wording.smallest_change(
            question.count, smallest, falls=question.direction < 0, wished=WISHED
        ),
        grid=_grid(question),
        curve=tuple(
            float(one)
            for one in power_before_after(
                list(COUNTS), question.change, years_before=before, years_after=after
            )
        ),
    )


def _grid(question: Question) -> tuple[tuple[float, ...], ...]:
    return tuple(
        tuple(
            float(power_before_after(question.count, change, years_before=n, years_after=n))
            for n in TERMS
        )
        for change in (question.direction * size for size in CHANGES)
    )
