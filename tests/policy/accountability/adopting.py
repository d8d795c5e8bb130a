"""A report over 2024, and the same adopted by the college."""

import uuid
from datetime import date

from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.freezing import fingerprint
from integraal.policy.accountability.models import Report, ReportText
from integraal.policy.accountability.reports.content import build_content
from integraal.policy.accountability.reports.facts import gather
from integraal.policy.programme.models import Programme
from tests.policy.accountability.conftest import FIRST, LAST, adopted_on


def a_report(by: Actor, programme: Programme, kind: str = "year") -> Report:
    """Make a draft over 2024 with its facts."""
    facts = gather(programme, FIRST, LAST)
    return Report.objects.create(
        tenant_id=by.tenant_id, kind=kind, title="Jaarrapportage 2024", programme=programme,
        first_day=FIRST, last_day=LAST, lineage=uuid.uuid4(), facts=facts,
        facts_mark=fingerprint(facts),
    )  # fmt: skip


def adopt(by: Actor, report: Report) -> Report:
    """Let the college adopt it."""
    adopted_on(report, by, build_content(report), date(2025, 3, 11))
    report.refresh_from_db()
    return report


def tell(report: Report, place: str, text: str) -> None:
    """Let the adviser write beside the facts."""
    ReportText.objects.create(
        tenant_id=report.tenant_id, report=report, place=place, text=text,
        written_at=timezone.now(),
    )  # fmt: skip
