"""What is known of a closed round, as plain values. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from integraal.policy.priorities.rules import Marks
from integraal.statistics.ranking import Agreement

FIRM = 0.9
"""In so large a share of all weightings a theme must be in the top to be called firmly in it."""


@dataclass(frozen=True)
class Counted:
    """A counted ballot: a group or nothing, marks per theme and criterion, points if given."""

    group: str
    marks: Marks
    points: Mapping[str, int]


@dataclass(frozen=True)
class OneMark:
    """What one ballot gives one theme: a weighted mean, and a group that may be told or nothing."""

    value: float
    group: str


@dataclass(frozen=True)
class GroupMean:
    """What a group of five or more gives a theme."""

    n: int
    mean: float


@dataclass(frozen=True)
class ThemeResult:
    """One theme in a round.

    Attributes:
        code: of the candidate.
        n: ballots with a mark for it.
        n_per, means: per criterion how many marked it, and their mean; None where nobody did.
        ends: per criterion that somebody marked, the lowest and the highest mark.
        score: the means with their weights; None unless each criterion was marked by somebody.
        marks: one per ballot, from low to high, so that no order tells of a person.
        median, spread: of these marks; spread is their standard deviation, None below two marks.
        place: from 1; equals share the best of their places; None without a score.
        in_top: share of all weightings that put it in the top; None with fewer than two criteria.
        groups: what each group of five or more gave.
    """

    code: str
    n: int
    n_per: dict[str, int]
    means: dict[str, float | None]
    ends: dict[str, tuple[int, int]]
    score: float | None
    marks: tuple[OneMark, ...]
    median: float | None
    spread: float | None
    place: int | None
    in_top: float | None
    groups: dict[str, GroupMean]

    @property
    def is_firmly_in_top(self) -> bool:
        """Whether nearly all weightings put it in the top."""
        return (self.in_top or 0.0) >= FIRM


@dataclass(frozen=True)
class RoundResult:
    """A closed round.

    Attributes:
        n: ballots counted.
        groups: ballots of each group that may be told apart; the others are in ``n`` only.
        criteria: codes, in their order; the one criterion "dots" where dots were divided.
        weights: share of each criterion, adding up to one.
        n_weights: ballots with points; with none the criteria weigh the same.
        themes: in the order of the result; themes without a score last.
        top: how many places count as the top.
        agreement: Kendall's W over the ballots that marked every theme.
    """

    n: int
    groups: dict[str, int]
    criteria: tuple[str, ...]
    weights: dict[str, float]
    n_weights: int
    themes: tuple[ThemeResult, ...]
    top: int
    agreement: Agreement

    @property
    def ranked(self) -> tuple[ThemeResult, ...]:
        """The themes that have a place."""
        return tuple(one for one in self.themes if one.place is not None)

    @property
    def leaders(self) -> tuple[ThemeResult, ...]:
        """The themes in the top; those that share its last place are all in it."""
        return tuple(one for one in self.ranked if (one.place or 0) <= self.top)

    @property
    def is_firm(self) -> bool | None:
        """Whether the top stays the top under nearly all weightings; None where that has no answer.

        A shared last place is never firm: there are more themes than places.
        """
        leaders = self.leaders
        if not leaders or len(self.ranked) <= self.top:
            return None
        if len(leaders) > self.top:
            return False
        if any(one.in_top is None for one in leaders):
            return None
        return all(one.is_firmly_in_top for one in leaders)

    def of(self, code: str) -> ThemeResult | None:
        """Return the result of one theme."""
        return next((one for one in self.themes if one.code == code), None)


@dataclass(frozen=True)
class Change:
    """What a theme got in two rounds, one after the other; both with all that is known of it."""

    code: str
    before: ThemeResult
    after: ThemeResult

    @property
    def score(self) -> float | None:
        """How much higher it scores now."""
        if self.before.score is None or self.after.score is None:
            return None
        return self.after.score - self.before.score

    @property
    def places(self) -> int | None:
        """How many places it went up; below zero is down."""
        if self.before.place is None or self.after.place is None:
            return None
        return self.before.place - self.after.place


def changes(before: RoundResult, after: RoundResult) -> tuple[Change, ...]:
    """Return what changed per theme, in the order of the later round."""
    return tuple(
        Change(one.code, earlier, one) for one in after.themes if (earlier := before.of(one.code))
    )
