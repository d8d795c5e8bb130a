"""The parts of a plan that an amendment can be about, and what is there now."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from integraal.foundation.ui.dutch import begin_of
from integraal.policy.plan.consulting.register import block_words
from integraal.policy.plan.content import block_json
from integraal.policy.plan.kinds import BY_CODE, KINDS, THEME, Kind, kinds_of
from integraal.policy.plan.models import Block, Plan
from integraal.policy.plan.queries import block as block_of
from integraal.policy.plan.queries import blocks

Groups = list[tuple[str, list[tuple[str, str]]]]
_ORDER = {kind.code: place for place, kind in enumerate(KINDS)}
_NEW = "nieuw"


@dataclass(frozen=True)
class Part:
    """A block, or a kind of block that is added to a theme."""

    kind: Kind
    theme: str
    block: Block | None = None

    @property
    def name(self) -> str:
        if self.block is None:
            return f"Nieuw: {self.kind.name}"
        return block_words(block_json(self.block))

    @property
    def key(self) -> uuid.UUID | None:
        return self.block.key if self.block else None


def choices(plan: Plan) -> Groups:
    """Return the parts of a plan as grouped choices: its blocks, and what can be added."""
    found = blocks(plan)
    themes = sorted((one for one in found if one.kind == THEME.code), key=lambda one: one.order)
    groups = [("Het plan als geheel", _of(found, ""))]
    groups += [(theme.title, _of(found, theme.theme)) for theme in themes]
    return [(name, offered) for name, offered in groups if offered]


def part_of(plan: Plan, code: str) -> Part | None:
    """Return the part with a code of ``choices``, or ``None`` when there is none."""
    if code.startswith(f"{_NEW}:"):
        kind_code, _, theme = code.removeprefix(f"{_NEW}:").partition(":")
        kind = BY_CODE.get(kind_code)
        return Part(kind, theme) if kind and kind is not THEME else None
    try:
        key = uuid.UUID(code)
    except ValueError:
        return None
    found = block_of(plan, key)
    return Part(BY_CODE[found.kind], found.theme, found) if found else None


def _of(found: Sequence[Block], theme: str) -> list[tuple[str, str]]:
    here = sorted(
        (one for one in found if one.theme == theme), key=lambda one: (_ORDER[one.kind], one.order)
    )
    present = {one.kind for one in here}
    there = [(str(one.key), begin_of(block_words(block_json(one)), 120)) for one in here]
    more = [
        (f"{_NEW}:{kind.code}:{theme}", f"Nieuw: {kind.name}")
        for kind in kinds_of(theme)
        if kind.is_many or (kind is not THEME and kind.code not in present)
    ]
    return there + more
