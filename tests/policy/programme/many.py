"""A programme of many measures, laid down at once: with owners, partners, milestones, progress."""

from __future__ import annotations

import uuid
from datetime import date
from decimal import Decimal

from django.utils import timezone

from integraal.foundation.people.models import Member, Organisation
from integraal.policy.programme.models import (
    Measure,
    MeasurePartner,
    Milestone,
    Programme,
    Progress,
)

THEMES = ("woonomgeving", "bedrijvigheid", "jeugd", "integriteit")
KINDS = ("prevention", "enforcement", "")
STATUSES = ("planned", "running", "running", "done", "stopped")
LIGHTS = ("good", "attention", "stuck", "")


def fill(programme: Programme, number: int) -> list[Measure]:
    """Add measures in a pattern; every seventh has no owner, every fifth no progress."""
    people, partners = list(Member.objects.all()[:3]), list(Organisation.objects.all()[:2])
    made = Measure.objects.bulk_create(
        _measure(programme, nr, people[nr % len(people)] if nr % 7 else None)
        for nr in range(number)
    )
    MeasurePartner.objects.bulk_create(
        MeasurePartner(tenant_id=one.tenant_id, measure=one, organisation=other, role=f"rol {nr}")
        for nr, one in enumerate(made)
        for other in partners[: nr % 3]
    )
    Milestone.objects.bulk_create(
        Milestone(tenant_id=one.tenant_id, measure=one, key=uuid.uuid4(), title=f"Mijlpaal {nr}",
                  day=date(programme.first_year, 1 + nr % 12, 15))
        for nr, one in enumerate(made)
    )  # fmt: skip
    Progress.objects.bulk_create(
        Progress(tenant_id=one.tenant_id, lineage=programme.lineage, measure=one.key,
                 status=STATUSES[nr % 5], quality=LIGHTS[nr % 4], time=LIGHTS[nr % 3],
                 money="good", spent=Decimal(nr), updated_on=date(2026, 11, 1))
        for nr, one in enumerate(made)
        if nr % 5
    )  # fmt: skip
    return made


def _measure(programme: Programme, nr: int, owner: Member | None) -> Measure:
    year = programme.first_year + nr % 2
    return Measure(
        tenant_id=programme.tenant_id, programme=programme, key=uuid.uuid4(), order=nr + 1,
        theme=THEMES[nr % 4], title=f"Maatregel {nr}", owner=owner, kind=KINDS[nr % 3],
        starts_on=date(year, 1 + nr % 6, 1), ends_on=date(year, 7 + nr % 6, 28),
        budget=Decimal(1000 + nr), hours={f"{year}-{1 + nr % 4}": "4"}, written_at=timezone.now(),
    )  # fmt: skip
