"""The list of pictures: one line for each, its versions together."""

from dataclasses import dataclass

from integraal.foundation.audit.actors import Actor
from integraal.policy.picture.models import Picture
from integraal.policy.picture.queries import pictures


@dataclass(frozen=True)
class PictureLine:
    """One picture: its newest version, and those before it, newest first."""

    newest: Picture
    earlier: list[Picture]


def picture_list(by: Actor) -> list[PictureLine]:
    """Return the pictures the actor may read, the latest year first, without their content."""
    lines: dict[object, PictureLine] = {}
    for picture in pictures(by).defer("frozen").order_by("-year", "-version"):
        line = lines.setdefault(picture.lineage, PictureLine(picture, []))
        if line.newest is not picture:
            line.earlier.append(picture)
    return list(lines.values())
