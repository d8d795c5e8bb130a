"""Which sessions rest on a figure: told to the room of figures."""

from collections.abc import Iterator

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from integraal.foundation.areas.queries import municipality_on
from integraal.foundation.audit.actors import Actor
from integraal.knowledge.figures.uses import Question, Use
from integraal.policy.priorities.models import Session
from integraal.policy.priorities.queries import sessions


def uses_in_sessions(by: Actor, question: Question) -> Iterator[Use]:
    """Yield the sessions whose fact sheets show the figures, newest first.

    The sheets come from the adopted picture of the session, so that tells. They show the
    municipality as a whole, never a part of it.
    """
    found = list(_resting_on(by, question).order_by("-held_on", "-version"))
    if not found or not is_of_whole(question):
        return
    for session in found:
        yield Use(
            document=session.pk,
            title=session.title,
            version=session.version,
            state=session.state,
            state_label=session.state_label,
            url=reverse("session-facts", args=[session.pk]),
            spots=(),
        )


def _resting_on(by: Actor, question: Question) -> QuerySet[Session]:
    of_indicator = Q()
    for code in question.indicators:
        of_indicator |= Q(picture__frozen__themes__contains=[{"indicators": [{"code": code}]}])
    found = sessions(by).filter(of_indicator).defer("frozen")
    if question.sha256:
        found = found.filter(picture__frozen__sources__contains=[{"sha256": question.sha256}])
    if question.year is not None:
        found = found.filter(
            picture__first_year__lte=question.year, picture__year__gte=question.year
        )
    return found


def is_of_whole(question: Question) -> bool:
    """Return whether a question is about the municipality as a whole, or about no area at all."""
    if question.area is None:
        return True
    whole = municipality_on(timezone.localdate())
    return whole is not None and whole.pk == question.area
