"""What the list of reports shows: what there is, and what is due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.foundation.people.access import allowed
from integraal.policy.accountability.access import check_write
from integraal.policy.accountability.models import Report
from integraal.policy.accountability.queries import reports
from integraal.policy.accountability.reports.periods import Period, due
from integraal.policy.accountability.reports.telling.words import period
from integraal.policy.programme.models import Programme
from integraal.policy.programme.queries import programmes


@dataclass(frozen=True)
class Line:
    """A report in the list."""

    report: Report
    period: str
    decided: str


@dataclass(frozen=True)
class Due:
    """A period that is over and has no report, with the address of the form filled in."""

    title: str
    period: str
    programme: str
    url: str


@dataclass(frozen=True)
class ListPage:
    """What ``accountability/reports.html`` shows."""

    lines: list[Line]
    due: list[Due]
    may_write: bool
    has_programme: bool


def list_page(by: Actor) -> ListPage:
    """Return the reports the actor may read, newest first, and for a writer what is due."""
    may_write = allowed(check_write, by)
    held = running(by)
    found = reports(by).defer("frozen", "facts").order_by("-last_day", "kind", "-version")
    return ListPage(
        lines=[_line(one) for one in found],
        due=[one for programme in held for one in _due(programme)] if may_write else [],
        may_write=may_write,
        has_programme=bool(held),
    )


def running(by: Actor) -> list[Programme]:
    """Return the adopted programmes, the latest years first, without their content."""
    found = programmes(by).filter(state=State.ADOPTED).defer("frozen")
    return list(found.order_by("-first_year"))


def first_due(held: Sequence[Programme]) -> tuple[Programme, Period] | None:
    """Return what a new report would be about: the newest period that is due."""
    found = [(one, each) for one in held for each in _periods_due(one)]
    return max(found, key=lambda one: one[1].last_day) if found else None


def _periods_due(programme: Programme) -> list[Period]:
    there = Report.objects.filter(programme__lineage=programme.lineage)
    made: list[tuple[str, date]] = list(there.values_list("kind", "last_day"))
    return due(programme.first_year, programme.last_year, made, timezone.localdate())


def _due(programme: Programme) -> list[Due]:
    return [
        Due(
            title=one.title,
            period=period(str(one.first_day), str(one.last_day)),
            programme=programme.title,
            url=f"{reverse('report-start')}?{urlencode(_asked(programme, one))}",
        )
        for one in _periods_due(programme)
    ]


def _asked(programme: Programme, one: Period) -> dict[str, str]:
    return {
        "programme": str(programme.pk),
        "kind": one.kind,
        "first_day": str(one.first_day),
        "last_day": str(one.last_day),
    }


def _line(report: Report) -> Line:
    decided = ""
    if report.is_frozen:
        number = f", besluit {report.decision_number}" if report.decision_number else ""
        decided = f"Vastgesteld door: {report.adopting_body}{number}."
    return Line(report, period(str(report.first_day), str(report.last_day)), decided)
