"""What may be said about answers to a poll."""

import math
from collections.abc import Mapping, Sequence

from integraal.statistics.wording.changes import DEMONSTRABLE
from integraal.statistics.wording.numbers import percentage, written
from integraal.statistics.wording.statements import Language, Statement, stated, words

FEWEST_ANSWERS = 10
TELLING_POINTS = 0.03


def poll_share(
    share: float,
    answers: int,
    *,
    claim: str,
    self_selected: bool,
    lower: float = math.nan,
    upper: float = math.nan,
    language: Language = "nl",
) -> Statement:
    """Say what part of those who answered chose something.

    Args:
        share: from 0 to 1, unweighted or weighted.
        answers: how many answered the question.
        claim: the verb with ``{share}`` in it, such as "voelt {share} zich veilig".
        self_selected: whether those who answered chose to take part themselves. Then no margin
            for all residents is ever given.
        lower, upper: the margin, for a drawn sample.
        language: Dutch or English.

    Raises:
        ValueError: a drawn sample without its margin.
    """
    if answers < FEWEST_ANSWERS:
        return stated("poll_few", language)
    parts = {
        "n": written(answers, language),
        "claim": claim.format(share=percentage(share, language)),
    }
    if self_selected:
        return stated("poll_self_selected", language, **parts)
    if not (math.isfinite(lower) and math.isfinite(upper)):
        raise ValueError("A share of a drawn sample comes with its margin.")
    return stated(
        "poll_sample",
        language,
        **parts,
        lower=f"{written(math.floor(lower * 100 + 1e-9), language)} %",
        upper=f"{written(math.ceil(upper * 100 - 1e-9), language)} %",
    )


def group_difference(
    shares: Mapping[str, float],
    answers: Sequence[int],
    p_value: float,
    *,
    level: float = DEMONSTRABLE,
    language: Language = "nl",
) -> Statement:
    """Say whether groups of those who answered differ; of all people it says nothing.

    Args:
        shares: name of each group to its share, from 0 to 1.
        answers: how many answered in each of them.
        p_value: of the test between the groups; NaN when there was nothing to test.
        level: below this they differ.
        language: Dutch or English.
    """
    if min(answers, default=0) < FEWEST_ANSWERS:
        return stated("groups_few", language)
    told = ", ".join(f"{name} {percentage(share, language)}" for name, share in shares.items())
    return stated("groups_differ" if p_value < level else "groups_none", language, shares=told)


def beside_weighted(
    share: float, weighted: float, margins: Sequence[str], language: Language = "nl"
) -> str:
    """Say what weighting makes of a share, and whether that differs by more than three points.

    Args:
        share, weighted: from 0 to 1.
        margins: what was weighted by, such as "leeftijd" and "geslacht"; at least one.
        language: Dutch or English.
    """
    joint = " en " if language == "nl" else " and "
    listed = joint.join(filter(None, [", ".join(margins[:-1]), margins[-1]]))
    differs = abs(weighted - share) > TELLING_POINTS
    return words(
        "weighted_differs" if differs else "weighted",
        language,
        margins=listed,
        share=percentage(weighted, language),
    )
