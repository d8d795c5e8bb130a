"""The questions of the council as plain JSON, as a report holds and freezes them."""

from datetime import date
from typing import Any

from integraal.policy.accountability.models import CouncilQuestion

Json = dict[str, Any]
_FIELDS = (
    "kind", "title", "question", "asked_by", "asked_on", "theme", "answer", "answered_on",
)  # fmt: skip


def questions_content(first_day: date, last_day: date) -> list[Json]:
    """Return the questions asked in a period, oldest first; an answer given later is left out.

    Each is {title, kind, asked_by, asked_on, question, answer, answered_on, theme}; days are ISO,
    empty when there is no answer yet.
    """
    found = CouncilQuestion.objects.filter(asked_on__range=(first_day, last_day))
    found = found.only(*_FIELDS)
    return [_json(one, last_day) for one in found.order_by("asked_on", "title", "id")]


def _json(one: CouncilQuestion, last_day: date) -> Json:
    is_answered = one.answered_on is not None and one.answered_on <= last_day
    return {
        "title": one.title,
        "kind": one.get_kind_display(),
        "asked_by": one.asked_by,
        "asked_on": str(one.asked_on),
        "question": one.question,
        "answer": one.answer if is_answered else "",
        "answered_on": str(one.answered_on) if is_answered else "",
        "theme": one.theme,
    }
