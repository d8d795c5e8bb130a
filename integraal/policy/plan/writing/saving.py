"""Saving a block, by the editor's script or by an ordinary form."""

import uuid
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
from integraal.policy.plan.kinds import BY_CODE, Kind
from integraal.policy.plan.models import Block, Plan
from integraal.policy.plan.refusals import Conflict, PlanRefused
from integraal.policy.plan.writing.actions import write_block
from integraal.policy.plan.writing.detail_words import detail_words
from integraal.policy.plan.writing.forms import BlockForm, values_of


@dataclass(frozen=True)
class Saved:
    """A block that is saved now; ``removed`` characters that nobody sees were taken out."""

    block: Block
    form: BlockForm
    removed: int

    @property
    def words(self) -> str:
        """What the writer is told."""
        return just_saved_words(self.block, self.removed)


@dataclass(frozen=True)
class Refused:
    """What was sent and is not saved, whole, with the reason.

    Attributes:
        form: as it was sent, with its errors.
        error: a sentence; empty with ``current``.
        current: the block as somebody else saved it meanwhile.
    """

    key: uuid.UUID
    form: BlockForm
    base_revision: int
    error: str = ""
    current: Block | None = None

    @property
    def other(self) -> OtherText | None:
        """What somebody else made of it, as one text."""
        if self.current is None:
            return None
        one = self.current
        text = as_one_text(one.title, one.text, one.details, BY_CODE[one.kind])
        return others_text(one, text)


def save(by: Actor, plan: Plan, block: Block, data: QueryDict) -> Saved | Refused:
    """Save what an editor sent.

    Raises:
        NotAllowed: the plan is no draft, or the actor does not write plans.
    """
    form = BlockForm(BY_CODE[block.kind], f"blok-{block.key}", data)
    revision = number_sent(data.get("base_revision", ""))
    if revision is None:
        return Refused(block.key, form, block.revision, error=INCOMPLETE)
    if not form.is_valid():
        return Refused(block.key, form, revision, error=first_error(form))
    try:
        saved = write_block(
            by=by,
            plan=plan,
            key=block.key,
            base_revision=revision,
            title=form.title if "title" in form.fields else None,
            text=form.text,
            details=form.details(),
        )
    except Conflict as conflict:
        return Refused(block.key, form, conflict.current.revision, current=conflict.current)
    except PlanRefused as refusal:
        return Refused(block.key, form, revision, error=str(refusal))
    return Saved(saved, form, sum(controls_in(value) for value in form.sent().values()))


def first_error(form: BlockForm) -> str:
    """Return the first sentence that is wrong about a form."""
    return str(next(iter(next(iter(form.errors.values())))))


def as_one_text(title: str, text: str, details: dict[str, str], kind: Kind) -> str:
    """Return everything in a block as one text: with labels, unless it is a text alone."""
    if not kind.title and not kind.fields:
        return text
    lines = [(kind.title, title), (kind.text, text)]
    lines += [(one.name, detail_words(one, details.get(one.code, ""))) for one in kind.fields]
    return "\n\n".join(f"{label}: {value}" for label, value in lines if value)


def fields_of(block: Block, form: BlockForm) -> dict[str, str]:
    """Return what stands in a block under each name of its form."""
    values = values_of(block.title, block.text, block.details)
    return {name: values.get(name, "") for name in form.fields}
