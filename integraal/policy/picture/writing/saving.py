"""Saving a text, by the editor's script or by an ordinary form."""

from dataclasses import dataclass

from django.http import QueryDict

from integraal.foundation.audit.actors import Actor
from integraal.foundation.ui.cleaning import controls_in
from integraal.foundation.ui.components import OtherText
from integraal.policy.picture.filling_in import (
    INCOMPLETE,
    just_saved_words,
    number_sent,
    others_text,
)
from integraal.policy.picture.models import Passage, Picture
from integraal.policy.picture.refusals import Conflict, PictureRefused
from integraal.policy.picture.writing.actions import write_text


@dataclass(frozen=True)
class Saved:
    """A text that is saved now.

    Attributes:
        passage: as it stands.
        removed: how many characters that nobody sees were taken out.
    """

    passage: Passage
    removed: int

    @property
    def words(self) -> str:
        """What the writer is told."""
        return just_saved_words(self.passage, self.removed)


@dataclass(frozen=True)
class Refused:
    """What was sent and is not saved, whole, with the reason.

    Attributes:
        text, base_revision: as they go back to the editor.
        error: a sentence; empty with ``other``.
        other: what somebody else saved meanwhile.
    """

    theme: str
    part: str
    text: str
    base_revision: int
    error: str = ""
    other: OtherText | None = None


def save(by: Actor, picture: Picture, theme: str, part: str, data: QueryDict) -> Saved | Refused:
    """Save what an editor sent.

    Raises:
        NotAllowed: the picture is no draft, or the actor does not write pictures.
    """
    text, revision = data.get("text", ""), number_sent(data.get("base_revision", ""))
    if revision is None:
        return Refused(theme, part, text, 0, error=INCOMPLETE)
    try:
        saved = write_text(
            by=by, picture=picture, theme=theme, part=part, text=text, base_revision=revision
        )
    except Conflict as conflict:
        current: Passage = conflict.current
        other = others_text(current, current.text)
        return Refused(theme, part, text, current.revision, other=other)
    except PictureRefused as refusal:
        return Refused(theme, part, text, revision, error=str(refusal))
    return Saved(saved, controls_in(text))
