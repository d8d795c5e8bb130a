"""Write the texts of a picture."""

from collections.abc import Mapping
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.audit.recording import record
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.foundation.ui.cleaning import cleaned
from integraal.policy.picture.access import check_write
from integraal.policy.picture.models import EarlierPassage, Passage, Picture
from integraal.policy.picture.parts import CONCLUSION, STORY, SUMMARY, WHOLE, part_named
from integraal.policy.picture.refusals import Conflict, PictureRefused
from integraal.policy.picture.writing.rules import length_problem

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
        PictureRefused: there is no such part, or the text is too long.
        Conflict: the text has another revision by now; it carries the text as it stands.
        NotAllowed: the picture is no draft, or the actor does not write pictures.
    """
    picture = lifecycle.locked(picture)
    check_write(by, picture)
    if part_named(theme, part) is None:
        raise PictureRefused("Dit tekstdeel bestaat niet. Ververs de pagina en probeer opnieuw.")
    text = cleaned(text)
    if problem := length_problem(text):
        raise PictureRefused(problem)
    current, _ = Passage.objects.select_for_update(of=("self",)).get_or_create(
        tenant_id=by.tenant_id, picture=picture, theme=theme, part=part
    )
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


@transaction.atomic
def prepare_summary(*, by: Actor, picture: Picture, names: Mapping[str, str]) -> Passage:
    """Begin an empty summary with the conclusions of the themes, each under the theme's name.

    Args:
        by: who asks for it.
        picture: a draft.
        names: the themes of the picture in order, code to name.

    Raises:
        PictureRefused: the summary holds a text already, or no theme has a conclusion.
        NotAllowed: see ``write_text``.
    """
    picture = lifecycle.locked(picture)
    check_write(by, picture)
    texts = {
        (one.theme, one.part): one
        for one in Passage.objects.filter(picture=picture, part__in=(SUMMARY.code, CONCLUSION.code))
    }
    summary = texts.get((WHOLE, SUMMARY.code))
    if summary and summary.text:
        raise PictureRefused(
            "In de samenvatting staat al een tekst. Er is niets veranderd. "
            "Maak haar leeg als u met de conclusies wilt beginnen."
        )
    concluded = {
        names[theme]: one.text
        for theme in names
        if (one := texts.get((theme, CONCLUSION.code))) and one.text
    }
    if not concluded:
        raise PictureRefused(
            "Nog geen thema heeft een conclusie. Schrijf die eerst bij de thema’s."
        )
    return write_text(
        by=by,
        picture=picture,
        theme=WHOLE,
        part=SUMMARY.code,
        text="\n\n".join(f"## {name}\n{text}" for name, text in concluded.items()),
        base_revision=summary.revision if summary else 0,
    )


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
