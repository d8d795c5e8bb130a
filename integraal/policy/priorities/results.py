"""What the ballots of a closed round say: means, spread, order, and how firm it is. Pure.

Everything is told of ballots without a name. A group of fewer than five is never told apart, also
not when only four of a larger group marked one theme.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from integraal.policy.priorities.round_result import (
    Change,
    Counted,
    GroupMean,
    OneMark,
    RoundResult,
    ThemeResult,
    changes,
)
from integraal.policy.priorities.rules import DOTS, groups_apart
from integraal.statistics.ranking import (
    Agreement,
    budget_weights,
    kendall_w,
    smaa,
    weighted_sum,
)

__all__ = [
    "Change",
    "Counted",
    "GroupMean",
    "OneMark",
    "RoundResult",
    "ThemeResult",
    "changes",
    "leaders_of",
    "result_of",
]
DRAWS = 8192


def result_of(
    ballots: Sequence[Counted],
    themes: Sequence[str],
    criteria: Sequence[str],
    *,
    top: int = 3,
    draws: int = DRAWS,
) -> RoundResult:
    """Work out a round.

    Args:
        ballots: the counted ballots, in any order.
        themes: codes of the candidates, in their order; it settles the order of equals.
        criteria: codes of the criteria, or ``("dots",)``; with dots, what a ballot gave no dot
            counts as none.
        top: how many places count as the top.
        draws: weightings tried for how firm the order is.

    Returns:
        The result; without ballots one without scores.
    """
    kinds = tuple(criteria)
    filled = _filled(ballots, themes, kinds)
    weights, n_weights = _weights(filled, kinds)
    given = {code: _given(filled, code, kinds) for code in themes}
    scores = {code: _score(_means(given[code]), weights) for code in themes}
    own = {code: [_own(one, code, weights) for one in filled] for code in themes}
    places = _places(scores)
    shares = _shares_in_top(given, scores, kinds, top, draws)
    groups = [one.group for one in ballots]
    found = [
        ThemeResult(
            code=code,
            n_per={kind: len(marks) for kind, marks in given[code].items()},
            means=_means(given[code]),
            ends={kind: (min(marks), max(marks)) for kind, marks in given[code].items() if marks},
            score=scores[code],
            place=places.get(code),
            in_top=shares.get(code),
            **_of_marks(_marks(groups, own[code])),
        )
        for code in themes
    ]
    return RoundResult(
        n=len(ballots),
        groups=_sizes(groups),
        criteria=kinds,
        weights=weights,
        n_weights=n_weights,
        themes=tuple(sorted(found, key=lambda one: one.place or len(found) + 1)),
        top=top,
        agreement=_agreement(own, len(ballots)),
    )


def leaders_of(
    ballots: Sequence[Counted], themes: Sequence[str], criteria: Sequence[str], *, top: int
) -> set[str]:
    """Return the codes of the themes in the top, and work out nothing more; see ``result_of``."""
    kinds = tuple(criteria)
    filled = _filled(ballots, themes, kinds)
    weights, _ = _weights(filled, kinds)
    scores = {code: _score(_means(_given(filled, code, kinds)), weights) for code in themes}
    return {code for code, place in _places(scores).items() if place <= top}


def _filled(
    ballots: Sequence[Counted], themes: Sequence[str], kinds: tuple[str, ...]
) -> Sequence[Counted]:
    return [_with_noughts(one, themes) for one in ballots] if kinds == (DOTS,) else ballots


def _with_noughts(ballot: Counted, themes: Sequence[str]) -> Counted:
    marks = {code: {DOTS: ballot.marks.get(code, {}).get(DOTS, 0)} for code in themes}
    return Counted(ballot.group, marks, ballot.points)


def _weights(ballots: Sequence[Counted], criteria: tuple[str, ...]) -> tuple[dict[str, float], int]:
    given = [
        [float(one.points.get(code, 0)) for code in criteria]
        for one in ballots
        if sum(one.points.get(code, 0) for code in criteria) > 0
    ]
    if not given:
        return {code: 1 / len(criteria) for code in criteria}, 0
    shares = budget_weights(given).weights
    return {code: float(share) for code, share in zip(criteria, shares, strict=True)}, len(given)


def _given(
    ballots: Sequence[Counted], theme: str, criteria: tuple[str, ...]
) -> dict[str, list[int]]:
    """Return the marks of a theme per criterion."""
    rows = [one.marks.get(theme, {}) for one in ballots]
    return {code: [row[code] for row in rows if code in row] for code in criteria}


def _means(given: Mapping[str, Sequence[int]]) -> dict[str, float | None]:
    return {code: sum(marks) / len(marks) if marks else None for code, marks in given.items()}


def _score(means: Mapping[str, float | None], weights: Mapping[str, float]) -> float | None:
    known = [mean for mean in means.values() if mean is not None]
    if len(known) < len(means):
        return None
    return float(weighted_sum([known], list(weights.values())).value[0])


def _places(scores: Mapping[str, float | None]) -> dict[str, int]:
    known = {code: score for code, score in scores.items() if score is not None}
    if not known:
        return {}
    ranked = weighted_sum([[score] for score in known.values()], [1.0]).rank
    return {code: int(place) for code, place in zip(known, ranked, strict=True)}


def _shares_in_top(
    given: Mapping[str, Mapping[str, Sequence[int]]],
    scores: Mapping[str, float | None],
    criteria: tuple[str, ...],
    top: int,
    draws: int,
) -> dict[str, float]:
    known = [code for code, score in scores.items() if score is not None]
    if len(criteria) < 2 or len(known) < 2:
        return {}
    means = [list(_means(given[code]).values()) for code in known]
    shares = smaa(np.array(means, dtype=np.float64), draws=draws).in_top(top)
    return {code: float(share) for code, share in zip(known, shares, strict=True)}


def _of_marks(marks: tuple[OneMark, ...]) -> dict[str, Any]:
    """Return what a theme result tells of the marks themselves."""
    values = [one.value for one in marks]
    return {
        "n": len(marks),
        "marks": marks,
        "median": float(np.median(values)) if values else None,
        "spread": float(np.std(values, ddof=1)) if len(values) > 1 else None,
        "groups": _group_means(marks),
    }


def _marks(groups: Sequence[str], own: Sequence[float | None]) -> tuple[OneMark, ...]:
    found = zip(groups, own, strict=True)
    marked = [(group, value) for group, value in found if value is not None]
    sizes = _sizes([group for group, _ in marked])
    marks = [OneMark(value, group if group in sizes else "") for group, value in marked]
    return tuple(sorted(marks, key=lambda one: (one.value, one.group)))


def _own(ballot: Counted, theme: str, weights: Mapping[str, float]) -> float | None:
    """Return what one ballot gives a theme: the weighted mean of what it marked."""
    row = {code: mark for code, mark in ballot.marks.get(theme, {}).items() if code in weights}
    if not row:
        return None
    total = sum(weights[code] for code in row)
    if total <= 0:
        return float(np.mean(list(row.values())))
    return sum(weights[code] * mark for code, mark in row.items()) / total


def _sizes(groups: Sequence[str]) -> dict[str, int]:
    counts = Counter(groups)
    return {group: counts[group] for group in sorted(groups_apart(counts))}


def _group_means(marks: Sequence[OneMark]) -> dict[str, GroupMean]:
    values: dict[str, list[float]] = defaultdict(list)
    for one in marks:
        values[one.group].append(one.value)
    return {
        group: GroupMean(len(given), float(np.mean(given)))
        for group, given in sorted(values.items())
        if group
    }


def _agreement(own: Mapping[str, Sequence[float | None]], ballots: int) -> Agreement:
    columns = [[np.nan if mark is None else mark for mark in marks] for marks in own.values()]
    return kendall_w(np.array(columns, dtype=np.float64).reshape(len(own), ballots).T)
