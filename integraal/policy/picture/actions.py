"""Everything that can happen to a picture."""

import uuid
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.foundation.lifecycle.states import State
from integraal.policy.picture.access import (
    check_adopt,
    check_propose,
    check_send_back,
    check_write,
)
from integraal.policy.picture.content import build_content
from integraal.policy.picture.models import EarlierText, Picture, ThemeText
from integraal.policy.picture.rules import (
    adoption_problem,
    proposal_problem,
    start_problem,
)

# One stretch of writing: within it, saves of the same person leave no trace of their own.
STRETCH = timedelta(minutes=10)


class PictureRefused(Exception):
    """What was asked is not right; the message says why and what to do."""


class Conflict(Exception):
    """Somebody else saved this text meanwhile; nothing was overwritten."""

    def __init__(self, current: ThemeText) -> None:
        super().__init__("Iemand anders heeft deze tekst intussen veranderd.")
        self.current = current


@transaction.atomic
def start_picture(*, by: Actor, year: int) -> Picture:
    """Begin the picture of a year.

    Raises:
        PictureRefused: the year has one already, or lies outside what can be.
    """
    check_write(by)
    exists = Picture.objects.filter(year=year).exists()
    if problem := start_problem(year, timezone.localdate().year, exists=exists):
        raise PictureRefused(problem)
    picture = Picture.objects.create(tenant_id=by.tenant_id, year=year, lineage=uuid.uuid4())
    record("picture.started", by=by, subject=picture, year=year)
    return picture


@transaction.atomic
def write_text(
    *, by: Actor, picture: Picture, theme: str, text: str, base_revision: int
) -> ThemeText:
    """Save the text of a theme, built on ``base_revision``.

    Raises:
        Conflict: the text has another revision by now; it carries the text as it stands.
        NotAllowed: the picture is no draft, or the actor does not write pictures.
    """
    picture = lifecycle.locked(picture)
    check_write(by, picture)
    current, _ = ThemeText.objects.select_for_update(of=("self",)).get_or_create(
        tenant_id=by.tenant_id, picture=picture, theme=theme
    )
    text = text.replace("\r\n", "\n").strip()
    if current.text == text:
        return current
    if current.revision != base_revision:
        raise Conflict(current)
    begins = _begins_stretch(current, by)
    if begins and current.revision:
        _keep_earlier(current)
    current.text = text
    current.revision += 1
    current.written_by_id = by.member_id
    current.written_at = timezone.now()
    current.save()
    if begins:
        record("picture.text_written", by=by, subject=picture, theme=theme)
    return current


@transaction.atomic
def propose_picture(*, by: Actor, picture: Picture) -> Picture:
    """Propose a draft for adoption.

    Raises:
        PictureRefused: no theme has a text yet.
        ImpossibleMove: it is not a draft.
    """
    check_propose(by)
    picture = lifecycle.locked(picture)
    written = ThemeText.objects.filter(picture=picture).exclude(text="").count()
    if problem := proposal_problem(written):
        raise PictureRefused(problem)
    lifecycle.propose(picture, by=by, verb="picture.proposed")
    return picture


@transaction.atomic
def send_back_picture(*, by: Actor, picture: Picture, reason: str) -> Picture:
    """Make a proposal a draft again.

    Raises:
        PictureRefused: no reason is given.
        ImpossibleMove: it is not proposed.
    """
    check_send_back(by)
    picture = lifecycle.locked(picture)
    if not reason.strip():
        raise PictureRefused("Schrijf op wat er anders moet. Dat leest de schrijver.")
    lifecycle.send_back(picture, by=by, verb="picture.sent_back", reason=reason.strip())
    return picture


@transaction.atomic
def adopt_picture(*, by: Actor, picture: Picture, on: date, number: str = "") -> Picture:
    """Adopt a proposal: freeze its texts and figures, and supersede the version before.

    Raises:
        PictureRefused: the day of the decision cannot be.
        ImpossibleMove: it is not proposed.
    """
    check_adopt(by)
    picture = lifecycle.locked(picture)
    lifecycle.check_move(lifecycle.states.ADOPT, State(picture.state))
    if problem := adoption_problem(on, timezone.localdate(), _proposed_on(picture)):
        raise PictureRefused(problem)
    lifecycle.adopt(
        picture,
        by=by,
        verb="picture.adopted",
        decision=lifecycle.Decision("burgemeester", on, number.strip()),
        content=build_content(picture),
    )
    return picture


@transaction.atomic
def start_next_version(*, by: Actor, picture: Picture) -> Picture:
    """Begin a new version of an adopted picture, with its texts as they were adopted.

    Raises:
        PictureRefused: it is not the adopted version, or a next one is in hand already.
    """
    check_write(by)
    picture = lifecycle.locked(picture)
    if picture.state != State.ADOPTED:
        raise PictureRefused("Alleen van de vastgestelde versie kunt u een nieuwe versie beginnen.")
    in_hand = Picture.objects.filter(
        lineage=picture.lineage, state__in=[State.DRAFT, State.PROPOSED]
    ).first()
    if in_hand:
        raise PictureRefused(f"Versie {in_hand.version} is al begonnen. Werk daarin verder.")
    following = Picture.objects.create(
        tenant_id=by.tenant_id,
        year=picture.year,
        lineage=picture.lineage,
        version=picture.version + 1,
    )
    for text in ThemeText.objects.filter(picture=picture):
        ThemeText.objects.create(
            tenant_id=by.tenant_id,
            picture=following,
            theme=text.theme,
            text=text.text,
            revision=1,
            written_by_id=text.written_by_id,
            written_at=text.written_at,
        )
    record("picture.next_version", by=by, subject=following, version=following.version)
    return following


def _begins_stretch(current: ThemeText, by: Actor) -> bool:
    return (
        current.written_at is None
        or current.written_by_id != by.member_id
        or timezone.now() - current.written_at > STRETCH
    )


def _keep_earlier(current: ThemeText) -> None:
    EarlierText.objects.create(
        tenant_id=current.tenant_id,
        theme_text=current,
        revision=current.revision,
        text=current.text,
        written_by_id=current.written_by_id,
        written_at=current.written_at,
    )


def _proposed_on(picture: Picture) -> date:
    return timezone.localdate(picture.proposed_at)
