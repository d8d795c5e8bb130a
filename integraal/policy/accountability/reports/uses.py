"""Which reports, and which sentences in them, rest on a figure: told to the room of figures."""

from collections.abc import Iterator

from django.db.models import Q
from django.urls import reverse

from integraal.foundation.audit.actors import Actor
from integraal.knowledge.figures.uses import Question, Spot, Use
from integraal.policy.accountability.models import Report
from integraal.policy.accountability.queries import reports
from integraal.policy.accountability.reports.sentences import account_from
from integraal.policy.priorities.fact_sheets.uses import is_of_whole


def uses_in_reports(by: Actor, question: Question) -> Iterator[Use]:
    """Yield the reports the asker may read that rest on the figures, newest first; two queries.

    A report tells of the municipality as a whole, never of a part of it.
    """
    named = Q()
    for code in question.indicators:
        named |= Q(facts__figures__contains=[{"indicator": code}])
    found = list(reports(by).filter(named, facts__isnull=False).defer("frozen"))
    if not found or not is_of_whole(question):
        return
    for report in found:
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
    """Return whether a figure of a report is asked after."""
    snapshot = figure["snapshot"]
    assert isinstance(snapshot, dict)
    return (
        figure["indicator"] in question.indicators
        and question.year in (None, figure["year"])
        and question.sha256 in ("", snapshot["sha256"])
    )


def _spots(report: Report, keys: set[str]) -> Iterator[Spot]:
    told = {"title": report.title, "kind": report.kind, "facts": report.facts, "facts_mark": ""}
    for theme in account_from({**told, "texts": {}, "norms": [], "questions": []}).themes:
        for goal in theme.goals:
            one = goal.reached
            if keys & set(one.sources):
                url = reverse("report-source", args=[report.pk, one.code])
                yield Spot(f"{theme.name}: {goal.title}", "", one.text, "", url)
