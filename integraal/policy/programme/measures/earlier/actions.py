"""Put a measure back as it stood, and bring back one that was removed."""

import uuid
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from integraal.foundation.areas.models import Area
from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.people.models import Organisation
from integraal.foundation.people.queries import members
from integraal.policy.programme.measures.actions import add_measure, change_measure
from integraal.policy.programme.models import EarlierMeasure, Measure, Programme
from integraal.policy.programme.refusals import ProgrammeRefused

_AS_THEY_ARE = (
    "theme", "title", "text", "item", "kind", "money_source", "hours", "output", "output_target",
    "outcome", "outcome_target", "risk", "decision",
)  # fmt: skip
_NOT_THERE = "Deze eerdere stand is er niet. Ververs de pagina."


@transaction.atomic
def put_measure_back(
    *, by: Actor, programme: Programme, key: uuid.UUID, revision: int, base_revision: int
) -> Measure:
    """Make a measure what it was at a revision; what it is now becomes an earlier stand.

    Raises:
        ProgrammeRefused: there is no such stand, or a rule is broken by now.
        Conflict: somebody changed it meanwhile.
        NotAllowed: see ``change_measure``.
    """
    content = _content(programme, key, revision)
    record("programme.measure_put_back", by=by, subject=programme, measure=key)
    return change_measure(
        by=by, programme=programme, key=key, base_revision=base_revision,
        fields=_fields(programme, content), partners=_partners(content),
        milestones=_milestones(content),
    )  # fmt: skip


@transaction.atomic
def bring_measure_back(*, by: Actor, programme: Programme, key: uuid.UUID) -> Measure:
    """Bring back a measure that was removed, as it was then.

    Raises:
        ProgrammeRefused: it was never there, or it is there already.
        NotAllowed: see ``add_measure``.
    """
    if Measure.objects.filter(programme=programme, key=key).exists():
        raise ProgrammeRefused("Deze maatregel staat al in het programma.")
    last = EarlierMeasure.objects.filter(programme=programme, measure=key).first()
    if last is None:
        raise ProgrammeRefused(_NOT_THERE)
    made = add_measure(by=by, programme=programme, key=key, **_fields(programme, last.content))
    record("programme.measure_brought_back", by=by, subject=programme, measure=key)
    partners, milestones = _partners(last.content), _milestones(last.content)
    if not partners and not milestones:
        return made
    return change_measure(
        by=by, programme=programme, key=key, base_revision=made.revision, fields={},
        partners=partners, milestones=milestones,
    )  # fmt: skip


def _content(programme: Programme, key: uuid.UUID, revision: int) -> dict[str, Any]:
    found = EarlierMeasure.objects.filter(programme=programme, measure=key, revision=revision)
    row = found.first()
    if row is None:
        raise ProgrammeRefused(_NOT_THERE)
    return dict(row.content)


def _fields(programme: Programme, content: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a kept stand; whoever or whatever is gone by now is left out."""
    there = members(timezone.localdate()).in_bulk(
        [one for one in (content.get("owner_id"), content.get("deputy_id")) if one]
    )
    found = {str(pk): one for pk, one in there.items()}
    kept = set(
        Measure.objects.filter(programme=programme).values_list("key", flat=True)
    )  # what it waits for may be removed by now
    return {
        **{name: content[name] for name in _AS_THEY_ARE},
        "goal": uuid.UUID(content["goal"]) if content["goal"] else None,
        "owner": found.get(content.get("owner_id", "")),
        "deputy": found.get(content.get("deputy_id", "")),
        "starts_on": _day(content["starts_on"]),
        "ends_on": _day(content["ends_on"]),
        "area": Area.objects.filter(name=content["area"]).first() if content["area"] else None,
        "budget": Decimal(content["budget"]) if content["budget"] else None,
        "needs": [one for one in map(uuid.UUID, content["needs"]) if one in kept],
    }


def _partners(content: dict[str, Any]) -> list[tuple[Organisation, str]]:
    names = [one["organisation"] for one in content["partners"]]
    found = {one.name: one for one in Organisation.objects.filter(name__in=names)}
    return [
        (found[one["organisation"]], one["role"])
        for one in content["partners"]
        if one["organisation"] in found
    ]


def _milestones(content: dict[str, Any]) -> list[tuple[uuid.UUID | None, str, date]]:
    return [
        (uuid.UUID(one["key"]), one["title"], date.fromisoformat(one["day"]))
        for one in content["milestones"]
    ]


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None
