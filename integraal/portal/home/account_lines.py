"""What the home page says about accounting: which report was told last, and what is due."""

from django.urls import reverse

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.foundation.people.access import allowed
from integraal.policy.accountability.access import check_adopt, check_write
from integraal.policy.accountability.models import Report
from integraal.policy.accountability.queries import reports
from integraal.policy.accountability.reports.pages.listing import first_due, running
from integraal.portal.home.lines import Line, Waits


def account_line(by: Actor) -> Line:
    """Return the line of accounting: the newest report, and what waits for who looks."""
    found = list(reports(by).defer("frozen", "facts"))
    waits = [*_in_hand(by, found), *_due(by)]
    told = next((one for one in found if one.is_frozen), None)
    if told is None:
        return Line(waits=waits)
    return Line(f"{told.title} vastgesteld", "done", waits, reached=True)


def _in_hand(by: Actor, found: list[Report]) -> Waits:
    """Return the reports that lie with the college, or came back from it."""
    lines: Waits = []
    for one in found:
        url = reverse("report-decision", args=[one.pk])
        if one.state == State.PROPOSED and allowed(check_adopt, by):
            lines.append((one.title, "Leg vast wat het college besloot.", url))
        if one.state == State.DRAFT and one.returned_reason and allowed(check_write, by):
            lines.append((one.title, "Het college stuurde dit rapport terug.", url))
    return lines


def _due(by: Actor) -> Waits:
    """Return the newest period without a report, for who makes reports."""
    found = first_due(running(by)) if allowed(check_write, by) else None
    if found is None:
        return []
    return [(found[1].title, "De periode is voorbij. Begin het rapport.", reverse("report-start"))]
