"""The blocks of a page, each with an editor for who may write."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone

from integraal.foundation.ui.components import OtherText
from integraal.foundation.ui.dutch import clock
from integraal.policy.plan.content import block_json
from integraal.policy.plan.kinds import BY_CODE, GOAL, THEME, Kind
from integraal.policy.plan.models import Block, Plan
from integraal.policy.plan.queries import earlier_counts
from integraal.policy.plan.rules import LONGEST_TEXT
from integraal.policy.plan.writing.figures import Figures
from integraal.policy.plan.writing.forms import BlockForm, Choices, values_of
from integraal.policy.plan.writing.links import anchor
from integraal.policy.plan.writing.saving import Refused
from integraal.policy.plan.writing.showing import BlockShown, block_shown

Json = dict[str, Any]


@dataclass(frozen=True)
class Editor:
    """The form of one block that is there, with the deeds around it.

    Attributes:
        place, last: where it stands among those of its kind, and how many there are.
        earlier: how many earlier stands there are.
        error, other: of a save that was refused.
    """

    key: uuid.UUID
    form: BlockForm
    revision: int
    written_at: datetime
    place: int
    last: int
    earlier: int
    urls: dict[str, str]
    error: str = ""
    other: OtherText | None = None
    longest: int = LONGEST_TEXT

    @property
    def status_words(self) -> str:
        return "" if self.error else f"Bewaard om {clock(timezone.localtime(self.written_at))}"


@dataclass(frozen=True)
class BlockOnPage:
    """A block as it reads, and its editor for who may write."""

    shown: BlockShown
    editor: Editor | None = None

    @property
    def is_open(self) -> bool:
        """Whether its editor stands open: after a refusal, what was typed must be seen."""
        return self.editor is not None and bool(self.editor.error or self.editor.other)


@dataclass(frozen=True)
class Group:
    """The blocks of one kind, and the form that adds one where that is possible.

    Attributes:
        adds: the empty form, or as it was sent and refused.
        adds_open: whether that form stands open.
    """

    kind: Kind
    blocks: list[BlockOnPage] = field(default_factory=list)
    adds: BlockForm | None = None
    adds_open: bool = False
    longest: int = LONGEST_TEXT

    @property
    def is_folded(self) -> bool:
        """Whether it is folded: an empty one is, but for what makes a plan complete work."""
        is_wanted = self.kind is GOAL or not (self.kind.is_folded or self.kind.of_theme)
        return not (is_wanted or self.blocks or self.adds_open)


def read_groups(kinds: Iterable[Kind], blocks: Sequence[Json], content: Json) -> list[Group]:
    """Return the blocks that there are, for who only reads.

    Args:
        kinds: of the page, in order.
        blocks: of the page, as the content holds them.
        content: of the plan.
    """
    groups = [
        Group(kind, [_read(one, content) for one in blocks if one["kind"] == kind.code])
        for kind in kinds
    ]
    return [one for one in groups if one.blocks]


def _read(block: Json, content: Json) -> BlockOnPage:
    return BlockOnPage(block_shown(block, content))


@dataclass(frozen=True)
class Desk:
    """What every editor of a page needs: the plan with its figures, and what was refused."""

    plan: Plan
    content: Json
    figures: Figures
    theme: str
    refused: Refused | None = None
    adding: BlockForm | None = None

    def groups(self, kinds: Iterable[Kind], rows: Sequence[Block]) -> list[Group]:
        """Return every kind of the page with its editors and the form that adds one."""
        earlier = earlier_counts(self.plan, [one.key for one in rows])
        indicators = self.figures.choices(self.theme)
        groups = []
        for kind in kinds:
            of_kind = [one for one in rows if one.kind == kind.code]
            blocks = [
                BlockOnPage(
                    block_shown(block_json(one), self.content),
                    self._editor(one, place, len(of_kind), earlier.get(one.key, 0), indicators),
                )
                for place, one in enumerate(of_kind, start=1)
            ]
            groups.append(self._group(kind, blocks, indicators))
        return groups

    def _group(self, kind: Kind, blocks: list[BlockOnPage], indicators: Choices) -> Group:
        if kind is THEME or (blocks and not kind.is_many):
            return Group(kind, blocks)
        sent = self.adding if self.adding and self.adding.kind is kind else None
        empty = BlockForm(kind, f"nieuw-{kind.code}", indicators=indicators)
        return Group(kind, blocks, sent or empty, adds_open=sent is not None)

    def _editor(
        self, row: Block, place: int, last: int, earlier: int, indicators: Choices
    ) -> Editor:
        refused = self.refused if self.refused and self.refused.key == row.key else None
        values = values_of(row.title, row.text, row.details)
        form = BlockForm(
            BY_CODE[row.kind],
            anchor(row.key),
            refused.form.data if refused else None,
            values,
            indicators,
        )
        return Editor(
            key=row.key,
            form=form,
            revision=refused.base_revision if refused else row.revision,
            written_at=row.written_at,
            place=place,
            last=last,
            earlier=earlier,
            urls=_urls(self.plan.pk, row.key),
            error=refused.error if refused else "",
            other=refused.other if refused else None,
        )


def _urls(plan: uuid.UUID, key: uuid.UUID) -> dict[str, str]:
    names = {"save": "plan-block", "move": "plan-block-move", "remove": "plan-block-remove",
             "earlier": "plan-block-earlier"}  # fmt: skip
    return {deed: reverse(name, args=[plan, key]) for deed, name in names.items()}
