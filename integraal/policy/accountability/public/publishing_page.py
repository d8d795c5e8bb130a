"""The page on which a report is made public: where it stands, and what residents will read."""

from dataclasses import dataclass

from django.urls import reverse

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.foundation.people.access import allowed
from integraal.foundation.ui.dutch import day
from integraal.policy.accountability.access import check_publish
from integraal.policy.accountability.models import Report
from integraal.policy.accountability.public.here import Here
from integraal.policy.accountability.public.page import PublicAccount, public_account
from integraal.policy.accountability.public.queries import period_code
from integraal.policy.accountability.reports.account import account_of


@dataclass(frozen=True)
class PublishingPage:
    """What ``accountability/publishing.html`` shows; ``preview`` only when it is adopted."""

    report: Report
    line: str
    url: str
    may_publish: bool
    may_withdraw: bool
    preview: PublicAccount | None


def publishing_page(by: Actor, report: Report, slug: str) -> PublishingPage:
    """Return the page for who looks; ``slug`` is that of the municipality."""
    is_adopted, publishes = report.state == State.ADOPTED, allowed(check_publish, by)
    is_public = is_adopted and report.published_on is not None
    address = reverse("public-account", args=[slug])
    return PublishingPage(
        report=report,
        line=public_line(report),
        url=f"{address}?jaar={period_code(report)}" if is_public else "",
        may_publish=publishes and is_adopted and not is_public,
        may_withdraw=publishes and is_public,
        preview=_preview(report) if is_adopted else None,
    )


def public_line(report: Report) -> str:
    """Return whether residents read the report, as a sentence."""
    if report.state == State.SUPERSEDED:
        return "Een latere versie verving dit rapport. Inwoners lezen deze versie niet."
    if report.state != State.ADOPTED:
        return "Na de vaststelling kunt u het rapport openbaar maken voor inwoners."
    if report.published_on:
        return f"Openbaar sinds {day(report.published_on)}."
    return "Inwoners kunnen het rapport nog niet lezen."


def _preview(report: Report) -> PublicAccount:
    return public_account(
        account_of(report), Here(), body=report.adopting_body, adopted_on=report.adopted_on
    )
