"""Who is asked, what was said, and which measures nobody says anything of."""

import uuid
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from integraal.foundation.lifecycle.states import State
from integraal.foundation.partners.models import Contact
from integraal.foundation.people.models import Member
from integraal.policy.programme.models import Asking, Measure, Programme, Progress, Status, Update
from integraal.policy.programme.queries import progress
from integraal.policy.programme.updating.rules import (
    FIELDS,
    MISSED_TOO_OFTEN,
    Asked,
    Said,
    missed_in_a_row,
)

FINISHED = (Status.DONE, Status.STOPPED)


def running(programme: Programme) -> Programme:
    """Return the version that is carried out: the adopted one of this programme, or itself."""
    found = Programme.objects.filter(lineage=programme.lineage, state=State.ADOPTED)
    return found.defer("frozen").first() or programme


def updates(programme: Programme, key: uuid.UUID | None = None) -> QuerySet[Update]:
    """Return what was said of the measures of a programme, or of one, newest first."""
    found = Update.objects.filter(lineage=programme.lineage)
    found = found.select_related("said_by__organisation")
    return found.filter(measure=key) if key else found


def latest_updates(
    programme: Programme, keys: Collection[uuid.UUID] | None = None
) -> dict[uuid.UUID, Update]:
    """Return the last thing said of each measure, or of these, by its key."""
    found = updates(programme).order_by("measure", "-number").distinct("measure")
    found = found if keys is None else found.filter(measure__in=keys)
    return {one.measure: one for one in found}


def askings(programme: Programme) -> list[Asking]:
    """Return every request about a programme with whom it was for, newest first."""
    found = Asking.objects.filter(programme__lineage=programme.lineage)
    return list(found.select_related("member__organisation"))


def asking(programme: Programme, pk: uuid.UUID) -> Asking | None:
    """Return one request about a programme."""
    found = Asking.objects.filter(programme__lineage=programme.lineage, pk=pk)
    return found.select_related("member", "programme").defer("programme__frozen").first()


def measures_of(member_id: uuid.UUID, programme: Programme, since: date) -> list[Measure]:
    """Return what somebody with a link may see: own measures not finished before ``since``."""
    own = Measure.objects.filter(programme=programme)
    own = own.filter(Q(owner_id=member_id) | Q(deputy_id=member_id))
    finished = Progress.objects.filter(
        lineage=programme.lineage, status__in=FINISHED, updated_on__lt=since
    )
    return list(own.exclude(key__in=finished.values("measure")))


def said_since(programme: Programme, since: date) -> set[uuid.UUID]:
    """Return of which measures something was said on or after a day."""
    found = Progress.objects.filter(lineage=programme.lineage, updated_on__gte=since)
    return set(found.values_list("measure", flat=True))


@dataclass(frozen=True)
class Standing:
    """The measures of a programme with where each stands, read once for several questions."""

    measures: list[Measure]
    stands: dict[uuid.UUID, Progress]

    def is_finished(self, measure: Measure) -> bool:
        stand = self.stands.get(measure.key)
        return stand is not None and stand.status in FINISHED


def standing(programme: Programme) -> Standing:
    """Return the measures of a programme with owner and deputy, and where each stands."""
    found = Measure.objects.filter(programme=programme)
    found = found.select_related("owner__organisation", "deputy__organisation")
    return Standing(list(found), progress(programme))


def who_to_ask(known: Standing, day: date) -> dict[Member, list[Measure]]:
    """Return whom to ask about which measures: the owner, or the deputy of an owner who left."""
    found: dict[Member, list[Measure]] = defaultdict(list)
    for one in known.measures:
        people = (who for who in (one.owner, one.deputy) if who and who.is_active_on(day))
        person = next(people, None)
        if person and not known.is_finished(one):
            found[person].append(one)
    return dict(found)


def same_as(update: Update) -> Said:
    """Return what was said last, without what was done then."""
    return replace(Said(**{name: getattr(update, name) for name in FIELDS}), done="")


def without_address(members: Collection[Member]) -> set[uuid.UUID]:
    """Return who of these cannot be mailed: no account, and no address as a contact person."""
    ids = [one.pk for one in members if one.user_id is None]
    known = Contact.objects.filter(member__in=ids).exclude(mail="").values_list("member", flat=True)
    return set(ids) - set(known)


def asked(one: Asking) -> Asked:
    """Return a request as the counting of misses needs it."""
    return Asked(one.asked_on, one.due_on, one.reminded_on, one.answered_on, one.revoked_on)


@dataclass(frozen=True)
class Silent:
    """A measure of which nobody says how it goes.

    Attributes:
        measure: the measure.
        reasons: "no_owner", "never" (nothing was ever said) and "missed" (asked twice, no answer).
    """

    measure: Measure
    reasons: tuple[str, ...]


REASONS = {
    "no_owner": "geen eigenaar",
    "never": "nog nooit bijgewerkt",
    "missed": "twee keer gevraagd, geen antwoord",
}


def silent(
    programme: Programme,
    day: date | None = None,
    *,
    known: Standing | None = None,
    rows: list[Asking] | None = None,
) -> list[Silent]:
    """Return the measures without owner or update, and those of whom missed it twice.

    Args:
        programme: of which.
        day: as seen on; today when left out.
        known: its ``standing``, and ``rows``: its ``askings``, for who has them already.
    """
    today, known = day or timezone.localdate(), known or standing(programme)
    missed = members_who_missed(askings(programme) if rows is None else rows, today)
    asked_of = {one.pk: who.pk for who, own in who_to_ask(known, today).items() for one in own}
    found = []
    for one in known.measures:
        stand = known.stands.get(one.key)
        is_owned = one.owner is not None and one.owner.is_active_on(today)
        reasons = (
            "" if is_owned else "no_owner",
            "" if stand and stand.updated_on else "never",
            "missed" if asked_of.get(one.pk) in missed else "",
        )
        if any(reasons) and not known.is_finished(one):
            found.append(Silent(one, tuple(filter(None, reasons))))
    return found


def members_who_missed(rows: Collection[Asking], today: date) -> set[uuid.UUID]:
    """Return who let requests pass too often since their last answer."""
    by_member: dict[uuid.UUID, list[Asked]] = defaultdict(list)
    for one in rows:
        by_member[one.member_id].append(asked(one))
    return {
        who for who, all_asked in by_member.items()
        if missed_in_a_row(all_asked, today) >= MISSED_TOO_OFTEN
    }  # fmt: skip
