"""The content of a report as plain JSON: of an adopted one as it was frozen, else as it is now."""

from typing import Any

from integraal.policy.accountability.models import Report, ReportText
from integraal.policy.accountability.norms.content import norms_content
from integraal.policy.accountability.questions.content import questions_content

Json = dict[str, Any]
FORM = 1


def content_of(report: Report) -> Json:
    """Return the content, from which the whole report follows."""
    return report.frozen if report.is_frozen else build_content(report)


def build_content(report: Report) -> Json:
    """Return the content of a draft: its facts, and what was written beside them until now."""
    texts = ReportText.objects.filter(report=report).exclude(text="").order_by("place")
    return {
        "form": FORM,
        "title": report.title,
        "kind": report.kind,
        "facts": report.facts,
        "facts_mark": report.facts_mark,
        "texts": dict(texts.values_list("place", "text")),
        "norms": norms_content(report),
        "questions": questions_content(report.first_day, report.last_day),
    }
