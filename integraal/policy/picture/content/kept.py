"""The figures of a draft as they were kept, as long as nothing they depend on changed."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from integraal.policy.picture.content.stamp import facts_of_now, stamp_from
from integraal.policy.picture.models import DraftFigures, Picture
from integraal.policy.picture.parts import WHOLE

Json = dict[str, Any]


@dataclass(frozen=True)
class Kept:
    """The parts of a draft by code of their theme, and what changed in them unseen."""

    parts: dict[str, Json]
    changes: list[Json]


def kept_figures(picture: Picture, themes: Collection[str] | None = None) -> Kept | None:
    """Return the kept figures; None when there are none, or when they are not those of now.

    One query, whatever is asked: the stamp of now comes along with the rows.

    Args:
        picture: a draft, or a proposal.
        themes: codes of the parts to read, ``WHOLE`` among them; None for all.
    """
    rows = DraftFigures.objects.filter(picture=picture)
    if themes is not None:
        rows = rows.filter(theme__in=themes)
    facts = facts_of_now()
    found = {
        theme: (stamp, content, changes, now)
        for theme, stamp, content, changes, *now in rows.annotate(**facts).values_list(
            "theme", "stamp", "content", "changes", *facts
        )
    }
    if WHOLE not in found:
        return None
    stamp, _, changes, now = found[WHOLE]
    if stamp != stamp_from(picture, now):
        return None
    return Kept({theme: content for theme, (_, content, *_) in found.items()}, changes)
