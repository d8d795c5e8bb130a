"""Read contributions and referrals of a picture that the actor may read already."""

import hashlib
import uuid

from django.utils import timezone

from integraal.foundation.people.queries import organisations
from integraal.knowledge.figures.definitions import all_themes
from integraal.policy.picture.contributions.rules import CHANNELS, days_open
from integraal.policy.picture.models import Contribution, Picture, Referral
from integraal.policy.picture.words import LINE


def contributions(picture: Picture, theme: str | None = None) -> list[Contribution]:
    """Return what others said, newest first; of one theme when asked."""
    found = Contribution.objects.filter(picture=picture).select_related("written_by")
    return list(found if theme is None else found.filter(theme=theme))


def contribution(picture: Picture, pk: uuid.UUID) -> Contribution | None:
    found = Contribution.objects.filter(picture=picture, pk=pk)
    return found.select_related("picture", "written_by").first()


def referrals(picture: Picture, theme: str | None = None) -> list[Referral]:
    """Return what was referred: open first, the longest open on top; of one theme when asked."""
    found = Referral.objects.filter(picture=picture).select_related("contribution")
    if theme is not None:
        found = found.filter(contribution__theme=theme)
    return sorted(
        found, key=lambda one: (one.answered_on is not None, one.referred_on, one.subject)
    )


def referral(picture: Picture, pk: uuid.UUID) -> Referral | None:
    found = Referral.objects.filter(picture=picture, pk=pk)
    return found.select_related("picture", "contribution").first()


def stand_of(referral: Referral) -> str:
    """Return a mark that changes with every change of a referral or its answer."""
    told = [
        referral.subject, referral.text, referral.went_to, referral.document, referral.link,
        referral.referred_on, referral.answer, referral.answered_on, referral.answered_by,
    ]  # fmt: skip
    return hashlib.sha256(repr([str(one) for one in told]).encode()).hexdigest()[:16]


def newest_version(picture: Picture) -> Picture:
    """Return the last version of the document, whoever may read it."""
    last = (
        Picture.objects.filter(lineage=picture.lineage).defer("frozen").order_by("version").last()
    )
    return last or picture


def known_sources() -> list[str]:
    """Return the sources that are offered: organisations, and ways in which voices come."""
    return [*CHANNELS, *(one.name for one in organisations())]


def known_targets() -> list[tuple[str, str]]:
    """Return who has a theme that is not in the plan: (department or policy, theme)."""
    return [
        (one.went_to, one.name)
        for one in all_themes()
        if one.dropped and one.went_to and len(one.went_to) <= LINE
    ]


def total_and_open(picture: Picture) -> tuple[int, list[int]]:
    """Return how many referrals there are, and for each open one how many days it is open."""
    today = timezone.localdate()
    days = Referral.objects.filter(picture=picture).values_list("referred_on", "answered_on")
    found = [days_open(referred, answered, today) for referred, answered in days]
    return len(found), [one for one in found if one is not None]
