"""Read remarks, and who may be given an assignment."""

import uuid

from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.foundation.people.models import Member
from integraal.foundation.people.queries import actor_of, members
from integraal.policy.picture.access import reads_drafts
from integraal.policy.picture.models import Passage, Picture, Remark


def remarks(picture: Picture, theme: str | None = None) -> list[Remark]:
    """Return the remarks with their people, oldest first; of one theme when asked; one query."""
    found = Remark.objects.filter(picture=picture)
    if theme is not None:
        found = found.filter(theme=theme)
    return list(found.select_related("made_by", "assigned_to", "closed_by"))


def remark(picture: Picture, pk: uuid.UUID) -> Remark | None:
    found = Remark.objects.filter(picture=picture, pk=pk)
    return found.select_related("picture", "made_by", "assigned_to").first()


def open_and_late(picture: Picture) -> tuple[int, int]:
    """Return how many remarks are open, and how many of those are assignments that are late."""
    found = Remark.objects.filter(picture=picture, outcome=Remark.Outcome.OPEN)
    days = list(found.values_list("due_on", flat=True))
    today = timezone.localdate()
    return len(days), sum(day is not None and day < today for day in days)


def assignments_for(by: Actor) -> list[Remark]:
    """Return the open assignments of the actor, the first due on top."""
    if not reads_drafts(by):
        return []
    found = Remark.objects.filter(
        kind=Remark.Kind.ASSIGNMENT,
        outcome=Remark.Outcome.OPEN,
        assigned_to_id=by.member_id,
        picture__state__in=[State.DRAFT, State.PROPOSED],
    )
    return list(found.select_related("picture").defer("picture__frozen").order_by("due_on"))


def may_be_assigned() -> list[Member]:
    """Return who reads drafts and so can do something about one."""
    return [one for one in members(timezone.localdate()) if reads_drafts(actor_of(one))]


def written_passages(picture: Picture, theme: str) -> dict[str, Passage]:
    """Return the texts of a theme (or of the whole picture) that are not empty, by part."""
    found = Passage.objects.filter(picture=picture, theme=theme).exclude(text="")
    return {one.part: one for one in found.select_related("written_by")}
