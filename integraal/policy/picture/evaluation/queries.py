"""Read the promises of a picture that the actor may read already."""

import uuid

from integraal.policy.picture.models import Picture, Promise


def promises(picture: Picture) -> list[Promise]:
    """Return the promises in order."""
    return list(Promise.objects.filter(picture=picture).select_related("written_by"))


def promise(picture: Picture, pk: uuid.UUID) -> Promise | None:
    found = Promise.objects.filter(picture=picture, pk=pk)
    return found.select_related("picture", "written_by").first()


def reached_of(picture: Picture) -> list[str]:
    """Return for each promise whether it was reached."""
    return list(Promise.objects.filter(picture=picture).values_list("reached", flat=True))
