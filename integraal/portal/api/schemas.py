"""What the API takes and gives."""

import uuid
from datetime import date
from typing import Any

from ninja import Field, Schema


class Problem(Schema):
    """Why a request was not done, in a sentence."""

    detail: str


class Invalid(Schema):
    """Which parts of a request are missing or not of the right kind."""

    detail: list[dict[str, Any]]


class PictureLine(Schema):
    """A version of a safety picture (veiligheidsbeeld), without its content."""

    id: uuid.UUID
    title: str
    year: int
    version: int
    state: str
    adopted_on: date | None = None
    fingerprint: str


class PictureContent(PictureLine):
    """A version with its content: live in a draft, frozen once adopted."""

    content: dict[str, Any]


class ThemeTextOut(Schema):
    """The text of one theme as it is saved."""

    theme: str
    text: str
    revision: int


class ThemeTextIn(Schema):
    """A new text, with the revision it builds on."""

    text: str = Field(max_length=40_000)
    base_revision: int = Field(ge=0, le=2_000_000_000)


class Start(Schema):
    """The year of a new picture."""

    year: int = Field(ge=0, le=9999)


class Adoption(Schema):
    """The decision by which a picture is adopted."""

    on: date
    number: str = Field("", max_length=60)


class SendBack(Schema):
    """Why a proposal goes back to its writer."""

    reason: str = Field(max_length=4000)


class FigureOut(Schema):
    """One count with where it comes from."""

    indicator: str
    area: str
    area_code: str
    period: str
    value: int | None
    status: str
    provisional: bool
    rounded_to: int
    snapshot_sha256: str
    line: int


class FigurePage(Schema):
    """One page of figures."""

    items: list[FigureOut]
    count: int
    next_offset: int | None


class LoadedOut(Schema):
    """What loading a file did."""

    snapshot: uuid.UUID
    added: int
    revised: int
    same: int


class EventOut(Schema):
    """One event of the trail: identifiers and a verb."""

    id: uuid.UUID
    verb: str
    actor: uuid.UUID | None
    through: str
    subject_kind: str
    subject: uuid.UUID | None
    at: str | None


class EventPage(Schema):
    """One page of events, newest first."""

    items: list[EventOut]
    next_offset: int | None
