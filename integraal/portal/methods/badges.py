"""The badge of a statement of the closed list. An example has no aim: nothing is favourable."""

from typing import Literal

from integraal.foundation.ui.components import Verdict, VerdictKind
from integraal.statistics.wording import Statement

_DIRECTIONS: dict[str, Literal["up", "down"]] = {
    "up": "up",
    "higher": "up",
    "down": "down",
    "lower": "down",
}
_KINDS: dict[str, VerdictKind] = {
    "few": "few",
    "short": "few",
    "rounded": "few",
    "unknown": "few",
    "uninhabited": "few",
    "hidden": "few",
    "never": "few",
    "alarm": "alarm",
    "uncertain": "watch",
    "selected": "watch",
}


def badge(statement: Statement) -> Verdict:
    """Return the badge: an arrow for a direction, a colour only for what asks attention."""
    if "_maybe_" in statement.code:
        return Verdict("watch", statement.label)
    ending = statement.code.rpartition("_")[2]
    return Verdict(_KINDS.get(ending, "flat"), statement.label, _DIRECTIONS.get(ending, ""))
