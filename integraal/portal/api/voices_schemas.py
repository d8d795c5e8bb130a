"""What the API takes and gives about the voices around the texts of a picture."""

import uuid
from datetime import date, datetime
from typing import Annotated, Literal

from ninja import Field, Schema

Revision = Annotated[int, Field(ge=0, le=2_000_000_000)]
Text = Annotated[str, Field(max_length=20_000)]
Line = Annotated[str, Field(max_length=120)]
Stand = Annotated[str, Field(max_length=64)]
Side = Literal["partner", "residents", "entrepreneurs", "staff"]
Reached = Literal["yes", "partly", "no", "unknown"]


class SaidIn(Schema):
    """What a partner or residents said; the source is an organisation or channel, no person."""

    side: Side
    source: Line
    function: Line = ""
    said_on: date
    text: Text


class ContributionIn(SaidIn):
    """A new contribution (inbreng) to a theme."""

    theme: str = Field(max_length=40)


class ContributionChange(SaidIn):
    """A contribution as it becomes, with the revision it builds on."""

    base_revision: Revision


class ContributionOut(Schema):
    """A contribution as it is kept; ``looks_like_a_person`` warns about its source."""

    id: uuid.UUID
    theme: str
    side: str
    source: str
    function: str
    said_on: date
    text: str
    revision: int
    looks_like_a_person: bool


class MatterIn(Schema):
    """What belongs to another department or policy; the link begins with https:// or http://."""

    subject: str = Field(max_length=200)
    text: Text
    went_to: Line
    referred_on: date
    document: str = Field("", max_length=200)
    link: str = Field("", max_length=200)


class ReferralIn(MatterIn):
    """A new referral (verwijzing), from a contribution or on its own."""

    contribution: uuid.UUID | None = None


class ReferralChange(MatterIn):
    """A referral as it becomes, with the stand it builds on."""

    stand: Stand


class AnswerIn(Schema):
    """What came back on a referral: by which department, not by which person."""

    answer: Text
    answered_on: date
    answered_by: Line
    stand: Stand


class ReferralOut(Schema):
    """A referral with its answer; ``days_open`` is null once it was answered."""

    id: uuid.UUID
    contribution: uuid.UUID | None
    came_from: str
    subject: str
    text: str
    went_to: str
    document: str
    link: str
    referred_on: date
    answer: str
    answered_on: date | None
    answered_by: str
    days_open: int | None
    stand: str


class PledgeIn(Schema):
    """A promise (belofte) of the previous plan, and what became of it."""

    promised: str = Field(max_length=2_000)
    reached: Reached = "unknown"
    outcome: Text = ""
    learnt: Text = ""
    theme: str = Field("", max_length=40)


class PledgeChange(PledgeIn):
    """A promise as it becomes, with the revision it builds on."""

    base_revision: Revision


class PromiseLines(Schema):
    """Several promises, one a line."""

    lines: str = Field(max_length=300_000)
    theme: str = Field("", max_length=40)


class PromiseMove(Schema):
    """One place up or down."""

    up: bool


class PromiseOut(Schema):
    """A promise as it is kept."""

    id: uuid.UUID
    order: int
    promised: str
    reached: str
    outcome: str
    learnt: str
    theme: str
    revision: int


class EvaluationOut(Schema):
    """The promises of the previous plan in order, and their count in words."""

    count: str
    promises: list[PromiseOut]


class RemarkIn(Schema):
    """A comment, a suggestion (quote and replacement) or an assignment (for whom, by when)."""

    kind: Literal["comment", "suggestion", "assignment"]
    theme: str = Field("", max_length=40)
    part: str = Field("", max_length=20)
    text: Text = ""
    quote: str = Field("", max_length=40_000)
    replacement: str = Field("", max_length=40_000)
    assigned_to: uuid.UUID | None = None
    due_on: date | None = None


class RemarkOut(Schema):
    """A remark (opmerking) and what came of it."""

    id: uuid.UUID
    kind: str
    theme: str
    part: str
    text: str
    quote: str
    replacement: str
    assigned_to: uuid.UUID | None = Field(None, alias="assigned_to_id")
    due_on: date | None
    outcome: str
    made_by: uuid.UUID | None = Field(None, alias="made_by_id")
    made_at: datetime
