"""Read covenants, with who they bind."""

import uuid

from django.db.models import Prefetch, Q, QuerySet

from integraal.foundation.partners.models import Covenant, CovenantParty
from integraal.foundation.people.models import Organisation


def covenants() -> QuerySet[Covenant]:
    """Return all covenants by title, with their parties."""
    parties = CovenantParty.objects.select_related("organisation")
    return Covenant.objects.prefetch_related(Prefetch("parties", parties))


def covenant(pk: uuid.UUID) -> Covenant | None:
    return covenants().filter(pk=pk).first()


def covenants_of(organisation: Organisation) -> QuerySet[Covenant]:
    """Return the covenants that bind a partner."""
    return covenants().filter(parties__organisation=organisation)


def found_covenants(words: str) -> QuerySet[Covenant]:
    """Return the covenants with each word in title, purpose or the name of a party."""
    found = covenants()
    for word in words.split():
        named = CovenantParty.objects.filter(organisation__name__icontains=word)
        found = found.filter(
            Q(title__icontains=word)
            | Q(purpose__icontains=word)
            | Q(pk__in=named.values("covenant"))
        )
    return found
