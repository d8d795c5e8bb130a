"""Read the questions of the council, always starting from what the actor may see."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q, QuerySet

from integraal.foundation.audit.actors import Actor, Through
from integraal.policy.accountability.access import reads_inside
from integraal.policy.accountability.models import CouncilQuestion
from integraal.policy.accountability.queries import reports


@dataclass(frozen=True)
class Wanted:
    """Which questions are asked for; empty is all of them.

    ``stand`` is "open", "late" or "answered"; ``words`` stand in title, question, who asked, or
    an answer that the reader may see.
    """

    words: str = ""
    stand: str = ""
    theme: str = ""
    kind: str = ""
    year: int | None = None


def questions(by: Actor) -> QuerySet[CouncilQuestion]:
    """Return the questions, newest first, for everybody who works here or sits on the council."""
    if by.through == Through.LINK:
        return CouncilQuestion.objects.none()
    return CouncilQuestion.objects.select_related("written_by")


def found_questions(by: Actor, wanted: Wanted, today: date) -> QuerySet[CouncilQuestion]:
    """Return the questions that are asked for.

    An answer that is still being written is not searched for who may not read it: what was found
    would tell of it.
    """
    found = questions(by)
    if wanted.stand == "answered":
        found = found.filter(answered_on__isnull=False)
    elif wanted.stand == "late":
        found = found.filter(answered_on__isnull=True, due_on__lt=today)
    elif wanted.stand == "open":
        found = found.filter(answered_on__isnull=True)
    for name, value in (
        ("theme", wanted.theme), ("kind", wanted.kind), ("asked_on__year", wanted.year),
    ):  # fmt: skip
        found = found.filter(**{name: value}) if value else found
    for word in wanted.words.replace("\x00", "").split():
        found = found.filter(_holds(by, word))
    return found


def late_questions(by: Actor, today: date) -> QuerySet[CouncilQuestion]:
    """Return the questions whose answer is late, the longest first."""
    return found_questions(by, Wanted(stand="late"), today).order_by("due_on", "title")


def answer_for(by: Actor, row: CouncilQuestion) -> str:
    """Return the answer as the actor may read it: empty while it is being written."""
    return row.answer if row.answered_on or reads_inside(by) else ""


def years_of_questions(by: Actor) -> list[int]:
    """Return the years in which something was asked, newest first."""
    found = questions(by).order_by("-asked_on__year").values_list("asked_on__year", flat=True)
    return list(found.distinct())


def report_of(by: Actor, row: CouncilQuestion) -> tuple[str, str] | None:
    """Return title and id of the report a question is about, if the actor may read that."""
    found = reports(by).filter(pk=row.report_id).values_list("title", "pk").first()
    return (found[0], str(found[1])) if found else None


def _holds(by: Actor, word: str) -> Q:
    answers = Q(answer__icontains=word)
    if not reads_inside(by):
        answers &= Q(answered_on__isnull=False)
    return (
        Q(title__icontains=word) | Q(question__icontains=word) | Q(asked_by__icontains=word)
        | answers
    )  # fmt: skip


ORDERS = {
    "vraag": F("title"),
    "door": F("asked_by"),
    "gesteld": F("asked_on"),
    "uiterlijk": F("due_on"),
}
