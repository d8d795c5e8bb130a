"""What was sent about a measure: tried, and what comes of it as a card to show again."""

import uuid
from dataclasses import dataclass

from django.http import HttpRequest

from integraal.foundation.audit.actors import Actor
from integraal.policy.picture.filling_in import attempt
from integraal.policy.programme.models import Asking, Measure, Programme, Progress, Update
from integraal.policy.programme.updating.rules import WORDS
from integraal.policy.programme.updating.saying.actions import say_update
from integraal.policy.programme.updating.saying.forms import SaidForm
from integraal.policy.programme.updating.saying.presenters import Card, card_of

MOST_SHOWN_BACK = 20_000


@dataclass(frozen=True)
class Tried:
    """A card as it stands after somebody sent it, with the status of the answer."""

    card: Card
    status: int


def key_sent(request: HttpRequest) -> uuid.UUID | None:
    """Return the measure that is meant, when what was sent is a key."""
    try:
        return uuid.UUID(request.POST.get("maatregel", ""))
    except ValueError:
        return None


def words_sent(request: HttpRequest) -> str:
    """Return what somebody typed, to show it back on a page that cannot keep it."""
    found = [request.POST.get(name, "").strip() for name in WORDS]
    return "\n\n".join(filter(None, found))[:MOST_SHOWN_BACK]


def try_to_say(
    request: HttpRequest,
    *,
    by: Actor,
    programme: Programme,
    measure: Measure,
    asking: Asking | None = None,
) -> Tried:
    """Say what was sent; what cannot be kept comes back with its sentence.

    Raises:
        NotAllowed: the link stopped, or the actor may not.
    """
    form = SaidForm(measure, request.POST)
    sent = request.POST.get("base_revision", "")
    base = int(sent) if sent.isdecimal() and len(sent) < 10 else 0
    tried = attempt(
        request, form,
        lambda given: say_update(
            by=by, programme=programme, key=measure.key, said=form.said(), base_revision=base,
            asking=asking,
        ),
    )  # fmt: skip
    stand = Progress.objects.filter(lineage=programme.lineage, measure=measure.key).first()
    said = Update.objects.filter(lineage=programme.lineage, measure=measure.key)
    last = said.select_related("said_by").order_by("-number").first()
    card = card_of(
        measure, stand, last,
        form=None if tried.done else form,
        is_said=bool(tried.done), is_saved=bool(tried.done),
        conflict=tried.status == 409,
        draft=str(asking.pk) if asking else str(by.member_id),
    )  # fmt: skip
    return Tried(card, tried.status)
