"""A year report over the programme of the demo, adopted by the college; and a draft picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.journeys.installation import Installation

MAKE = "from tests.journeys.a_report import make; print('REPORT', make())"


def report_in(installation: Installation) -> str:
    """Make it in a running installation; returns its key."""
    return installation.command("shell", "-c", MAKE).split("REPORT ")[1].split()[0]


def make() -> str:
    """Make it; returns the key of the report."""
    import uuid
    from datetime import date

    from django.db import transaction

    from integraal.foundation.database.models import Tenant
    from integraal.foundation.database.tenancy import tenant_scope
    from integraal.foundation.lifecycle import actions as lifecycle
    from integraal.foundation.lifecycle.freezing import fingerprint
    from integraal.foundation.people.models import Member
    from integraal.foundation.people.queries import actor_of
    from integraal.policy.accountability.models import Report
    from integraal.policy.accountability.reports.content import build_content
    from integraal.policy.accountability.reports.facts import gather
    from integraal.policy.picture.actions import start_picture
    from integraal.policy.picture.models import Picture
    from integraal.policy.programme.models import Programme

    tenant = Tenant.objects.get(name="Molendrecht")
    first, last = date(2025, 1, 1), date(2025, 12, 31)
    with transaction.atomic(), tenant_scope(tenant.pk):
        by = actor_of(Member.objects.filter(roles__contains=["adviser"])[0])
        programme = Programme.objects.filter(first_year=2025, state="adopted")[0]
        facts = gather(programme, first, last)
        report = Report.objects.create(
            tenant_id=tenant.pk, kind="year", title="Jaarrapportage 2025", programme=programme,
            first_day=first, last_day=last, lineage=uuid.uuid4(), facts=facts,
            facts_mark=fingerprint(facts),
        )  # fmt: skip
        lifecycle.propose(report, by=by, verb="programme.proposed")
        decision = lifecycle.Decision("college", date(2026, 3, 10), "C-12")
        content = build_content(report)
        lifecycle.adopt(report, by=by, verb="programme.adopted", decision=decision, content=content)
        if not Picture.objects.filter(state="draft").exists():
            start_picture(by=by, year=2025)
        return str(report.pk)
