"""The texts of a theme, or of the picture as a whole, as their page shows them."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.utils import timezone

from integraal.foundation.ui.components import OtherText
from integraal.policy.picture.models import Passage, Picture
from integraal.policy.picture.parts import STORY, SUMMARY, Part, parts_of
from integraal.policy.picture.queries import earlier_counts
from integraal.policy.picture.texts_content import text_in
from integraal.policy.picture.writing import links
from integraal.policy.picture.writing.rules import LONGEST
from integraal.policy.picture.writing.saving import Refused
from integraal.policy.picture.writing.showing import Shown, content_for, shown

Json = dict[str, Any]


@dataclass(frozen=True)
class PartShown:
    """One text on its page; with an editor for who may write.

    Attributes:
        anchor: the place on the page.
        is_open: whether it stands open, or is folded until somebody wants it.
        earlier: how many earlier stands there are.
        by, on: who wrote it, by function, and the day in ISO form.
    """

    part: Part
    anchor: str
    is_open: bool
    reads: Shown
    by: str = ""
    on: str = ""
    save_url: str = ""
    earlier_url: str = ""
    earlier: int = 0
    text: str = ""
    base_revision: int = 0
    saved_at: datetime | None = None
    error: str = ""
    other: OtherText | None = None
    longest: int = LONGEST

    @property
    def field_id(self) -> str:
        """The name of the field in its page."""
        return f"tekst-{self.part.code}"

    @property
    def rows(self) -> int:
        """How high the empty field is: the main texts first."""
        return 10 if self.part in (STORY, SUMMARY) else 5


def readable_parts(
    picture: Picture, theme: str, texts: Json, at_hand: Json | None
) -> list[PartShown]:
    """Return the texts that there are, for who only reads.

    Args:
        picture: draft or adopted.
        theme: code of the theme, or ``WHOLE``.
        texts: the ``passages`` of the theme or of the picture, as the content holds them.
        at_hand: the theme as the content holds it.
    """
    content = content_for([one["text"] for one in texts.values()], picture, at_hand)
    return [
        PartShown(
            part=part,
            anchor=links.anchor(part.code),
            is_open=True,
            reads=shown(text_in(texts, part.code), content, picture.pk),
            by=texts[part.code]["by"],
            on=texts[part.code]["on"],
        )
        for part in parts_of(theme)
        if part.code in texts
    ]


def written_parts(
    picture: Picture, theme: str, at_hand: Json | None, refused: Refused | None = None
) -> list[PartShown]:
    """Return every text with its editor, for who may write.

    Args:
        picture, theme, at_hand: as for ``readable_parts``.
        refused: a text that was sent and not saved; it stands in its editor as it was sent.
    """
    rows = {one.part: one for one in Passage.objects.filter(picture=picture, theme=theme)}
    earlier = earlier_counts([row.pk for row in rows.values()])
    content = content_for([one.text for one in rows.values()], picture, at_hand)
    found = []
    for part in parts_of(theme):
        row = rows.get(part.code)
        many = earlier.get(row.pk, 0) if row else 0
        found.append(_with_refusal(_written(picture, theme, part, row, many, content), refused))
    return found


def _written(
    picture: Picture, theme: str, part: Part, row: Passage | None, earlier: int, content: Json
) -> PartShown:
    text = row.text if row else ""
    written_at = row.written_at if row else None
    return PartShown(
        part=part,
        anchor=links.anchor(part.code),
        is_open=bool(text) or not part.is_folded,
        reads=shown(text, content, picture.pk),
        save_url=links.save_url(picture.pk, theme, part.code),
        earlier_url=links.earlier_url(picture.pk, theme, part.code),
        earlier=earlier,
        text=text,
        base_revision=row.revision if row else 0,
        saved_at=timezone.localtime(written_at) if written_at else None,
    )


def _with_refusal(one: PartShown, refused: Refused | None) -> PartShown:
    if refused is None or refused.part != one.part.code:
        return one
    return replace(
        one,
        is_open=True,
        text=refused.text,
        base_revision=refused.base_revision,
        saved_at=None,
        error=refused.error,
        other=refused.other,
    )
