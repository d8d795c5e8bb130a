"""What the pages of the writing room show: texts, the figures to put in them, earlier stands."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.people.access import allowed
from integraal.knowledge.figures.definitions import themes
from integraal.policy.picture.access import check_write
from integraal.policy.picture.content import content_of
from integraal.policy.picture.models import Picture
from integraal.policy.picture.parts import SUMMARY, WHOLE, Part
from integraal.policy.picture.presenters.checks import Checks, theme_checks
from integraal.policy.picture.queries import earlier_texts, passage
from integraal.policy.picture.writing.choices import Choice, choices_of
from integraal.policy.picture.writing.editors import PartShown, readable_parts, written_parts
from integraal.policy.picture.writing.links import part_url
from integraal.policy.picture.writing.rendering import plain_text
from integraal.policy.picture.writing.saving import Refused
from integraal.policy.picture.writing.showing import content_for

Json = dict[str, Any]
MOST_EARLIER = 20
"""So many earlier stands are compared on one page; each takes time."""


@dataclass(frozen=True)
class Words:
    """The texts of one page.

    Attributes:
        choices: the figures at hand, for who has no script to choose them with.
        checks: what helps the texts of a theme along; for who writes them.
    """

    picture: Picture
    theme: str
    parts: list[PartShown]
    may_write: bool
    choices: list[Choice]
    checks: Checks | None = None


@dataclass(frozen=True)
class TextsPage:
    """What ``picture/texts.html`` shows: the texts of the picture as a whole."""

    picture: Picture
    words: Words
    may_prepare: bool


@dataclass(frozen=True)
class EarlierStand:
    """A text as it stood, to be compared with the one after it; both as they are read."""

    at: datetime | None
    by: str
    before: str
    after: str


@dataclass(frozen=True)
class EarlierPage:
    """What ``picture/earlier.html`` shows."""

    picture: Picture
    theme_name: str
    part: Part
    back: str
    stands: list[EarlierStand]
    left_out: int


def words_of(
    picture: Picture,
    theme: str,
    at_hand: Json,
    *,
    may_write: bool,
    refused: Refused | None = None,
) -> Words:
    """Return the texts of a theme.

    Args:
        picture: whose texts they are.
        theme: its code.
        at_hand: the theme as the content of the picture holds it.
        may_write: whether there are editors.
        refused: a text that was sent and could not be saved.
    """
    if not may_write:
        parts = readable_parts(picture, theme, at_hand["passages"], at_hand)
        return Words(picture, theme, parts, may_write, [])
    near = {"year": picture.year, "themes": [at_hand]}
    parts = written_parts(picture, theme, at_hand, refused)
    return Words(
        picture,
        theme,
        parts,
        may_write,
        choices_of(near, with_areas=False),
        theme_checks(picture, at_hand),
    )


def texts_page(by: Actor, picture: Picture, refused: Refused | None = None) -> TextsPage:
    """Return the page with the texts of the picture as a whole."""
    may_write = allowed(check_write, by, picture)
    if may_write:
        parts = written_parts(picture, WHOLE, None, refused)
    else:
        parts = readable_parts(picture, WHOLE, content_of(picture)["passages"], None)
    summary = next((one for one in parts if one.part == SUMMARY), None)
    return TextsPage(
        picture=picture,
        words=Words(picture, WHOLE, parts, may_write, []),
        may_prepare=may_write and summary is not None and not summary.text,
    )


def earlier_page(picture: Picture, theme: str, part: Part) -> EarlierPage:
    """Return the earlier stands of a text, newest first, each with what changed after it."""
    now = passage(picture, theme, part.code)
    found = earlier_texts(now.pk) if now else []
    shown = found[:MOST_EARLIER]
    raw = [now.text if now else "", *(one.text for one in shown)]
    content = content_for(raw, picture, None)
    texts = [plain_text(text, content) for text in raw]
    known = themes(picture.year).get(theme)
    return EarlierPage(
        picture=picture,
        theme_name=known.name if known else "Teksten over het hele beeld",
        part=part,
        back=part_url(picture.pk, theme, part.code),
        stands=[
            EarlierStand(
                at=timezone.localtime(one.written_at),
                by=one.written_by.name if one.written_by else "",
                before=texts[place + 1],
                after=texts[place],
            )
            for place, one in enumerate(shown)
        ],
        left_out=len(found) - len(shown),
    )
