"""What the API says about programmes and their measures."""

import uuid
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from ninja import Field, Schema

from integraal.policy.programme.rules import LONGEST_TEXT, LONGEST_TITLE

MOST_REVISIONS = 2_000_000_000


class ProgrammeLine(Schema):
    """A version of a programme (uitvoeringsprogramma), without its content."""

    id: uuid.UUID
    title: str
    first_year: int
    last_year: int
    version: int
    state: str
    plan_id: uuid.UUID | None = None
    follows_id: uuid.UUID | None = None
    capacity: dict[str, str]
    rhythm: int
    adopted_on: date | None = None
    adopting_body: str
    decision_number: str
    council_told_on: date | None = None
    returned_reason: str
    fingerprint: str


class ProgrammeContent(ProgrammeLine):
    """A version with its content: live in a draft, frozen once adopted."""

    content: dict[str, Any]


class ProgrammeStart(Schema):
    """The years of a new programme, and the plan or the programme it comes from."""

    first_year: int = Field(ge=2002, le=2200)
    last_year: int = Field(ge=2002, le=2200)
    title: str = Field("", max_length=120)
    plan: uuid.UUID | None = None
    follows: uuid.UUID | None = None


class ProgrammeSentBackIn(Schema):
    reason: str = Field(max_length=LONGEST_TEXT)


class AdoptionIn(Schema):
    """By whom a proposal was adopted, when, and under which number."""

    body: str = Field("college", max_length=60)
    decided_on: date
    number: str = Field("", max_length=60)


class ToldOn(Schema):
    told_on: date


class ProgrammeLackingOut(Schema):
    """A rule and what it finds lacking; ``measure`` is the key of the measure it is about."""

    rule: str
    sentence: str
    blocks: bool
    say: str
    measure: str


class MeasureChangeOut(Schema):
    """A measure that differs between two versions, part by part."""

    key: str
    section: str
    name: str
    what: str
    parts: list[dict[str, str]]


class MeasurePartnerIn(Schema):
    """An organisation that takes part, with its role."""

    organisation: uuid.UUID
    role: str = Field("", max_length=120)


class MilestoneIn(Schema):
    """A milestone; its key is left out when it is new."""

    key: uuid.UUID | None = None
    title: str = Field(min_length=1, max_length=200)
    day: date


class MeasureFields(Schema):
    """The fields of a measure; what is left out stays as it is."""

    title: str = Field("", max_length=LONGEST_TITLE)
    theme: str = Field("", max_length=40)
    goal: uuid.UUID | None = None
    owner: uuid.UUID | None = None
    deputy: uuid.UUID | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    text: str = Field("", max_length=LONGEST_TEXT)
    item: str = Field("", max_length=200)
    kind: str = Field("", max_length=12)
    area: uuid.UUID | None = None
    budget: str = Field("", max_length=20, description="euro, such as 1250.50; empty is none")
    money_source: str = Field("", max_length=120)
    hours: dict[str, str] = Field(default_factory=dict)
    output: str = Field("", max_length=200)
    output_target: dict[str, str] = Field(default_factory=dict)
    outcome: str = Field("", max_length=80)
    outcome_target: dict[str, str] = Field(default_factory=dict)
    risk: str = Field("", max_length=LONGEST_TEXT)
    decision: str = Field("", max_length=300)
    needs: list[uuid.UUID] = Field(default_factory=list, max_length=100)


class MeasureIn(MeasureFields):
    """A new measure; a title and a theme are enough."""


class MeasuresIn(Schema):
    """Several measures at once: all of them are made, or none."""

    measures: list[MeasureIn] = Field(max_length=200)


class MeasureChangeIn(MeasureFields):
    """Fields to change, and the revision this builds on; partners and milestones as a whole."""

    base_revision: int = Field(ge=1, le=MOST_REVISIONS)
    partners: list[MeasurePartnerIn] | None = None
    milestones: list[MilestoneIn] | None = None


class PutBackIn(Schema):
    """The stand to put back, and the revision this builds on."""

    revision: int = Field(ge=1, le=MOST_REVISIONS)
    base_revision: int = Field(ge=1, le=MOST_REVISIONS)


class MeasureOut(Schema):
    """A measure as promised, and how it stands by what was said of it last."""

    key: uuid.UUID
    carried_from: uuid.UUID | None
    order: int
    title: str
    theme: str
    goal: uuid.UUID | None
    owner: uuid.UUID | None
    deputy: uuid.UUID | None
    starts_on: date | None
    ends_on: date | None
    text: str
    item: str
    kind: str
    area: uuid.UUID | None
    budget: Decimal | None
    money_source: str
    hours: dict[str, str]
    output: str
    output_target: dict[str, str]
    outcome: str
    outcome_target: dict[str, str]
    risk: str
    decision: str
    needs: list[uuid.UUID]
    partners: list[dict[str, str]]
    milestones: list[dict[str, str]]
    revision: int
    written_at: datetime
    status: str
    stand: str
    updated_on: date | None


class EarlierMeasureOut(Schema):
    """A measure as it stood before somebody went on with it."""

    measure: uuid.UUID
    revision: int
    content: dict[str, Any]
    written_at: datetime
