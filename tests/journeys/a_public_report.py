"""The demo's reports, none of them public; run inside an installation."""

from __future__ import annotations


def taken_back() -> str:
    """Take every report back, and return the identifier of the one over 2025."""
    from django.db import transaction

    from integraal.foundation.database.models import Tenant
    from integraal.foundation.database.tenancy import tenant_scope
    from integraal.foundation.people.models import Member
    from integraal.foundation.people.queries import actor_of
    from integraal.policy.accountability.models import Report
    from integraal.policy.accountability.public.actions import withdraw_report

    tenant = Tenant.objects.get(slug="molendrecht")
    with transaction.atomic(), tenant_scope(tenant.pk):
        by = actor_of(Member.objects.filter(roles__contains=["adviser"])[0])
        for report in Report.objects.filter(published_on__isnull=False):
            withdraw_report(by=by, report=report)
        return str(Report.objects.get(title="Jaarrapportage 2025").pk)
