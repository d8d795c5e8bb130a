"""Ask people how their measures go: at the rhythm of the programme, or now; remind and revoke."""

import uuid
from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle.holding import held, refuse_when
from integraal.foundation.lifecycle.states import State
from integraal.foundation.outbox.actions import ask_message, cancel_message
from integraal.foundation.people.models import Member
from integraal.policy.programme.access import check_run
from integraal.policy.programme.models import Asking, Programme
from integraal.policy.programme.refusals import ProgrammeRefused
from integraal.policy.programme.updating.mails import ASKED, REMINDER
from integraal.policy.programme.updating.queries import standing, who_to_ask
from integraal.policy.programme.updating.rules import (
    LINK_WORKS,
    RHYTHMS,
    TIME_TO_ANSWER,
    end_problem,
    is_round_due,
)


@transaction.atomic
def ask_for_updates(
    *,
    by: Actor,
    programme: Programme,
    only: Collection[Member] = (),
    on: date | None = None,
) -> list[Asking]:
    """Ask who has measures that are not finished; one request and one mail each.

    Who was asked a short while ago is left alone.

    Args:
        by: who asks.
        programme: an adopted one.
        only: these people; all of them when left out.
        on: an earlier day, for who takes over what happened before; then no mail goes.

    Raises:
        ProgrammeRefused: it is not adopted, or there is nobody to ask.
        NotAllowed: the actor does not run programmes.
    """
    check_run(by)
    today = timezone.localdate()
    day = on or today
    _check_adopted(programme)
    wanted, asked = {one.pk for one in only}, _left_alone(programme, day)
    people = [
        one for one in who_to_ask(standing(programme), day)
        if (not wanted or one.pk in wanted) and one.pk not in asked
    ]  # fmt: skip
    if not people:
        raise ProgrammeRefused(
            "Er is niemand om te vragen: iedereen is al gevraagd, of geen maatregel heeft een "
            "eigenaar en loopt nog."
        )
    found = [_asked(by, programme, one, day) for one in people]
    if day == today:
        for one in found:
            ask_message(
                by=by, kind=ASKED, subject_id=one.pk, to=one.member, once=f"{ASKED}:{one.pk}"
            )
    record("programme.updates_asked", by=by, subject=programme, many=len(found))
    return found


@transaction.atomic
def remind(*, by: Actor, asking: Asking) -> Asking:
    """Remind somebody who did not answer; at most once a day.

    Raises:
        ProgrammeRefused: it was answered, revoked or ended, or somebody was reminded today.
        NotAllowed: the actor does not run programmes.
    """
    check_run(by)
    row, today = held(asking, ProgrammeRefused), timezone.localdate()
    refuse_when(_reminder_problem(row, today), ProgrammeRefused)
    row.reminded_on = today
    row.save(update_fields=["reminded_on"])
    ask_message(
        by=by, kind=REMINDER, subject_id=row.pk, to=row.member, once=f"{REMINDER}:{row.pk}:{today}"
    )
    record("programme.reminded", by=by, subject=row)
    return row


@transaction.atomic
def revoke(*, by: Actor, asking: Asking) -> Asking:
    """Make a link useless at once; what was said with it stays. Twice changes nothing.

    Raises:
        NotAllowed: the actor does not run programmes.
    """
    check_run(by)
    row = held(asking, ProgrammeRefused)
    if row.revoked_on is None:
        row.revoked_on = timezone.localdate()
        row.save(update_fields=["revoked_on"])
        cancel_message(by=by, once=f"{ASKED}:{row.pk}")
        record("programme.link_revoked", by=by, subject=row)
    return row


@transaction.atomic
def extend(*, by: Actor, asking: Asking, ends_on: date) -> Asking:
    """Let a link work until and including another day.

    Raises:
        ProgrammeRefused: the day cannot be, or the link was revoked.
        NotAllowed: the actor does not run programmes.
    """
    check_run(by)
    row = held(asking, ProgrammeRefused)
    if row.revoked_on:
        raise ProgrammeRefused("Deze link is ingetrokken. Vraag opnieuw om een bijwerking.")
    refuse_when(end_problem(ends_on, timezone.localdate()), ProgrammeRefused)
    row.ends_on = ends_on
    row.save(update_fields=["ends_on"])
    record("programme.link_extended", by=by, subject=row)
    return row


@transaction.atomic
def set_rhythm(*, by: Actor, programme: Programme, months: int) -> Programme:
    """Ask every so many months; 0 is never. Holds for a programme that runs too.

    Raises:
        ProgrammeRefused: there is no such rhythm.
        NotAllowed: the actor does not run programmes.
    """
    check_run(by)
    if months not in RHYTHMS:
        raise ProgrammeRefused("Kies hoe vaak uit de lijst.")
    row = held(programme, ProgrammeRefused)
    if row.rhythm != months:
        row.rhythm = months
        row.save(update_fields=["rhythm"])
        record("programme.rhythm_set", by=by, subject=row, months=months)
    return row


@transaction.atomic
def ask_when_due(*, by: Actor) -> int:
    """Ask and remind where it is time to, of every programme that runs; returns how many mails."""
    today, many = timezone.localdate(), 0
    for programme in Programme.objects.filter(state=State.ADOPTED).defer("frozen"):
        many += len(_round(by, programme, today))
        for one in _to_remind(programme, today):
            remind(by=by, asking=one)
            many += 1
    return many


def _round(by: Actor, programme: Programme, today: date) -> list[Asking]:
    asked = Asking.objects.filter(programme__lineage=programme.lineage).order_by("-asked_on")
    last = asked.values_list("asked_on", flat=True).first()
    since = last or programme.adopted_on
    if since is None or not is_round_due(since, programme.rhythm, programme.last_year, today):
        return []
    try:
        return ask_for_updates(by=by, programme=programme)
    except ProgrammeRefused:
        return []  # nobody to ask


def _to_remind(programme: Programme, today: date) -> list[Asking]:
    late = Asking.objects.filter(
        programme__lineage=programme.lineage, due_on__lt=today, ends_on__gte=today,
        reminded_on__isnull=True, answered_on__isnull=True, revoked_on__isnull=True,
    )  # fmt: skip
    return list(late.select_related("member"))


def _asked(by: Actor, programme: Programme, member: Member, day: date) -> Asking:
    return Asking.objects.create(
        tenant_id=by.tenant_id,
        programme=programme,
        member=member,
        asked_on=day,
        due_on=day + TIME_TO_ANSWER,
        ends_on=day + LINK_WORKS,
    )


def _left_alone(programme: Programme, day: date) -> set[uuid.UUID]:
    """Return who was asked a short while ago, or today already."""
    asked = Asking.objects.filter(programme__lineage=programme.lineage, asked_on__lte=day)
    lately = Q(due_on__gte=day, revoked_on__isnull=True) | Q(asked_on=day)
    return set(asked.filter(lately).values_list("member", flat=True))


def _reminder_problem(row: Asking, today: date) -> str | None:
    if row.answered_on:
        return "Deze persoon heeft al geantwoord."
    if row.revoked_on or row.ends_on < today:
        return "De link werkt niet meer. Vraag opnieuw om een bijwerking."
    if row.reminded_on == today or row.asked_on == today:
        return "Vandaag ging er al een mail. Herinner morgen opnieuw."
    return None


def _check_adopted(programme: Programme) -> None:
    if programme.state != State.ADOPTED:
        raise ProgrammeRefused("Vragen hoe het loopt kan als het programma is vastgesteld.")
