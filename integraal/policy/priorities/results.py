"""What the ballots of a closed round say: means, spread, order, and how firm it is. Pure.

Everything is told of ballots without a name. A group of fewer than five is never told apart, also
not when only four of a larger group marked one theme.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

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
    filled = [_with_noughts(one, themes) if kinds == (DOTS,) else one for one in ballots]
    weights, n_weights = _weights(filled, kinds)
    scores = {code: _score(_means(filled, code, kinds), weights) for code in themes}
    places = _places(scores)
    shares = _shares_in_top(filled, scores, kinds, top, draws)
    found = [
        _theme(filled, code, kinds, weights, scores[code], places.get(code), shares.get(code))
        for code in themes
    ]
    return RoundResult(
        n=len(ballots),
        groups=_sizes([one.group for one in ballots]),
        criteria=kinds,
        weights=weights,
        n_weights=n_weights,
        themes=tuple(sorted(found, key=lambda one: one.place or len(found) + 1)),
        top=top,
        agreement=_agreement(filled, themes, weights),
    )


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


def _means(
    ballots: Sequence[Counted], theme: str, criteria: tuple[str, ...]
) -> dict[str, float | None]:
    given = {code: _given(ballots, theme, code) for code in criteria}
    return {code: float(np.mean(marks)) if marks else None for code, marks in given.items()}


def _given(ballots: Sequence[Counted], theme: str, criterion: str) -> list[int]:
    rows = [one.marks.get(theme, {}) for one in ballots]
    return [row[criterion] for row in rows if criterion in row]


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
    ballots: Sequence[Counted],
    scores: Mapping[str, float | None],
    criteria: tuple[str, ...],
    top: int,
    draws: int,
) -> dict[str, float]:
    known = [code for code, score in scores.items() if score is not None]
    if len(criteria) < 2 or len(known) < 2:
        return {}
    means = [list(_means(ballots, code, criteria).values()) for code in known]
    shares = smaa(np.array(means, dtype=np.float64), draws=draws).in_top(top)
    return {code: float(share) for code, share in zip(known, shares, strict=True)}


def _theme(
    ballots: Sequence[Counted],
    code: str,
    criteria: tuple[str, ...],
    weights: Mapping[str, float],
    score: float | None,
    place: int | None,
    in_top: float | None,
) -> ThemeResult:
    marks = _marks(ballots, code, weights)
    values = [one.value for one in marks]
    return ThemeResult(
        code=code,
        n=len(marks),
        n_per={one: len(_given(ballots, code, one)) for one in criteria},
        means=_means(ballots, code, criteria),
        score=score,
        marks=marks,
        median=float(np.median(values)) if values else None,
        spread=float(np.std(values, ddof=1)) if len(values) > 1 else None,
        place=place,
        in_top=in_top,
        groups=_group_means(marks),
    )


def _marks(
    ballots: Sequence[Counted], theme: str, weights: Mapping[str, float]
) -> tuple[OneMark, ...]:
    found = [(one.group, _own(one, theme, weights)) for one in ballots]
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


def _agreement(
    ballots: Sequence[Counted], themes: Sequence[str], weights: Mapping[str, float]
) -> Agreement:
    given = [[_own(one, code, weights) for code in themes] for one in ballots]
    rows = [[np.nan if mark is None else mark for mark in row] for row in given]
    return kendall_w(np.array(rows, dtype=np.float64).reshape(len(ballots), len(themes)))
