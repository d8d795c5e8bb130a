"""Read pictures, always starting from what the actor may see."""

import uuid
from collections.abc import Sequence

from django.db.models import Count, QuerySet

from integraal.foundation.audit.actors import Actor, Through
from integraal.foundation.lifecycle.states import State
from integraal.knowledge.figures.definitions import indicators
from integraal.knowledge.figures.queries import latest_year
from integraal.policy.picture.access import reads_drafts
from integraal.policy.picture.models import EarlierPassage, Passage, Picture
from integraal.policy.picture.parts import STORY


def pictures(by: Actor) -> QuerySet[Picture]:
    """Return the pictures the actor may read: who does not work on drafts sees adopted ones.

    A reader with a share link may look for none: the link itself says which one.
    """
    if by.through == Through.LINK:
        return Picture.objects.none()
    found = Picture.objects.all()
    if not reads_drafts(by):
        found = found.filter(state__in=[State.ADOPTED, State.SUPERSEDED])
    return found


def versions(by: Actor, picture: Picture) -> list[Picture]:
    """Return all versions of the document, newest first, without their content."""
    return list(
        pictures(by)
        .filter(lineage=picture.lineage)
        .defer("frozen")
        .select_related("adopted_by")
        .order_by("-version")
    )


def version_before(by: Actor, picture: Picture) -> Picture | None:
    """Return the version this one follows."""
    return pictures(by).filter(lineage=picture.lineage, version=picture.version - 1).first()


def passage(picture: Picture, theme: str, part: str = STORY.code) -> Passage | None:
    """Return one text with its writer."""
    return (
        Passage.objects.filter(picture=picture, theme=theme, part=part)
        .select_related("written_by")
        .first()
    )


def passages(picture: Picture) -> list[Passage]:
    """Return all texts of a picture with their writers."""
    return list(Passage.objects.filter(picture=picture).select_related("written_by"))


def earlier_texts(passage_id: uuid.UUID) -> list[EarlierPassage]:
    """Return the earlier stands of a text, newest first, with their writers."""
    found = EarlierPassage.objects.filter(passage_id=passage_id)
    return list(found.select_related("written_by"))


def earlier_counts(passage_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, int]:
    """Return how many earlier stands each of these texts has; those without any are left out."""
    found = EarlierPassage.objects.filter(passage_id__in=passage_ids).order_by()
    return dict(found.values_list("passage_id").annotate(many=Count("id")))


def offered_year() -> int | None:
    """Return the newest year a picture can be made of; None without figures of a theme."""
    return latest_year(one for one in indicators().values() if one.theme)


def latest_picture(by: Actor) -> Picture | None:
    """Return the picture in hand, or else the one adopted last, without its content."""
    return pictures(by).defer("frozen").order_by("-year", "-version").first()


def adopted_picture(by: Actor) -> Picture | None:
    """Return the adopted picture of the latest year, without its content."""
    adopted = pictures(by).filter(state=State.ADOPTED)
    return adopted.defer("frozen").order_by("-year").first()
