"""What others said of a plan, and the path it goes, read for the pack."""

from collections import Counter
from typing import Any

from integraal.foundation.ui.dutch import begin_of, day, listed
from integraal.policy.plan.content import all_blocks
from integraal.policy.plan.models import Comment, Consultation, DecisionMoment, Plan

Json = dict[str, Any]
_ANSWERED = ("taken", "partly", "not", "noted")
_WHOLE = "het plan als geheel"


def moments_of(plan: Plan) -> list[Json]:
    """Return the decision path in order: each body with when, and what it decided."""
    return [
        {"body": one.body, "words": _moment_words(one, plan.is_frozen)} for one in _moments(plan)
    ]


def heard_of(plan: Plan, content: Json) -> list[Json]:
    """Return every consultation with its comments and what was done with them.

    Args:
        plan: the version that was commented on.
        content: of that version, for the names of its blocks.
    """
    names = {one["key"]: one["title"] or begin_of(one["text"], 60) for one in all_blocks(content)}
    said: dict[Any, list[Comment]] = {}
    comments = Comment.objects.filter(invitation__consultation__plan=plan)
    for one in comments.select_related("invitation"):
        said.setdefault(one.invitation.consultation_id, []).append(one)
    rounds = Consultation.objects.filter(plan=plan).prefetch_related("invitations")
    return [_round(one, said.get(one.pk, []), names) for one in rounds]


def _moments(plan: Plan) -> list[DecisionMoment]:
    return list(DecisionMoment.objects.filter(plan=plan))


def _moment_words(moment: DecisionMoment, is_adopted: bool) -> str:
    body = moment.body[:1].upper() + moment.body[1:]
    if moment.outcome != DecisionMoment.Outcome.PLANNED:
        on = f" op {day(moment.decided_on)}" if moment.decided_on else ""
        number = f", besluit {moment.number}" if moment.number else ""
        return f"{body}: {moment.get_outcome_display()}{on}{number}."
    if is_adopted:
        return f"{body}: overgeslagen."
    on = f" voor {day(moment.planned_on)}" if moment.planned_on else ""
    return f"{body}: gepland{on}."


def _round(one: Consultation, comments: list[Comment], names: dict[str, str]) -> Json:
    return {
        "title": one.title,
        "words": _round_words(one, comments),
        "rows": [_row(comment, names) for comment in comments],
    }


def _round_words(one: Consultation, comments: list[Comment]) -> str:
    asked = len(one.invitations.all())
    who = "1 partij" if asked == 1 else f"{asked} partijen"
    many = "1 reactie" if len(comments) == 1 else f"{len(comments)} reacties"
    counts = Counter(comment.get_weighing_display() for comment in comments)
    done = f": {listed([f'{count} {name}' for name, count in counts.items()])}" if counts else ""
    when = f"{day(one.opened_on)} tot en met {day(one.ends_on)}"
    return f"{one.title} ({when}): {who} gevraagd, {many}{done}."


def _row(comment: Comment, names: dict[str, str]) -> Json:
    about = names.get(str(comment.block), "") if comment.block else ""
    return {
        "who": comment.invitation.organisation or comment.invitation.recipient,
        "about": about or _WHOLE,
        "text": comment.text,
        "weighing": comment.get_weighing_display(),
        "response": comment.response,
    }
