"""Record what others say, refer what belongs elsewhere, and keep the answer that comes back."""

import uuid
from dataclasses import asdict
from typing import Any

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.knowledge.figures.definitions import themes
from integraal.policy.picture.access import check_write
from integraal.policy.picture.contributions.access import check_answer
from integraal.policy.picture.contributions.queries import newest_version, stand_of
from integraal.policy.picture.contributions.rules import (
    Answer,
    Matter,
    Said,
    answer_problem,
    matter_problem,
    said_problem,
)
from integraal.policy.picture.holding import held, refuse_when
from integraal.policy.picture.models import Contribution, Picture, Referral
from integraal.policy.picture.refusals import Conflict, PictureRefused


@transaction.atomic
def add_contribution(*, by: Actor, picture: Picture, theme: str, said: Said) -> Contribution:
    """Record what somebody said about a theme of a draft; sent twice, it is recorded once.

    Raises:
        PictureRefused: something is missing or cannot be, or the picture lacks the theme.
        NotAllowed: the picture is no draft, or the actor does not write pictures.
    """
    picture = lifecycle.locked(picture)
    check_write(by, picture)
    if theme not in themes(picture.year):
        raise PictureRefused("Dit thema staat niet in het beeld. Kies een ander thema.")
    said = said.cleaned()
    refuse_when(said_problem(said, timezone.localdate()))
    same = Contribution.objects.filter(picture=picture, theme=theme, **asdict(said)).first()
    if same:
        return same
    row = Contribution.objects.create(
        tenant_id=by.tenant_id, picture=picture, theme=theme, **asdict(said), **_writer(by)
    )
    record("picture.contribution_added", by=by, subject=picture, theme=theme, contribution=row.pk)
    return row


@transaction.atomic
def change_contribution(
    *, by: Actor, contribution: Contribution | None, said: Said, base_revision: int
) -> Contribution:
    """Change a contribution, built on the revision the writer had before them.

    Raises:
        Conflict: it has another revision by now; it carries the row as it stands.
        PictureRefused: something is missing or cannot be, or somebody removed the row.
        NotAllowed: see ``add_contribution``.
    """
    row = held(contribution)
    check_write(by, lifecycle.locked(row.picture))
    said = said.cleaned()
    refuse_when(said_problem(said, timezone.localdate()))
    if not _differs(row, asdict(said)):
        return row
    _check_revision(row, base_revision)
    _fill(row, revision=row.revision + 1, **asdict(said), **_writer(by))
    _record_of(row, by=by, verb="picture.contribution_changed")
    return row


@transaction.atomic
def remove_contribution(*, by: Actor, contribution: Contribution, base_revision: int) -> None:
    """Take a contribution out of a draft.

    Raises:
        Conflict: somebody changed it since the revision that was seen.
        PictureRefused: it was referred, so that the trace would break.
        NotAllowed: see ``add_contribution``.
    """
    row = held(contribution)
    check_write(by, lifecycle.locked(row.picture))
    if row.referrals.exists():
        raise PictureRefused("Deze inbreng is doorverwezen. Haal eerst de verwijzing weg.")
    _check_revision(row, base_revision)
    _record_of(row, by=by, verb="picture.contribution_removed")
    row.delete()


@transaction.atomic
def refer_matter(
    *, by: Actor, picture: Picture, matter: Matter, contribution: uuid.UUID | None = None
) -> Referral:
    """Refer a matter to the department or policy it belongs to; sent twice, it is referred once.

    Args:
        by: who refers.
        picture: a draft.
        matter: what it is about, and to whom it goes.
        contribution: identifier of what was said, when the matter came that way.

    Raises:
        PictureRefused: something is missing or cannot be, or the contribution is gone.
        NotAllowed: see ``add_contribution``.
    """
    picture = lifecycle.locked(picture)
    check_write(by, picture)
    source = None
    if contribution is not None:
        source = held(Contribution.objects.filter(picture=picture, pk=contribution).first())
    matter = matter.cleaned()
    refuse_when(matter_problem(matter, timezone.localdate()))
    all_of_it = {"contribution": source, **asdict(matter)}
    same = Referral.objects.filter(picture=picture, **all_of_it).first()
    if same:
        return same
    row = Referral.objects.create(
        tenant_id=by.tenant_id,
        picture=picture,
        referred_by_id=by.member_id,
        **all_of_it,
    )
    _record_of(row, by=by, verb="picture.matter_referred")
    return row


@transaction.atomic
def change_referral(
    *, by: Actor, referral: Referral | None, matter: Matter, stand: str
) -> Referral:
    """Change what is referred, as long as the picture is a draft; ``stand`` is what was seen.

    Raises:
        Conflict: somebody changed it since; it carries the row as it stands.
        PictureRefused: something is missing or cannot be, or somebody removed the row.
        NotAllowed: see ``add_contribution``.
    """
    row = held(referral)
    check_write(by, lifecycle.locked(row.picture))
    matter = matter.cleaned()
    refuse_when(matter_problem(matter, timezone.localdate()))
    if not _differs(row, asdict(matter)):
        return row
    _check_stand(row, stand)
    _fill(row, **asdict(matter))
    _record_of(row, by=by, verb="picture.referral_changed")
    return row


@transaction.atomic
def remove_referral(*, by: Actor, referral: Referral, stand: str) -> None:
    """Take a referral without an answer out of a draft.

    Raises:
        Conflict: somebody changed it since.
        PictureRefused: an answer came back, which is part of the trace.
        NotAllowed: see ``add_contribution``.
    """
    row = held(referral)
    check_write(by, lifecycle.locked(row.picture))
    if row.answered_on:
        raise PictureRefused("Er is al antwoord op deze verwijzing. Daarom blijft hij staan.")
    _check_stand(row, stand)
    _record_of(row, by=by, verb="picture.referral_removed")
    row.delete()


@transaction.atomic
def answer_referral(
    *, by: Actor, referral: Referral | None, answer: Answer, stand: str
) -> Referral:
    """Keep what came back on a referral, also when the picture was adopted meanwhile.

    The answer stands with the newest version of the document; frozen content stays as it was.

    Raises:
        Conflict: somebody changed referral or answer since ``stand``.
        PictureRefused: something is missing or cannot be, or there is a newer version.
        NotAllowed: the actor does not keep answers.
    """
    check_answer(by)
    row = held(referral)
    picture = lifecycle.locked(row.picture)
    newest = newest_version(picture)
    if newest.version != picture.version:
        raise PictureRefused(f"Er is een versie {newest.version}. Leg het antwoord daar vast.")
    answer = answer.cleaned()
    refuse_when(answer_problem(answer, row.referred_on, timezone.localdate()))
    if not _differs(row, asdict(answer)):
        return row
    _check_stand(row, stand)
    _fill(row, **asdict(answer))
    _record_of(row, by=by, verb="picture.referral_answered")
    return row


def _writer(by: Actor) -> dict[str, Any]:
    return {"written_by_id": by.member_id, "written_at": timezone.now()}


def _differs(row: Contribution | Referral, values: dict[str, Any]) -> bool:
    return any(getattr(row, name) != value for name, value in values.items())


def _fill(row: Contribution | Referral, **values: Any) -> None:
    for name, value in values.items():
        setattr(row, name, value)
    row.save()


def _check_revision(row: Contribution, base_revision: int) -> None:
    if row.revision != base_revision:
        raise Conflict(row)


def _check_stand(row: Referral, stand: str) -> None:
    if stand_of(row) != stand:
        raise Conflict(row)


def _record_of(row: Contribution | Referral, *, by: Actor, verb: str) -> None:
    kind = "contribution" if isinstance(row, Contribution) else "referral"
    record(verb, by=by, subject=row.picture, **{kind: row.pk})
