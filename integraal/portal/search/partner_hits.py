"""Find the partners and covenants the municipality works with; never the people behind them."""

from django.db.models import Q
from django.urls import reverse

from integraal.foundation.audit.actors import Actor, Through
from integraal.foundation.partners.covenants.queries import covenants
from integraal.foundation.partners.models import Profile
from integraal.foundation.partners.organisations.queries import partners, profile_of
from integraal.portal.search.hits import MOST, Hit

LONGEST = 200


def partner_hits(by: Actor, words: str) -> list[Hit]:
    """Return each partner and covenant that holds ``words``; any member may read those.

    Contact persons are left out: who reads how to reach them is recorded on their own page.
    """
    if by.through == Through.LINK:
        return []
    return [*_partners(words), *_covenants(words)]


def _partners(words: str) -> list[Hit]:
    by_role = Profile.objects.filter(role__icontains=words).values("organisation")
    found = partners().filter(Q(name__icontains=words) | Q(pk__in=by_role))
    return [
        Hit("Partner", one.name, reverse("partner", args=[one.pk]), profile_of(one).role[:LONGEST])
        for one in found.order_by("name")[:MOST]
    ]


def _covenants(words: str) -> list[Hit]:
    found = covenants().filter(Q(title__icontains=words) | Q(purpose__icontains=words))
    return [
        Hit("Convenant", one.title, reverse("covenant", args=[one.pk]), one.purpose[:LONGEST])
        for one in found[:MOST]
    ]
