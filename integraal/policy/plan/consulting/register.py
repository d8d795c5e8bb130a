"""The register of comments (nota van reacties): plain text for page, Excel, papers and API."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from integraal.foundation.ui.dutch import begin_of
from integraal.policy.plan.consulting.queries import comments
from integraal.policy.plan.consulting.scope import blocks_in
from integraal.policy.plan.kinds import BY_CODE
from integraal.policy.plan.models import Comment, Consultation, Plan

Json = dict[str, Any]
WHOLE_PLAN = "Het plan als geheel"
COLUMNS = (
    ("consultation", "Consultatie"),
    ("organisation", "Organisatie"),
    ("recipient", "Functie"),
    ("theme", "Thema"),
    ("where", "Waarover"),
    ("text", "Reactie"),
    ("said_on", "Gegeven op"),
    ("weighing", "Wat de gemeente ermee doet"),
    ("response", "Antwoord"),
)
"""Key and Dutch heading of each column, in order."""


def register_of(plan: Plan) -> list[dict[str, str]]:
    """Return every comment on a plan as plain text, by consultation and in the order of the plan.

    Functions and organisations, no persons. Each item has the keys of ``COLUMNS``, and ``id``,
    ``block`` (key, or empty) and ``theme_code``; days are in ISO form.
    """
    return [line for _, line in register_with_comments(plan)]


def register_with_comments(plan: Plan) -> list[tuple[Comment, dict[str, str]]]:
    """Return every comment on a plan beside its line; see ``register_of``."""
    return [(one, line_of(one, places)) for one, places in _ordered(plan)]


def line_of(comment: Comment, places: dict[str, Json]) -> dict[str, str]:
    """Return one comment as plain text.

    Args:
        comment: with its invitation and consultation.
        places: see ``places_of``, of the edition it is about.
    """
    key = str(comment.block or "")
    place = places.get(key, {"where": WHOLE_PLAN, "theme": ""})
    return {
        "id": str(comment.pk),
        "block": key,
        "theme_code": comment.theme,
        "consultation": comment.invitation.consultation.title,
        "organisation": comment.invitation.organisation,
        "recipient": comment.invitation.recipient,
        "theme": place["theme"],
        "where": place["where"],
        "text": comment.text,
        "said_on": comment.said_on.isoformat(),
        "weighing": comment.get_weighing_display(),
        "response": comment.response,
    }


def places_of(content: Json) -> dict[str, Json]:
    """Return for each block of an edition its ``order``, and ``where`` and ``theme`` in words."""
    names = {theme["code"]: theme["name"] for theme in content["themes"]}
    return {
        one["key"]: {
            "order": order,
            "where": block_words(one),
            "theme": names.get(one["theme"], ""),
        }
        for order, one in enumerate(blocks_in(content), start=1)
    }


def block_words(block: Json) -> str:
    """Return what a block is called: its kind, and its title or how it begins."""
    kind = BY_CODE[block["kind"]]
    title = block["title"] or begin_of(block["text"], 60)
    name = f"{kind.name[:1].upper()}{kind.name[1:]}"
    return f"{name}: {title}" if (title and kind.is_many) or kind.code == "theme" else name


def count_words(found: Iterable[Comment]) -> str:
    """Return how many comments there are and what is done with them, as a sentence."""
    counted = Counter(one.weighing for one in found)
    total = counted.total()
    if not total:
        return "Er zijn nog geen reacties."
    parts = [
        f"{counted[code]} {label}" for code, label in Comment.Weighing.choices if counted[code]
    ]
    return f"{total} {'reactie' if total == 1 else 'reacties'}: {', '.join(parts)}."


def _ordered(plan: Plan) -> list[tuple[Comment, dict[str, Json]]]:
    asked = Consultation.objects.filter(plan=plan).select_related("edition")
    places = {one.pk: places_of(one.edition.content) for one in asked}
    found = [(one, places[one.invitation.consultation_id]) for one in comments(plan)]
    return sorted(found, key=_place)


def _place(one: tuple[Comment, dict[str, Json]]) -> tuple[Any, ...]:
    comment, places = one
    asked = comment.invitation.consultation
    order = places.get(str(comment.block or ""), {"order": 0})["order"]
    return (asked.opened_on, asked.title, str(asked.pk), order, comment.said_on, str(comment.pk))
