"""What the API says about plans."""

import uuid
from datetime import date, datetime
from typing import Any

from ninja import Field, Schema

from integraal.policy.plan.rules import LONGEST_TEXT, LONGEST_TITLE

MOST_REVISIONS = 2_000_000_000


class PlanLine(Schema):
    """A version of a safety plan (integraal veiligheidsplan), without its content."""

    id: uuid.UUID
    title: str
    first_year: int
    last_year: int
    version: int
    state: str
    picture_id: uuid.UUID | None = None
    session_id: uuid.UUID | None = None
    adopted_on: date | None = None
    fingerprint: str


class PlanContent(PlanLine):
    """A version with its content: live in a draft, frozen once adopted."""

    content: dict[str, Any]


class PlanStart(Schema):
    """The term of a new plan, and what it rests on."""

    first_year: int = Field(ge=2002, le=2200)
    last_year: int = Field(ge=2002, le=2200)
    title: str = Field("", max_length=120)
    session: uuid.UUID | None = None
    picture: uuid.UUID | None = None


class BlockOut(Schema):
    """One block as it is saved, and as it reads.

    ``plain`` holds the figures as words; ``problems`` says which figures cannot be shown and why;
    ``hints`` is what there is to say about the numbers of a goal.
    """

    key: uuid.UUID
    kind: str
    theme: str
    order: int
    title: str
    text: str
    plain: str
    details: dict[str, str]
    problems: list[str]
    hints: list[str]
    revision: int
    written_at: datetime


class BlockIn(Schema):
    """A new block; ``theme`` is empty for one about the plan as a whole."""

    kind: str = Field(max_length=20)
    theme: str = Field("", max_length=40, pattern=r"^[-a-z0-9_]*$")
    title: str = Field("", max_length=LONGEST_TITLE)
    text: str = Field("", max_length=LONGEST_TEXT)
    details: dict[str, str] = {}


class BlockChange(Schema):
    """What a block becomes, with the revision it builds on; what is left out stays as it is."""

    base_revision: int = Field(ge=0, le=MOST_REVISIONS)
    title: str | None = Field(None, max_length=LONGEST_TITLE)
    text: str | None = Field(None, max_length=LONGEST_TEXT)
    details: dict[str, str] | None = None


class PlaceIn(Schema):
    """The place of a block among those of its kind, from 1."""

    to: int = Field(ge=1, le=10_000)


class EditionOut(Schema):
    """A fixed edition of a draft, without its content."""

    number: int
    purpose: str
    made_at: datetime
    fingerprint: str


class StandOut(Schema):
    """A stand of a plan that can be compared: its code and what it is."""

    code: str
    name: str


class PairOut(Schema):
    """A part of a block as it read before and after."""

    label: str
    before: str
    after: str


class ChangeOut(Schema):
    """A block that differs: "added", "removed", "changed" or "moved"."""

    key: uuid.UUID
    section: str
    kind: str
    name: str
    what: str
    is_moved: bool
    parts: list[PairOut]


class EarlierOut(Schema):
    """A block as it stood, with who wrote it by function."""

    revision: int
    title: str
    text: str
    details: dict[str, str]
    by: str
    written_at: datetime
