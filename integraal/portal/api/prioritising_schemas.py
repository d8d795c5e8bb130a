"""What the API takes and gives about prioritisation sessions."""

import uuid
from datetime import date
from typing import Annotated, Any, Literal

from ninja import Field, Schema

Revision = Annotated[int, Field(ge=0, le=2_000_000_000)]
Line = Annotated[str, Field(max_length=200)]
Text = Annotated[str, Field(max_length=20_000)]
Outcome = Literal["priority", "not", "elsewhere"]
Body = Literal["police", "prosecution", "region", "neighbour", "country"]


class SessionLine(Schema):
    """A version of a prioritisation session, without its content."""

    id: uuid.UUID
    title: str
    version: int
    state: str
    held_on: date | None = None
    place: str
    chair: str
    revision: int
    picture: uuid.UUID = Field(alias="picture_id")
    adopted_on: date | None = None
    fingerprint: str


class SessionContent(SessionLine):
    """A session with the content of its minutes: live in a draft, frozen once signed."""

    content: dict[str, Any]


class SessionStart(Schema):
    """The adopted picture a session rests on, and its title and day when they are known."""

    picture: uuid.UUID
    title: str = Field("", max_length=120)
    held_on: date | None = None


class SettingsIn(Schema):
    """How a session is held, with the revision it builds on."""

    title: str = Field(max_length=120)
    held_on: date | None = None
    place: str = Field("", max_length=120)
    chair: str = Field("", max_length=120)
    scale: Literal["marks", "dots"] = "marks"
    dots: int = Field(5, ge=1, le=20)
    asks_weights: bool = False
    top: int = Field(3, ge=1, le=10)
    base_revision: Revision


class CriterionIn(Schema):
    """A criterion: one that is offered, by its code, or one of its own by name and question."""

    code: str = Field("", max_length=40)
    name: str = Field("", max_length=80)
    question: str = Field("", max_length=200)


class CriterionOut(Schema):
    """A criterion of a session."""

    id: uuid.UUID
    order: int
    code: str
    name: str
    question: str


class CandidateIn(Schema):
    """A theme under the name it has in this session."""

    name: str = Field(max_length=120)
    short_name: str = Field("", max_length=60)


class CandidateOut(Schema):
    """A theme that is weighed; ``theme`` is its code in the picture."""

    id: uuid.UUID
    order: int
    code: str
    name: str
    short_name: str
    theme: str


class Place(Schema):
    """Which way a row moves."""

    up: bool


class DecisionIn(Schema):
    """What is decided about a theme, with the revision it builds on (0: there was none)."""

    outcome: Outcome
    place: int | None = Field(None, ge=1, le=20)
    reason: Text = ""
    dissent: Text = ""
    document: Line = ""
    link: str = Field("", max_length=500)
    base_revision: Revision = 0


class DecisionOut(Schema):
    """What was decided about a theme."""

    outcome: str
    place: int | None = None
    reason: str
    dissent: str
    document: str
    link: str
    revision: int


class ThemeOut(Schema):
    """A theme with its decision; the outcome is empty when nothing is decided."""

    code: str
    name: str
    short_name: str
    theme: str
    outcome: str
    place: int | None = None
    reason: str
    dissent: str
    document: str
    link: str


class OtherIn(Schema):
    """A priority of another body; ``theme`` is the code of the theme it matches, or empty."""

    body: Body
    whose: str = Field("", max_length=120)
    priority: Line
    source: Line = ""
    source_date: str = Field("", max_length=20)
    link: str = Field("", max_length=500)
    reason: Text = ""
    theme: str = Field("", max_length=40)


class OtherChange(OtherIn):
    """A priority of another body as it becomes, with the revision it builds on."""

    base_revision: Revision


class OtherOut(Schema):
    """A priority of another body as it is kept."""

    id: uuid.UUID
    body: str
    whose: str
    priority: str
    source: str
    source_date: str
    link: str
    reason: str
    revision: int


class MatchOut(Schema):
    """A priority of another body beside the choice of the municipality."""

    whose: str
    priority: str
    source: str
    theme: str
    outcome: str
    agrees: bool | None = None
    reason: str


class OthersOut(Schema):
    """The priorities of others, and which of them the municipality shares."""

    say: str
    others: list[OtherOut]
    matches: list[MatchOut]


class WarningOut(Schema):
    """A rule with what is lacking; it advises and stops nothing."""

    code: str
    sentence: str
    why: str
    lacking: list[str]


class CountedRoundOut(Schema):
    """A closed round, counted; numbers are text as they are shown."""

    number: int
    closed_on: str
    n: int
    groups: list[dict[str, Any]]
    weights: list[dict[str, Any]]
    sentences: list[str]
    rows: list[dict[str, Any]]


class FactSheetOut(Schema):
    """The fact sheet of a theme, as the page and the PDF show it."""

    code: str
    name: str
    lead: str
    counted: list[dict[str, Any]]
    asked: list[dict[str, Any]]
    more: int
    signals: list[dict[str, Any]]
    texts: list[dict[str, Any]]
    others: list[dict[str, Any]]
    sources: list[str]


class SignIn(Schema):
    """The day of the signature, and a number when there is one."""

    on: date
    number: str = Field("", max_length=60)
