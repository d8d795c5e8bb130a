"""Read the outbox of the tenant that the transaction works for."""

from collections import Counter
from datetime import datetime

from django.db.models import Count, QuerySet

from integraal.foundation.outbox.models import Message


def due(now: datetime) -> QuerySet[Message]:
    """Return what may go now, the longest waiting first."""
    waiting = Message.objects.filter(state=Message.State.WAITING, not_before__lte=now)
    return waiting.order_by("not_before", "id")


def messages(state: str = "") -> QuerySet[Message]:
    """Return the mail of the outbox with whom it is for, newest first; one state, or all."""
    found = Message.objects.select_related("to__organisation")
    return found.filter(state=state) if state else found


def counts() -> Counter[str]:
    """Return how many messages there are of each state."""
    rows = Message.objects.order_by().values("state").annotate(many=Count("id"))
    return Counter({row["state"]: row["many"] for row in rows})
