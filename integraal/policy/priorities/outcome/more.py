"""What lies behind the order of a round, for who wants to know more. Pure.

PROMETHEE II, the result without one group at a time, and in how many weightings a theme takes
each place. All of it says how firm the order is; none of it decides.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from integraal.policy.priorities.results import Counted, RoundResult, ThemeResult, leaders_of
from integraal.policy.priorities.rules import FEWEST
from integraal.statistics.ranking import Preference, promethee_ii, smaa

INDIFFERENCE, PREFERENCE = 0.3, 1.0
"""On a scale of 1 to 5: a difference that means nothing, and one that means everything."""
DRAWS = 8192


@dataclass(frozen=True)
class Flow:
    """A theme by PROMETHEE II: its place, and how far it wins from the others (-1 to 1)."""

    code: str
    place: int
    net: float


@dataclass(frozen=True)
class Without:
    """The top without one group.

    Attributes:
        group, n: which group, and how many ballots it had.
        left: how many ballots are left.
        entered, dropped: codes of the themes that come into the top, and that fall out.
    """

    group: str
    n: int
    left: int
    entered: tuple[str, ...]
    dropped: tuple[str, ...]


@dataclass(frozen=True)
class Acceptability:
    """In what share of all weightings a theme takes each place, the first place first."""

    code: str
    shares: tuple[float, ...]


def flows_of(result: RoundResult) -> tuple[Flow, ...]:
    """Return the themes by PROMETHEE II, best first; empty with fewer than two to compare."""
    known = _comparable(result)
    if len(known) < 2 or len(result.criteria) < 2:
        return ()
    found = promethee_ii(
        _matrix(known),
        [result.weights[code] for code in result.criteria],
        None,
        Preference("linear", indifference=INDIFFERENCE, preference=PREFERENCE),
    )
    rows = zip(known, found.rank, found.net, strict=True)
    flows = [Flow(one.code, int(place), float(net)) for one, place, net in rows]
    return tuple(sorted(flows, key=lambda one: one.place))


def without_groups(
    ballots: Sequence[Counted], result: RoundResult, themes: Sequence[str]
) -> tuple[Without, ...]:
    """Return what the top would be without each group of five or more.

    A group is left out only when five or more ballots remain: a mean of fewer would tell of
    persons.
    """
    top = {one.code for one in result.leaders}
    found = []
    for group, n in result.groups.items():
        rest = [one for one in ballots if one.group != group]
        if len(rest) < FEWEST:
            continue
        leaders = leaders_of(rest, themes, result.criteria, top=result.top)
        found.append(
            Without(
                group=group,
                n=n,
                left=len(rest),
                entered=tuple(code for code in themes if code in leaders - top),
                dropped=tuple(code for code in themes if code in top - leaders),
            )
        )
    return tuple(found)


def acceptability_of(result: RoundResult) -> tuple[Acceptability, ...]:
    """Return in what share of all weightings each theme takes each place, in order of result."""
    known = _comparable(result)
    if len(known) < 2 or len(result.criteria) < 2:
        return ()
    shares = smaa(_matrix(known), draws=DRAWS).acceptability
    return tuple(
        Acceptability(one.code, tuple(float(share) for share in row))
        for one, row in zip(known, shares, strict=True)
    )


def _comparable(result: RoundResult) -> list[ThemeResult]:
    return [one for one in result.ranked if all(mean is not None for mean in one.means.values())]


def _matrix(themes: Sequence[ThemeResult]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    return np.array([list(one.means.values()) for one in themes], dtype=np.float64)
