"""What somebody with a personal link sees: the edition in scope, and what they said about it."""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from integraal.policy.picture.writing.rendering import Block as TextBlock
from integraal.policy.plan.consulting.queries import own_comments
from integraal.policy.plan.consulting.register import WHOLE_PLAN
from integraal.policy.plan.consulting.scope import in_scope
from integraal.policy.plan.consulting.showing import Reader
from integraal.policy.plan.kinds import CHAPTERS, KINDS
from integraal.policy.plan.models import Comment, Invitation

Json = dict[str, Any]
WHOLE_ANCHOR = "geheel"
ABOUT_THEME = "Over dit thema"


@dataclass(frozen=True)
class Typed:
    """What was sent and could not be saved, with the sentence that says why.

    ``comment`` is the comment it changes, empty for a new one; ``other`` is what another window
    made of it meanwhile.
    """

    block: str
    text: str
    problem: str
    comment: str = ""
    other: str = ""
    revision: int = 0


@dataclass(frozen=True)
class Said:
    """One comment of the reader."""

    pk: uuid.UUID
    text: str
    revision: int
    said_on: date
    may_change: bool
    answer: str
    typed: Typed | None = None

    @property
    def key(self) -> str:
        return str(self.pk)


@dataclass(frozen=True)
class Item:
    """A block to read and to comment on."""

    anchor: str
    block: str
    heading: str
    text: list[TextBlock] = field(default_factory=list)
    facts: list[tuple[str, str]] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    typed: Typed | None = None
    is_saved: bool = False

    @property
    def field(self) -> str:
        """The name of the field in which a new comment is written."""
        return f"tekst-{self.block or WHOLE_ANCHOR}"


@dataclass(frozen=True)
class Section:
    """A theme, or a part of the plan as a whole."""

    anchor: str
    heading: str
    items: list[Item]


@dataclass(frozen=True)
class ReaderPage:
    """What ``plan/comment.html`` shows."""

    invitation: Invitation
    title: str
    term: str
    edition: str
    made_on: date
    whole: Item
    sections: list[Section]
    count: str
    is_done: bool
    typed: Typed | None

    @property
    def typed_anchor(self) -> str:
        """Where what could not be saved stands in the page."""
        if self.typed is None:
            return ""
        if self.typed.comment:
            return f"tekst-{self.typed.comment}"
        return f"tekst-{self.typed.block or WHOLE_ANCHOR}"


def reader_page(invitation: Invitation, typed: Typed | None = None, saved: str = "") -> ReaderPage:
    """Return the page of an invitation; ``saved`` is the anchor of what was just saved."""
    edition = invitation.consultation.edition
    content = in_scope(edition.content, invitation.themes)
    comments = own_comments(invitation)
    making = _Maker(content, comments, typed, saved, is_done=invitation.finished_on is not None)
    return ReaderPage(
        invitation=invitation,
        title=content["title"],
        term=f"{content['first_year']}-{content['last_year']}",
        edition=str(edition),
        made_on=edition.made_at,
        whole=making.whole(all_of_it=not invitation.themes),
        sections=list(making.sections()),
        count=_count(len(comments)),
        is_done=invitation.finished_on is not None,
        typed=typed,
    )


class _Maker:
    """Makes the items of one page."""

    def __init__(
        self,
        content: Json,
        comments: Iterable[Comment],
        typed: Typed | None,
        saved: str,
        *,
        is_done: bool,
    ) -> None:
        self._content, self._typed, self._saved, self._is_done = content, typed, saved, is_done
        self._reader = Reader(content)
        self._said: dict[str, list[Said]] = defaultdict(list)
        for one in comments:
            self._said[str(one.block or "")].append(self._one(one))

    def whole(self, *, all_of_it: bool) -> Item:
        heading = WHOLE_PLAN if all_of_it else "Alles wat u hier leest"
        return self._item("", heading)

    def sections(self) -> Iterable[Section]:
        """Yield the parts of the plan in its order; the themes stand where the plan has them."""
        for chapter in CHAPTERS:
            codes = {kind.code for kind in KINDS if kind.chapter == chapter.code}
            found = [one for one in self._content["blocks"] if one["kind"] in codes]
            if chapter.code == "themes":
                yield from (self._theme(one) for one in self._content["themes"])
            elif found:
                items = [self._block(one) for one in found]
                yield Section(f"deel-{chapter.code}", chapter.name, items)

    def _theme(self, theme: Json) -> Section:
        about = replace(self._block(theme), heading=ABOUT_THEME)
        items = [about, *(self._block(one) for one in theme["blocks"])]
        return Section(f"thema-{theme['code']}", theme["name"], items)

    def _block(self, block: Json) -> Item:
        shown = self._reader.shown(block)
        return self._item(shown.key, shown.heading, text=shown.text, facts=shown.facts)

    def _item(self, block: str, heading: str, **more: Any) -> Item:
        typed = self._typed
        is_here = typed is not None and typed.block == block and not typed.comment
        anchor = f"blok-{block or WHOLE_ANCHOR}"
        return Item(
            anchor=anchor,
            block=block,
            heading=heading,
            said=self._said.get(block, []),
            typed=typed if is_here else None,
            is_saved=self._saved == anchor,
            **more,
        )

    def _one(self, one: Comment) -> Said:
        typed = self._typed if self._typed and self._typed.comment == str(one.pk) else None
        is_open = one.weighing == Comment.Weighing.OPEN
        answer = "" if is_open else one.get_weighing_display()
        if one.response:
            answer = f"{answer}. {one.response}"
        return Said(
            pk=one.pk,
            text=one.text,
            revision=one.revision,
            said_on=one.said_on,
            may_change=is_open and not self._is_done,
            answer=answer,
            typed=typed,
        )


def _count(many: int) -> str:
    if not many:
        return "U heeft nog niets opgeschreven."
    return f"U gaf {many} {'reactie' if many == 1 else 'reacties'}."
