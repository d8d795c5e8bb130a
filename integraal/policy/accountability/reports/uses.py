"""Which reports, and which sentences in them, rest on a figure: told to the room of figures."""

from collections.abc import Iterator

from django.db.models import Q
from django.urls import reverse

from integraal.foundation.audit.actors import Actor
from integraal.knowledge.figures.uses import Question, Spot, Use
from integraal.policy.accountability.models import Report
from integraal.policy.accountability.queries import reports
from integraal.policy.accountability.reports.account import account_of


def uses_in_reports(by: Actor, question: Question) -> Iterator[Use]:
    """Yield the reports the asker may read that rest on the figures, newest first."""
    named = Q()
    for code in question.indicators:
        named |= Q(facts__figures__contains=[{"indicator": code}])
    for report in reports(by).filter(named, facts__isnull=False):
        keys = {one["key"] for one in report.facts["figures"] if _is_asked(one, question)}
        spots = tuple(_spots(report, keys)) if keys else ()
        if spots:
            yield Use(
                document=report.pk,
                title=report.title,
                version=report.version,
                state=report.state,
                state_label=report.state_label,
                url=reverse("report", args=[report.pk]),
                spots=spots,
            )


def _is_asked(figure: dict[str, object], question: Question) -> bool:
    """Return whether a figure is asked after; a report tells of the whole municipality."""
    snapshot = figure["snapshot"]
    assert isinstance(snapshot, dict)
    return (
        figure["indicator"] in question.indicators
        and question.year in (None, figure["year"])
        and question.sha256 in ("", snapshot["sha256"])
    )


def _spots(report: Report, keys: set[str]) -> Iterator[Spot]:
    for theme in account_of(report).themes:
        for goal in theme.goals:
            one = goal.reached
            if keys & set(one.sources):
                url = reverse("report-source", args=[report.pk, one.code])
                yield Spot(f"{theme.name}: {goal.title}", "", one.text, "", url)
