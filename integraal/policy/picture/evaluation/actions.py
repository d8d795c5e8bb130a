"""Write down what the previous plan promised, and what became of it."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.knowledge.figures.definitions import themes
from integraal.policy.picture.access import check_write
from integraal.policy.picture.evaluation.rules import (
    Pledge,
    lines_problem,
    pledge_problem,
    read_lines,
)
from integraal.policy.picture.holding import held, refuse_when
from integraal.policy.picture.models import Picture, Promise
from integraal.policy.picture.refusals import Conflict, PictureRefused

MOST = 300
"""So many promises fit in one evaluation; a plan has about thirty."""


@transaction.atomic
def add_promise(*, by: Actor, picture: Picture, pledge: Pledge) -> Promise:
    """Add a promise at the end; sent twice, it is added once.

    Raises:
        PictureRefused: something is missing or cannot be.
        NotAllowed: the picture is no draft, or the actor does not write pictures.
    """
    picture = _draft(by, picture)
    pledge = _right(picture, pledge)
    same = Promise.objects.filter(picture=picture, **asdict(pledge)).first()
    if same:
        return same
    row = _create(by, picture, pledge, _last(picture) + 1)
    record("picture.promise_added", by=by, subject=picture, promise=row.pk)
    return row


@transaction.atomic
def import_promises(*, by: Actor, picture: Picture, lines: str, theme: str = "") -> list[Promise]:
    """Add a promise for each line that is not there yet; lines that cannot be stay behind.

    Raises:
        PictureRefused: no line can be taken over.
        NotAllowed: see ``add_promise``.
    """
    picture = _draft(by, picture)
    present = Promise.objects.filter(picture=picture).values_list("promised", flat=True)
    read = read_lines(lines, present)
    refuse_when(lines_problem(read))
    last = _last(picture)
    taken = [_right(picture, Pledge(one.text, theme=theme)) for one in read if not one.problem]
    if last + len(taken) > MOST:
        raise PictureRefused(f"Een terugblik heeft hoogstens {MOST} beloften.")
    rows = [_create(by, picture, one, last + nth) for nth, one in enumerate(taken, start=1)]
    record("picture.promises_imported", by=by, subject=picture, number=len(rows))
    return rows


@transaction.atomic
def change_promise(
    *, by: Actor, promise: Promise | None, pledge: Pledge, base_revision: int
) -> Promise:
    """Change a promise, built on the revision the writer had before them.

    Raises:
        Conflict: it has another revision by now; it carries the row as it stands.
        PictureRefused: something is missing or cannot be, or somebody removed the row.
        NotAllowed: see ``add_promise``.
    """
    row = held(promise)
    pledge = _right(_draft(by, row.picture), pledge)
    if all(getattr(row, name) == value for name, value in asdict(pledge).items()):
        return row
    if row.revision != base_revision:
        raise Conflict(row)
    for name, value in {**asdict(pledge), **_writer(by)}.items():
        setattr(row, name, value)
    row.revision += 1
    row.save()
    record("picture.promise_changed", by=by, subject=row.picture, promise=row.pk)
    return row


@transaction.atomic
def move_promise(*, by: Actor, promise: Promise, up: bool) -> Promise:
    """Move a promise one place up or down; at the end it stays where it is.

    Raises:
        PictureRefused: somebody removed the row.
        NotAllowed: see ``add_promise``.
    """
    picture = _draft(by, promise.picture)
    held(promise)
    rows = list(Promise.objects.select_for_update(of=("self",)).filter(picture=picture))
    place = [row.pk for row in rows].index(promise.pk)
    target = place - 1 if up else place + 1
    if 0 <= target < len(rows):
        rows[place], rows[target] = rows[target], rows[place]
        _number(rows)
        record("picture.promise_moved", by=by, subject=picture, promise=promise.pk)
    return next(row for row in rows if row.pk == promise.pk)


@transaction.atomic
def remove_promise(*, by: Actor, promise: Promise, base_revision: int) -> None:
    """Take a promise out of a draft.

    Raises:
        Conflict: somebody changed it since the revision that was seen.
        PictureRefused: somebody removed it already.
        NotAllowed: see ``add_promise``.
    """
    row = held(promise)
    picture = _draft(by, row.picture)
    if row.revision != base_revision:
        raise Conflict(row)
    record("picture.promise_removed", by=by, subject=picture, promise=row.pk)
    row.delete()
    _number(list(Promise.objects.select_for_update(of=("self",)).filter(picture=picture)))


def _draft(by: Actor, picture: Picture) -> Picture:
    picture = lifecycle.locked(picture)
    check_write(by, picture)
    return picture


def _right(picture: Picture, pledge: Pledge) -> Pledge:
    pledge = pledge.cleaned()
    refuse_when(pledge_problem(pledge, themes(picture.year)))
    return pledge


def _create(by: Actor, picture: Picture, pledge: Pledge, order: int) -> Promise:
    return Promise.objects.create(
        tenant_id=by.tenant_id, picture=picture, order=order, **asdict(pledge), **_writer(by)
    )


def _writer(by: Actor) -> dict[str, Any]:
    return {"written_by_id": by.member_id, "written_at": timezone.now()}


def _last(picture: Picture) -> int:
    last = Promise.objects.filter(picture=picture).order_by("order").last()
    order = last.order if last else 0
    if order >= MOST:
        raise PictureRefused(f"Een terugblik heeft hoogstens {MOST} beloften.")
    return order


def _number(rows: Sequence[Promise]) -> None:
    """Number the rows from 1, in the order given; only what differs is saved."""
    for order, row in enumerate(rows, start=1):
        if row.order != order:
            row.order = order
            row.save(update_fields=["order"])
