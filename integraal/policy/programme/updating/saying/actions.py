"""Say how a measure goes; where it stands is kept in the same transaction."""

import uuid
from dataclasses import replace
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle.holding import GONE, refuse_when
from integraal.foundation.lifecycle.states import State
from integraal.foundation.people.access import NotAllowed
from integraal.foundation.ui.cleaning import cleaned
from integraal.policy.programme.access import check_update
from integraal.policy.programme.models import (
    Asking,
    Light,
    Measure,
    Programme,
    Progress,
    Status,
    Update,
)
from integraal.policy.programme.refusals import Conflict, ProgrammeRefused
from integraal.policy.programme.updating.opening import stopped
from integraal.policy.programme.updating.queries import measures_of, running, said_since, same_as
from integraal.policy.programme.updating.rules import FIELDS, TOTALS, WORDS, Said, said_problem

STOPPED = "Deze link werkt niet meer. Vraag de gemeente om een nieuwe."
NOT_YOURS = "Deze maatregel hoort niet bij uw link."


@transaction.atomic
def say_update(
    *,
    by: Actor,
    programme: Programme,
    key: uuid.UUID,
    said: Said,
    base_revision: int | None = None,
    asking: Asking | None = None,
    on: date | None = None,
) -> Update:
    """Add what somebody says of a measure, and keep where it stands by that.

    Sent twice, it is said once. Of a total that is left out, the one before stays.

    Args:
        by: who says it; with a link, nobody in particular.
        programme: the version that is carried out.
        key: of the measure.
        said: what is said.
        base_revision: of ``Progress`` as the writer saw it, 0 when there was none; ``None`` does
            not look.
        asking: the request whose link is used.
        on: an earlier day, for who takes over what was said before; not before the last update.

    Raises:
        ProgrammeRefused: a rule is broken, or the measure is there no more.
        Conflict: somebody said something else meanwhile; it carries that update.
        NotAllowed: the actor may not, or the link stopped, or is not of this measure.
    """
    measure = _held(programme, key)
    _check_may(by, programme, measure, asking)
    said = _cleaned(said)
    problem = said_problem(said, measure.budget, Status.values, Light.values)
    refuse_when(problem, ProgrammeRefused)
    today = timezone.localdate()
    last = Update.objects.filter(lineage=programme.lineage, measure=key).order_by("-number").first()
    if last and _is_same(last, said, by, asking, on or today):
        return last
    stand = Progress.objects.filter(lineage=programme.lineage, measure=key).first()
    if base_revision is not None and base_revision != (stand.revision if stand else 0):
        raise Conflict(last)
    refuse_when(_day_problem(on, last, today), ProgrammeRefused)
    update = Update.objects.create(
        tenant_id=by.tenant_id,
        lineage=programme.lineage,
        measure=key,
        number=last.number + 1 if last else 1,
        said_on=on or today,
        said_by_id=asking.member_id if asking else by.member_id,
        asking=asking,
        **{name: getattr(said, name) for name in FIELDS},
    )
    _refresh(stand, update)
    _settle(programme, measure, update)
    record("programme.update_said", by=by, subject=asking or programme, measure=key)
    return update


@transaction.atomic
def change_status(*, by: Actor, programme: Programme, key: uuid.UUID, status: str) -> Update | None:
    """Say only how far a measure is; all else that was said of it last still holds.

    Returns:
        The update; None when the measure is there already.

    Raises:
        ProgrammeRefused, NotAllowed: as ``say_update``.
    """
    last = Update.objects.filter(lineage=programme.lineage, measure=key).order_by("-number").first()
    if status == (last.status if last else Status.PLANNED):
        return None
    said = replace(same_as(last), status=status) if last else Said(status)
    return say_update(by=by, programme=programme, key=key, said=said)


@transaction.atomic
def say_all_the_same(*, by: Actor, asking: Asking) -> list[Update]:
    """Say of every measure of a link that nothing changed, where that was not said yet.

    Raises:
        ProgrammeRefused: of one nothing was ever said, so there is nothing that can be the same.
        NotAllowed: the link stopped.
    """
    programme = running(asking.programme)
    done = said_since(programme, asking.asked_on)
    left = [
        one for one in measures_of(asking.member_id, programme, asking.asked_on)
        if one.key not in done
    ]  # fmt: skip
    before = Update.objects.filter(lineage=programme.lineage, measure__in=[one.key for one in left])
    latest = {one.measure: one for one in before.order_by("number")}
    new = next((one for one in left if one.key not in latest), None)
    if new:
        raise ProgrammeRefused(
            f"Van “{new.title[:80]}” is nog nooit iets gezegd. "
            "Vul die eerst in; de rest kan daarna."
        )
    return [
        say_update(
            by=by, programme=programme, key=one.key, asking=asking, said=same_as(latest[one.key])
        )
        for one in left
    ]


@transaction.atomic
def note_opening(*, by: Actor, asking: Asking) -> None:
    """Note that a link was opened, to the day; recorded once a day."""
    today = timezone.localdate()
    if asking.opened_on != today:
        Asking.objects.filter(pk=asking.pk).update(opened_on=today)
        record("programme.link_opened", by=by, subject=asking)


def _held(programme: Programme, key: uuid.UUID) -> Measure:
    """Return the measure, held: whoever says something of it takes turns."""
    found = Measure.objects.select_for_update(of=("self",)).filter(programme=programme, key=key)
    measure = found.first()
    if measure is None:
        raise ProgrammeRefused(GONE)
    return measure


def _check_may(by: Actor, programme: Programme, measure: Measure, asking: Asking | None) -> None:
    if programme.state == State.SUPERSEDED:
        raise ProgrammeRefused("Er is een nieuwere versie van dit programma. Werk daarin bij.")
    if asking is None:
        return check_update(by, measure)
    row = Asking.objects.select_for_update(of=("self",)).select_related("member").get(pk=asking.pk)
    if stopped(row, timezone.localdate()):
        raise NotAllowed(STOPPED)
    if row.member_id not in (measure.owner_id, measure.deputy_id):
        raise NotAllowed(NOT_YOURS)
    return None


def _cleaned(said: Said) -> Said:
    words: dict[str, Any] = {name: cleaned(getattr(said, name)) for name in WORDS}
    return replace(said, **words)


def _is_same(
    last: Update, said: Said, by: Actor, asking: Asking | None, day: date
) -> bool:  # fmt: skip
    who = asking.member_id if asking else by.member_id
    same = all(getattr(last, name) == getattr(said, name) for name in FIELDS)
    return same and last.said_by_id == who and last.said_on == day


def _day_problem(on: date | None, last: Update | None, today: date) -> str | None:
    if on and on > today:
        return "Iets zeggen over een dag die nog komt, kan niet."
    if on and last and on < last.said_on:
        return f"Op {last.said_on:%d-%m-%Y} is al iets nieuwers gezegd."
    return None


def _refresh(stand: Progress | None, update: Update) -> None:
    """Let ``Progress`` be what all updates together say."""
    if stand is None:
        stand = Progress(
            tenant_id=update.tenant_id, lineage=update.lineage, measure=update.measure, revision=0
        )
    for name in ("status", "quality", "time", "money"):
        setattr(stand, name, getattr(update, name))
    for name in TOTALS:
        if getattr(update, name) is not None:
            setattr(stand, name, getattr(update, name))
    stand.help_wanted = bool(update.help_wanted)
    stand.updated_on, stand.updated_by_id = update.said_on, update.said_by_id
    stand.revision += 1
    stand.save()


def _settle(programme: Programme, measure: Measure, update: Update) -> None:
    """Call requests answered that have nothing left to say something of."""
    people = [one for one in (measure.owner_id, measure.deputy_id) if one]
    open_ones = Asking.objects.filter(
        programme__lineage=update.lineage, member__in=people, answered_on__isnull=True,
        revoked_on__isnull=True, asked_on__lte=update.said_on,
    )  # fmt: skip
    for one in open_ones:
        own = measures_of(one.member_id, programme, one.asked_on)
        if {row.key for row in own} <= said_since(programme, one.asked_on):
            Asking.objects.filter(pk=one.pk).update(answered_on=update.said_on)
