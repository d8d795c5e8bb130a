"""The answers to the norms as plain JSON, as a report holds and freezes them."""

from typing import Any

from integraal.policy.accountability.models import NormAnswer, Report
from integraal.policy.accountability.norms.own_norms import norms

Json = dict[str, Any]
UNANSWERED = "nog niet beantwoord"


def norms_content(report: Report) -> list[Json]:
    """Return per norm {code, name, question, answer, text}, in the order of the norms.

    A norm without an answer is there too, and says so: what is left out is not hidden. An answer
    to a norm that is not used any more is left out.
    """
    given = {one.norm: one for one in NormAnswer.objects.filter(report=report)}
    return [
        {
            "code": one.code,
            "name": one.name,
            "question": one.question,
            "answer": given[one.code].get_answer_display() if one.code in given else UNANSWERED,
            "text": given[one.code].text if one.code in given else "",
        }
        for one in norms()
    ]
