"""Read programmes, always starting from what the actor may see."""

import uuid

from django.db.models import Prefetch, Q, QuerySet

from integraal.foundation.audit.actors import Actor, Through
from integraal.foundation.lifecycle.states import State
from integraal.policy.programme.access import reads_drafts
from integraal.policy.programme.models import Measure, MeasurePartner, Programme, Progress


def programmes(by: Actor) -> QuerySet[Programme]:
    """Return the programmes the actor may read: who does not work on drafts sees adopted ones."""
    if by.through == Through.LINK:
        return Programme.objects.none()
    found = Programme.objects.all()
    if not reads_drafts(by):
        found = found.filter(state__in=[State.ADOPTED, State.SUPERSEDED])
    return found


def measures(programme: Programme) -> QuerySet[Measure]:
    """Return the measures of a programme in their order, with owner, area and partners."""
    return _whole(Measure.objects.filter(programme=programme))


def measure(programme: Programme, key: uuid.UUID) -> Measure | None:
    """Return one measure with all that belongs to it."""
    return measures(programme).filter(key=key).first()


def measure_within(there: QuerySet[Programme], key: uuid.UUID) -> Measure | None:
    """Return one measure of a programme among ``there``, read with its programme and plan."""
    found = _whole(Measure.objects.filter(programme__in=there, key=key))
    found = found.select_related("programme__plan")
    return found.defer("programme__frozen", "programme__plan__frozen").first()


def progress(programme: Programme) -> dict[uuid.UUID, Progress]:
    """Return where each measure stands, by its key; nobody said anything of one that is absent."""
    found = Progress.objects.filter(lineage=programme.lineage).select_related("updated_by")
    return {one.measure: one for one in found}


def own_measures(by: Actor, programme: Programme) -> QuerySet[Measure]:
    """Return the measures of which the actor is the owner or the deputy."""
    return measures(programme).filter(Q(owner_id=by.member_id) | Q(deputy_id=by.member_id))


def current_programme(by: Actor) -> Programme | None:
    """Return the adopted programme of the latest years, without its content."""
    found = programmes(by).filter(state=State.ADOPTED).defer("frozen")
    return found.order_by("-first_year").first()


def versions(by: Actor, programme: Programme) -> list[Programme]:
    """Return all versions the actor may read, newest first, without their content."""
    found = programmes(by).filter(lineage=programme.lineage).defer("frozen")
    return list(found.order_by("-version"))


def _whole(found: QuerySet[Measure]) -> QuerySet[Measure]:
    partners = MeasurePartner.objects.select_related("organisation")
    return found.select_related(
        "owner", "owner__organisation", "deputy", "area", "written_by"
    ).prefetch_related(Prefetch("partners", partners), "milestones")
