"""Make an adopted report public for residents, and take it back."""

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.foundation.lifecycle.states import State
from integraal.policy.accountability.access import check_publish
from integraal.policy.accountability.models import Report
from integraal.policy.accountability.refusals import AccountRefused


@transaction.atomic
def publish_report(*, by: Actor, report: Report) -> Report:
    """Let residents read the report from today; a second time changes nothing.

    Raises:
        AccountRefused: it is not the adopted version.
        NotAllowed: neither adviser nor clerk.
    """
    check_publish(by)
    report = lifecycle.locked(report)
    if report.state != State.ADOPTED:
        raise AccountRefused("Alleen een vastgesteld rapport kan openbaar worden voor inwoners.")
    if report.published_on is None:
        report.published_on = timezone.localdate()
        report.save(update_fields=["published_on"])
        record("accountability.published", by=by, subject=report, version=report.version)
    return report


@transaction.atomic
def withdraw_report(*, by: Actor, report: Report) -> Report:
    """Take the page for residents away at once; a second time changes nothing.

    Raises:
        NotAllowed: neither adviser nor clerk.
    """
    check_publish(by)
    report = lifecycle.locked(report)
    if report.published_on is not None:
        report.published_on = None
        report.save(update_fields=["published_on"])
        record("accountability.withdrawn", by=by, subject=report, version=report.version)
    return report
