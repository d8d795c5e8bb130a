"""Ask which counts stay hidden; reckoned first when nobody asked since the figures changed."""

from collections.abc import Collection

from integraal.foundation.audit.actors import Actor
from integraal.knowledge.figures.hiding.actions import keep_hidden
from integraal.knowledge.figures.hiding.kept import At, kept_hidden
from integraal.statistics.disclosure import HiddenKind


def hidden_of(by: Actor, code: str, wanted: Collection[At]) -> dict[At, dict[str, HiddenKind]]:
    """Return what is hidden of one indicator, reckoned first where it must be.

    Args:
        by: who looks; whoever looks first after a change gives occasion to the reckoning.
        code: of the indicator.
        wanted: divisions and years.
    """
    kept = kept_hidden(code, wanted)
    missing = set(wanted) - set(kept)
    if missing:
        keep_hidden(by=by, wanted=missing)
        kept = kept_hidden(code, wanted)
    return kept
