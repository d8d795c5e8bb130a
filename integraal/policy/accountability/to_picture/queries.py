"""Read what a report can tell a picture, and which pictures can take it."""

from django.db.models import QuerySet

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.policy.accountability.models import Report
from integraal.policy.accountability.reports.account import account_of
from integraal.policy.accountability.to_picture.rules import Proposal, proposals
from integraal.policy.picture.evaluation.rules import same_words
from integraal.policy.picture.models import Picture, Promise
from integraal.policy.picture.queries import pictures


def proposals_of(report: Report) -> list[Proposal]:
    """Return every goal and measure of a report as a promise."""
    return proposals(account_of(report), f"{report.title}, versie {report.version}")


def drafts(by: Actor) -> QuerySet[Picture]:
    """Return the pictures that can take promises, newest year first."""
    return pictures(by).filter(state=State.DRAFT).defer("frozen").order_by("-year", "-version")


def present_in(picture: Picture) -> set[str]:
    """Return what a picture says was promised, so that it can be compared."""
    found = Promise.objects.filter(picture=picture).values_list("promised", flat=True)
    return {same_words(one) for one in found}
