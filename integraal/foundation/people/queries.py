"""Read people of the tenant that the transaction works for."""

import uuid
from datetime import date

from django.db.models import Q, QuerySet

from integraal.foundation.audit.actors import Actor, Through
from integraal.foundation.links.secret import digest
from integraal.foundation.people.models import ApiToken, Member, Organisation


def members(day: date) -> QuerySet[Member]:
    """Return the people with access on ``day``, with their organisation."""
    return Member.objects.filter(_active(day)).select_related("organisation")


def everybody() -> QuerySet[Member]:
    """Return all people, those who left too."""
    return Member.objects.select_related("organisation", "user")


def organisations() -> QuerySet[Organisation]:
    return Organisation.objects.all()


def memberships_of_user(user_id: int, day: date) -> list[Member]:
    """Return where the user of this transaction works, over all tenants (see ``set_user``)."""
    return list(
        Member.objects.filter(_active(day), user_id=user_id)
        .select_related("tenant")
        .order_by("tenant__name")
    )


def names_of(member_ids: set[uuid.UUID]) -> dict[uuid.UUID, Member]:
    """Return the members of ``member_ids`` by identifier; who was destroyed is absent."""
    return {member.pk: member for member in Member.objects.filter(pk__in=member_ids)}


def actor_of(member: Member, through: Through = Through.SCREEN) -> Actor:
    """Return the member as the one who does deeds."""
    return Actor(
        tenant_id=member.tenant_id,
        member_id=member.pk,
        roles=frozenset(member.roles),
        through=through,
        name=member.name,
    )


def own_tokens(member_id: uuid.UUID) -> QuerySet[ApiToken]:
    return ApiToken.objects.filter(member_id=member_id)


def valid_token(key: str, day: date) -> ApiToken | None:
    """Return the token of ``key`` in the tenant of this transaction, when it still counts."""
    return (
        ApiToken.objects.filter(digest=digest(key), revoked_on__isnull=True, ends_on__gte=day)
        .select_related("member")
        .first()
    )


def _active(day: date) -> Q:
    return Q(active_from__lte=day) & (Q(active_until__isnull=True) | Q(active_until__gt=day))
