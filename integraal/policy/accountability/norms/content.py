"""The answers to the norms as plain JSON, as a report holds and freezes them."""

from typing import Any

from integraal.policy.accountability.models import NormAnswer, Report

Json = dict[str, Any]


def norms_content(report: Report) -> list[Json]:
    """Return per answered norm {code, name, question, answer, text}, in the order of the norms."""
    return [
        {
            "code": one.norm,
            "name": one.norm,
            "question": "",
            "answer": one.get_answer_display(),
            "text": one.text,
        }
        for one in NormAnswer.objects.filter(report=report)
    ]
