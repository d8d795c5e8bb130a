"""Read the cards of the visible team."""

import uuid

from django.db.models import QuerySet
from django.utils import timezone

from integraal.foundation.partners.models import TeamCard


def cards() -> QuerySet[TeamCard]:
    """Return all cards in their order."""
    return TeamCard.objects.select_related("organisation", "area")


def card(pk: uuid.UUID) -> TeamCard | None:
    return cards().filter(pk=pk).first()


def shown_cards() -> QuerySet[TeamCard]:
    """Return the cards that residents may see; whoever stands on them agreed to that."""
    return cards().filter(shown=True, agreed_on__lte=timezone.localdate())
