"""Read what measures said before."""

import uuid

from integraal.policy.programme.models import EarlierMeasure, Measure, Programme


def earlier_measures(programme: Programme, key: uuid.UUID) -> list[EarlierMeasure]:
    """Return the earlier stands of a measure, newest first, with their writers."""
    found = EarlierMeasure.objects.filter(programme=programme, measure=key)
    return list(found.select_related("written_by").order_by("-revision"))


def removed_measures(programme: Programme) -> list[EarlierMeasure]:
    """Return the last stand of every measure that is in the programme no more, newest first."""
    there = Measure.objects.filter(programme=programme).values("key")
    found = EarlierMeasure.objects.filter(programme=programme).exclude(measure__in=there)
    last = {one.measure: one for one in found.order_by("revision")}
    return sorted(last.values(), key=lambda one: one.written_at, reverse=True)
