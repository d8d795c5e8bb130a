"""The measures in which an organisation takes part, for the page of that organisation."""

import uuid
from collections.abc import Iterable, Iterator

from django.db.models import Q
from django.urls import NoReverseMatch, reverse

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.foundation.partners.uses import Subject, Use
from integraal.foundation.people.models import Organisation
from integraal.policy.programme.models import Measure, Programme, Progress, Status
from integraal.policy.programme.queries import programmes

WHAT = "Maatregelen"
_FINISHED = (Status.DONE, Status.STOPPED)


def uses(by: Actor, subject: Subject) -> Iterable[Use]:
    """Return the measures that hang on an organisation, of the newest version one may read.

    Args:
        by: who asks.
        subject: an organisation; nothing of a programme hangs on a covenant.
    """
    if not isinstance(subject, Organisation):
        return ()
    return tuple(_uses_of(subject, _newest(by)))


def _newest(by: Actor) -> list[Programme]:
    found = programmes(by).exclude(state=State.SUPERSEDED).defer("frozen")
    newest: dict[uuid.UUID, Programme] = {}
    for one in found.order_by("version"):
        newest[one.lineage] = one
    return list(newest.values())


def _uses_of(organisation: Organisation, found: list[Programme]) -> Iterator[Use]:
    takes_part = Q(partners__organisation=organisation)
    owns = Q(owner__organisation=organisation) | Q(deputy__organisation=organisation)
    rows = (
        Measure.objects.filter(takes_part | owns, programme__in=found)
        .select_related("programme")
        .defer("programme__frozen")
        .prefetch_related("partners")
        .distinct()
        .order_by("-programme__first_year", "order")
    )
    done = Progress.objects.filter(
        lineage__in=[one.lineage for one in found], status__in=_FINISHED
    ).values_list("lineage", "measure")
    finished = set(done)
    for row in rows:
        role = next(
            (p.role for p in row.partners.all() if p.organisation_id == organisation.pk), ""
        )
        yield Use(
            what=WHAT,
            label=row.title,
            url=_url(row),
            running=(row.programme.lineage, row.key) not in finished,
            say=", ".join(part for part in (row.programme.title, role) if part),
        )


def _url(measure: Measure) -> str:
    try:
        return reverse("measure", args=[measure.programme_id, measure.key])
    except NoReverseMatch:
        return ""
