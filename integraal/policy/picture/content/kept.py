"""The figures of a draft as they were kept, as long as nothing they depend on changed."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from integraal.policy.picture.content.stamp import stamp_of
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

    Four queries, whatever is asked.

    Args:
        picture: a draft, or a proposal.
        themes: codes of the parts to read, ``WHOLE`` among them; None for all.
    """
    rows = DraftFigures.objects.filter(picture=picture)
    if themes is not None:
        rows = rows.filter(theme__in=themes)
    found = {one.theme: one for one in rows}
    if WHOLE not in found or found[WHOLE].stamp != stamp_of(picture):
        return None
    return Kept({theme: one.content for theme, one in found.items()}, found[WHOLE].changes)
