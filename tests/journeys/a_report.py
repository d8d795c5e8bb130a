"""A draft of a report over the demo's programme, of which no facts were gathered yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.journeys.installation import Installation

MAKE = "from tests.journeys.a_report import make; print('REPORT', make())"


def report_in(installation: Installation) -> str:
    """Make it in a running installation; returns its id."""
    return installation.command("shell", "-c", MAKE).split("REPORT ")[1].strip()


def make() -> str:
    """Make it; returns its id."""
    import uuid
    from datetime import date

    from django.db import transaction

    from integraal.foundation.database.models import Tenant
    from integraal.foundation.database.tenancy import tenant_scope
    from integraal.policy.accountability.models import Report
    from integraal.policy.programme.models import Programme

    tenant = Tenant.objects.get(name="Molendrecht")
    with transaction.atomic(), tenant_scope(tenant.pk):
        made = Report.objects.create(
            tenant_id=tenant.pk, lineage=uuid.uuid4(), version=1, kind="year",
            title="Jaarrapportage 2025", programme=Programme.objects.get(first_year=2025),
            first_day=date(2025, 1, 1), last_day=date(2025, 12, 31),
        )  # fmt: skip
        return str(made.pk)
