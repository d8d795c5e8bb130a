"""The counted result of a closed round as text, for the minutes, the page and the API."""

from typing import Any

from integraal.foundation.ui.dutch import number
from integraal.policy.priorities.outcome.reading import Outcome, Outcomes
from integraal.policy.priorities.result_words import (
    GROUPS,
    agreement_say,
    change_say,
    firmness_say,
    is_dots,
    spread_words,
    talk_say,
)
from integraal.policy.priorities.results import ThemeResult
from integraal.policy.priorities.rules import FEWEST

Json = dict[str, Any]


def round_json(outcome: Outcome, outcomes: Outcomes) -> Json:
    """Return a closed round: who were counted, the table, and what it says in sentences."""
    result = outcome.result
    return {
        "number": outcome.number,
        "closed_on": outcome.closed_on.isoformat(),
        "n": result.n,
        "groups": [{"name": GROUPS.get(code, code), "n": n} for code, n in result.groups.items()],
        "weights": [
            {"name": outcomes.criteria[code], "share": f"{round(share * 100)}\u00a0%"}
            for code, share in result.weights.items()
        ],
        "n_weights": result.n_weights,
        "dots": is_dots(result),
        "sentences": [
            firmness_say(result, outcomes.names),
            agreement_say(result),
            talk_say(result, outcomes.names),
        ],
        "rows": [row_json(one, outcomes) for one in result.themes],
    }


def row_json(one: ThemeResult, outcomes: Outcomes) -> Json:
    """Return one theme of a round as text; what was not scored is no zero."""
    return {
        "code": one.code,
        "name": outcomes.names.get(one.code, one.code),
        "place": str(one.place) if one.place else "geen plaats",
        "score": score_words(one.score),
        "means": [
            {"name": outcomes.criteria[code], "mean": score_words(mean), "n": one.n_per[code]}
            for code, mean in one.means.items()
        ],
        "median": score_words(one.median),
        "ends": _ends(one),
        "spread": score_words(one.spread) if one.spread is not None else "te weinig scores",
        "n": one.n,
        "in_top": share_words(one.in_top),
        "words": spread_words(one),
    }


def _ends(one: ThemeResult) -> str:
    """Return the lowest and the highest mark; of fewer than five they are somebody's own."""
    if one.n < FEWEST:
        return "te weinig scores"
    return f"{score_words(one.marks[0].value)} tot {score_words(one.marks[-1].value)}"


def score_words(value: float | None) -> str:
    """Return a mean mark with one decimal: more would be precise about what is not."""
    return "geen score" if value is None else number(value, 1)


def share_words(share: float | None) -> str:
    """Return in how many of a hundred weightings; rounded down, so that 100 means all."""
    return "niet te zeggen" if share is None else f"{int(share * 100 + 1e-9)} van de 100"


def changes_json(outcomes: Outcomes) -> list[Json]:
    """Return what the last round changed for each theme, in words."""
    return [
        {"code": one.code, "name": outcomes.names[one.code], "say": change_say(one)}
        for one in outcomes.changes
    ]
