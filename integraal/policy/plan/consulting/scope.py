"""What of an edition somebody may see and comment on. Pure: content in, content out."""

import uuid
from collections.abc import Collection, Iterable
from typing import Any

Json = dict[str, Any]


def in_scope(content: Json, themes: Collection[str]) -> Json:
    """Return the content of an edition with only these themes; without themes all of it.

    With themes, the parts about the plan as a whole are left out too.
    """
    if not themes:
        return content
    kept = [one for one in content["themes"] if one["code"] in themes]
    return {**content, "themes": kept, "blocks": []}


def blocks_in(content: Json) -> Iterable[Json]:
    """Yield every block in reading order, the themes themselves included."""
    yield from content["blocks"]
    for theme in content["themes"]:
        yield theme
        yield from theme["blocks"]


def block_in(content: Json, key: uuid.UUID) -> Json | None:
    """Return the block with this key, or ``None`` when it is not there."""
    return next((one for one in blocks_in(content) if one["key"] == str(key)), None)
