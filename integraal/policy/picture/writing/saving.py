"""Saving a text, by the editor's script or by an ordinary form."""

from dataclasses import dataclass

from django.http import QueryDict
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.ui.cleaning import controls_in
from integraal.foundation.ui.components import OtherText
from integraal.foundation.ui.dutch import clock
from integraal.policy.picture.models import Passage, Picture
from integraal.policy.picture.refusals import Conflict, PictureRefused
from integraal.policy.picture.writing.actions import write_text

INCOMPLETE = "De pagina is niet compleet verstuurd. Ververs de pagina en probeer opnieuw."


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
        at = self.passage.written_at
        said = f"Bewaard om {clock(timezone.localtime(at))}" if at else "Nog niets bewaard"
        if not self.removed:
            return said
        are = (
            "is 1 onzichtbaar teken"
            if self.removed == 1
            else f"zijn {self.removed} onzichtbare tekens"
        )
        return f"{said}; er {are} weggehaald"


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
    text, sent = data.get("text", ""), data.get("base_revision", "")
    revision = int(sent) if sent.isdecimal() and len(sent) < 10 else None
    if revision is None:
        return Refused(theme, part, text, 0, error=INCOMPLETE)
    try:
        saved = write_text(
            by=by, picture=picture, theme=theme, part=part, text=text, base_revision=revision
        )
    except Conflict as conflict:
        other = _other(conflict.current)
        return Refused(theme, part, text, conflict.current.revision, other=other)
    except PictureRefused as refusal:
        return Refused(theme, part, text, revision, error=str(refusal))
    return Saved(saved, controls_in(text))


def _other(current: Passage) -> OtherText:
    writer = current.written_by
    return OtherText(
        text=current.text,
        by=writer.name if writer else "Iemand",
        at=clock(timezone.localtime(current.written_at)) if current.written_at else "",
        revision=current.revision,
    )
