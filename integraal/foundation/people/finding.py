"""Find people and keys for the screens that manage them."""

from datetime import date

from django.db.models import F, Q, QuerySet

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people import roles
from integraal.foundation.people.models import ApiToken, Member
from integraal.foundation.people.queries import everybody, members, own_tokens
from integraal.foundation.ui.tables import Sorting

_SORTED_BY = {
    "naam": "name",
    "functie": "function",
    "organisatie": "organisation__name",
    "sinds": "active_from",
}


def found_people(
    *, words: str, role: str, who: str, sorting: Sorting, day: date
) -> QuerySet[Member]:
    """Return the people that a search asks for, with organisation and account.

    Args:
        words: part of a name, function, organisation or mail address; empty for all.
        role: code of a role; empty for all.
        who: "nu" (access on ``day``), "weg" (access ended) or anything else for all.
        sorting: one of the columns of the list.
        day: today.
    """
    people = everybody()
    if who in ("nu", "weg"):
        working = members(day).values("pk")
        people = people.filter(pk__in=working) if who == "nu" else people.exclude(pk__in=working)
    if role:
        people = people.filter(roles__contains=[role])
    for word in words.split():
        people = people.filter(
            Q(name__icontains=word)
            | Q(function__icontains=word)
            | Q(organisation__name__icontains=word)
            | Q(user__email__icontains=word)
        )
    column = F(_SORTED_BY[sorting.key])
    return people.order_by(column.desc() if sorting.descending else column.asc(), "pk")


def people_by_role(day: date) -> dict[str, int]:
    """Return how many people hold each role on ``day``: code to number."""
    held = [code for codes in members(day).values_list("roles", flat=True) for code in codes]
    return {code: held.count(code) for code in roles.BY_CODE}


def tokens_for(by: Actor) -> QuerySet[ApiToken]:
    """Return the keys ``by`` may see and revoke: the administrator all, anybody else their own."""
    if by.has(roles.ADMINISTRATOR.code):
        return ApiToken.objects.select_related("member")
    if by.member_id is None:
        return ApiToken.objects.none()
    return own_tokens(by.member_id).select_related("member")
