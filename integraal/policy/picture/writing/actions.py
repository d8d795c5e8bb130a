"""Write the texts of a picture."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.policy.picture.access import check_write
from integraal.policy.picture.models import EarlierPassage, Passage, Picture
from integraal.policy.picture.parts import STORY, part_named
from integraal.policy.picture.refusals import Conflict, PictureRefused

# One stretch of writing: within it, saves of the same person leave no trace of their own.
STRETCH = timedelta(minutes=10)


@transaction.atomic
def write_text(
    *,
    by: Actor,
    picture: Picture,
    theme: str,
    text: str,
    base_revision: int,
    part: str = STORY.code,
) -> Passage:
    """Save a text of a theme, or of the whole picture, built on ``base_revision``.

    Args:
        by: who writes.
        picture: a draft.
        theme: code of the theme; ``parts.WHOLE`` for a text about the picture as a whole.
        text: what it becomes.
        base_revision: the revision the writer had before them.
        part: code of one of ``parts.parts_of(theme)``.

    Raises:
        PictureRefused: there is no such part.
        Conflict: the text has another revision by now; it carries the text as it stands.
        NotAllowed: the picture is no draft, or the actor does not write pictures.
    """
    picture = lifecycle.locked(picture)
    check_write(by, picture)
    if part_named(theme, part) is None:
        raise PictureRefused("Dit tekstdeel bestaat niet. Ververs de pagina en probeer opnieuw.")
    current, _ = Passage.objects.select_for_update(of=("self",)).get_or_create(
        tenant_id=by.tenant_id, picture=picture, theme=theme, part=part
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
        record("picture.text_written", by=by, subject=picture, theme=theme, part=part)
    return current


def _begins_stretch(current: Passage, by: Actor) -> bool:
    return (
        current.written_at is None
        or current.written_by_id != by.member_id
        or timezone.now() - current.written_at > STRETCH
    )


def _keep_earlier(current: Passage) -> None:
    EarlierPassage.objects.create(
        tenant_id=current.tenant_id,
        passage=current,
        revision=current.revision,
        text=current.text,
        written_by_id=current.written_by_id,
        written_at=current.written_at,
    )
