"""Find the reports that residents may read."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from integraal.foundation.database.models import Tenant
from integraal.foundation.database.tenancy import set_tenant
from integraal.foundation.lifecycle.states import State
from integraal.foundation.ui.dutch import MONTHS
from integraal.policy.accountability.models import Report

LABEL = "Wat we beloofden, deden en bereikten"


@dataclass(frozen=True)
class Published:
    """The public reports of a municipality, the newest first; never empty."""

    tenant: Tenant
    reports: tuple[Report, ...]

    def of(self, period: str) -> Report | None:
        """Return the report of a period; without a period the newest one."""
        if not period:
            return self.reports[0]
        return next((one for one in self.reports if period_code(one) == period), None)


def published_reports(slug: str) -> Published | None:
    """Return what a municipality made public, and let the transaction work for it.

    Whatever is wrong (no such municipality, a draft, superseded, taken back), the same is done
    and the answer is ``None``: nobody learns which of these it was.
    """
    tenant = Tenant.objects.filter(slug=slug).first()
    set_tenant(tenant.pk if tenant else None)
    found = tuple(_public().select_related("programme")) if tenant else ()
    if tenant is None or not found:
        set_tenant(None)
        return None
    return Published(tenant, found)


def public_address(slug: str) -> str:
    """Return where residents read the account; empty when no report is public."""
    return reverse("public-account", args=[slug]) if _public().exists() else ""


def period_code(report: Report) -> str:
    """Return the period as it stands in an address: "2025", "2023-2024" or two days."""
    first, last = report.first_day, report.last_day
    is_whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    if not is_whole:
        return f"{first}_{last}"
    return str(last.year) if first.year == last.year else f"{first.year}-{last.year}"


def period_name(report: Report) -> str:
    """Return the period as a choice: "2025", "2023-2024" or "juli tot en met september 2026"."""
    code = period_code(report)
    return _months(report.first_day, report.last_day) if "_" in code else code


def _months(first: date, last: date) -> str:
    start, end = MONTHS[first.month - 1], f"{MONTHS[last.month - 1]} {last.year}"
    since = start if first.year == last.year else f"{start} {first.year}"
    return f"{since} tot en met {end}"


def _public() -> QuerySet[Report]:
    return Report.objects.filter(
        state=State.ADOPTED, published_on__lte=timezone.localdate()
    ).order_by("-last_day", "-first_day", "-version", "pk")
