"""Add and end areas."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from integraal.foundation.areas.models import Area
from integraal.foundation.areas.rules import geometry_problem
from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record


class AreaRefused(Exception):
    """The area is not right; the message says why."""


@dataclass(frozen=True)
class NewArea:
    """What is known of an area when it is added; see ``Area`` for the meaning of each."""

    kind: str
    name: str
    valid_from: date
    number: int | None = None
    code: str = ""
    code_year: int | None = None
    geometry: dict[str, Any] | None = None
    few_inhabitants: bool = False


@transaction.atomic
def add_area(*, by: Actor, area: NewArea, within: Area | None = None) -> Area:
    """Add an area of the tenant.

    Raises:
        AreaRefused: the outline is no closed shape in the Netherlands, or the name is empty.
    """
    if not area.name.strip():
        raise AreaRefused("Geef het gebied een naam.")
    if area.geometry is not None and (problem := geometry_problem(area.geometry)):
        raise AreaRefused(f"{area.name}: {problem}")
    added = Area.objects.create(tenant_id=by.tenant_id, within=within, **vars(area))
    record("area.added", by=by, subject=added)
    return added


@transaction.atomic
def end_area(*, by: Actor, area: Area, valid_to: date) -> Area:
    """Let an area be valid until ``valid_to`` (that day not included).

    Raises:
        AreaRefused: the end lies before the start.
    """
    if valid_to <= area.valid_from:
        raise AreaRefused("De einddatum ligt vóór de begindatum. Kies een latere datum.")
    area.valid_to = valid_to
    area.save(update_fields=["valid_to"])
    record("area.ended", by=by, subject=area)
    return area
