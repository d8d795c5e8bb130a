"""Say something about a draft, and decide on what was said."""

from dataclasses import asdict
from typing import Any

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.foundation.people.access import NotAllowed
from integraal.knowledge.figures.definitions import themes
from integraal.policy.picture.holding import held, refuse_when
from integraal.policy.picture.models import Passage, Picture, Remark
from integraal.policy.picture.refusals import PictureRefused
from integraal.policy.picture.remarks.access import check_decide, check_remark
from integraal.policy.picture.remarks.queries import may_be_assigned
from integraal.policy.picture.remarks.rules import (
    ACCEPTED,
    DECLINED,
    DONE,
    OPEN,
    Note,
    note_problem,
    place_problem,
)
from integraal.policy.picture.remarks.suggesting import problem_with, replaced
from integraal.policy.picture.writing.actions import write_text


@transaction.atomic
def make_remark(
    *, by: Actor, picture: Picture, note: Note, theme: str = "", part: str = ""
) -> Remark:
    """Say something about a part of a theme, a whole theme, or the whole picture.

    Sent twice, it is said once.

    Args:
        by: who says it; reads drafts.
        picture: a draft or a proposal.
        note: the words; the quote of a suggestion stands in the part once.
        theme: code of a theme; ``parts.WHOLE`` for the picture as a whole.
        part: code of a part; empty for all of it.

    Raises:
        PictureRefused: something is missing or cannot be.
        NotAllowed: the actor reads no drafts, or the picture was adopted.
    """
    picture = lifecycle.locked(picture)
    check_remark(by, picture)
    note = note.cleaned()
    refuse_when(place_problem(theme, part, set(themes(picture.year))))
    refuse_when(note_problem(note, timezone.localdate()))
    if note.kind == Remark.Kind.SUGGESTION:
        refuse_when(problem_with(_text(picture, theme, part), note.quote))
    place = {"picture": picture, "theme": theme, "part": part, "made_by_id": by.member_id}
    columns = _as_columns(note)
    same = Remark.objects.filter(**place, **columns, outcome=OPEN).first()
    if same:
        return same
    row = Remark.objects.create(tenant_id=by.tenant_id, made_at=timezone.now(), **place, **columns)
    _record(row, by=by, verb="picture.remark_made")
    return row


@transaction.atomic
def close_remark(*, by: Actor, remark: Remark) -> Remark:
    """Settle a comment, or an assignment that was done; also by whom it was assigned to.

    Raises:
        PictureRefused: it was settled or withdrawn meanwhile, or is a suggestion.
        NotAllowed: the actor decides on no remarks and has no part in it, or it stands fast.
    """
    row = _open(remark)
    if row.assigned_to_id is None or row.assigned_to_id != by.member_id:
        check_decide(by)
    check_remark(by, lifecycle.locked(row.picture))
    if row.kind == Remark.Kind.SUGGESTION:
        raise PictureRefused("Een voorstel neemt u over of wijst u af.")
    return _settle(row, DONE, by=by, verb="picture.remark_closed")


@transaction.atomic
def accept_suggestion(*, by: Actor, remark: Remark) -> Remark:
    """Put what a suggestion says into the text, when its quote still stands there once.

    Raises:
        PictureRefused: the text changed there, or the suggestion was settled or withdrawn.
        NotAllowed: the actor decides on no remarks, or the picture is no draft.
    """
    row = _open(remark)
    picture = lifecycle.locked(row.picture)
    check_decide(by, picture)
    _check_suggestion(row)
    passages = Passage.objects.select_for_update(of=("self",))
    passage = passages.filter(picture=picture, theme=row.theme, part=row.part).first()
    text = passage.text if passage else ""
    refuse_when(problem_with(text, row.quote))
    write_text(
        by=by,
        picture=picture,
        theme=row.theme,
        part=row.part,
        text=replaced(text, row.quote, row.replacement),
        base_revision=passage.revision if passage else 0,
    )
    return _settle(row, ACCEPTED, by=by, verb="picture.suggestion_accepted")


@transaction.atomic
def decline_suggestion(*, by: Actor, remark: Remark) -> Remark:
    """Leave the text as it is.

    Raises:
        PictureRefused: the suggestion was settled or withdrawn meanwhile.
        NotAllowed: the actor decides on no remarks, or the picture was adopted.
    """
    row = _open(remark)
    check_decide(by, lifecycle.locked(row.picture))
    _check_suggestion(row)
    return _settle(row, DECLINED, by=by, verb="picture.suggestion_declined")


@transaction.atomic
def withdraw_remark(*, by: Actor, remark: Remark) -> None:
    """Take back one's own remark while it is open; the trail keeps that it was there.

    Raises:
        PictureRefused: it was settled or withdrawn meanwhile.
        NotAllowed: somebody else made it, or the picture was adopted.
    """
    row = _open(remark)
    check_remark(by, lifecycle.locked(row.picture))
    if row.made_by_id is None or row.made_by_id != by.member_id:
        raise NotAllowed("Alleen wie een opmerking maakte, kan haar intrekken.")
    _record(row, by=by, verb="picture.remark_withdrawn")
    row.delete()


def _as_columns(note: Note) -> dict[str, Any]:
    """Return what of a note is kept for its kind; the rest stays empty."""
    columns = asdict(note)
    member_id = columns.pop("assigned_to")
    if note.kind != Remark.Kind.SUGGESTION:
        columns |= {"quote": "", "replacement": ""}
    if note.kind != Remark.Kind.ASSIGNMENT:
        return {**columns, "due_on": None}
    member = next((one for one in may_be_assigned() if one.pk == member_id), None)
    if member is None:
        raise PictureRefused("Kies iemand die het concept mag lezen.")
    return {**columns, "assigned_to": member}


def _text(picture: Picture, theme: str, part: str) -> str:
    found = Passage.objects.filter(picture=picture, theme=theme, part=part).first()
    return found.text if found else ""


def _open(remark: Remark) -> Remark:
    row = held(remark)
    if row.outcome != OPEN:
        raise PictureRefused("Iemand anders heeft deze opmerking intussen al afgehandeld.")
    return row


def _check_suggestion(row: Remark) -> None:
    if row.kind != Remark.Kind.SUGGESTION:
        raise PictureRefused("Dit is geen voorstel. Handel de opmerking af.")


def _settle(row: Remark, outcome: str, *, by: Actor, verb: str) -> Remark:
    row.outcome = outcome
    row.closed_by_id = by.member_id
    row.closed_at = timezone.now()
    row.save()
    _record(row, by=by, verb=verb)
    return row


def _record(row: Remark, *, by: Actor, verb: str) -> None:
    record(verb, by=by, subject=row.picture, theme=row.theme, remark=row.pk, kind=row.kind)
