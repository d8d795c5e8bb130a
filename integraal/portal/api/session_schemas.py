"""What the API takes and gives of a session that is held."""

import uuid
from datetime import datetime
from typing import Any

from ninja import Field, Schema


class ProgressOut(Schema):
    """How a session stands; never a score."""

    join_code: str
    stage: str
    number: int
    ends_at: datetime | None
    present: int
    done: int


class WhoIn(Schema):
    """Somebody who takes part on paper."""

    name: str = Field(min_length=1, max_length=120)
    group: str
    organisation: str = Field("", max_length=120)


class ParticipantOut(Schema):
    """Somebody who takes part; what they score is nowhere in the API."""

    id: uuid.UUID
    name: str
    group: str
    organisation: str
    on_paper: bool


class NewPlaceOut(ParticipantOut):
    """A participant with a fresh personal address, which is given once."""

    address: str


class RoundIn(Schema):
    """The minutes on the clock; without minutes there is no clock."""

    minutes: int | None = Field(None, ge=1, le=180)


class MinutesIn(Schema):
    """Minutes that come on the clock."""

    minutes: int = Field(1, ge=1, le=180)


class RoundOut(Schema):
    """A round of scoring."""

    number: int
    opened_at: datetime
    ends_at: datetime | None
    closed_at: datetime | None


class BallotIn(Schema):
    """Marks per theme and criterion (or "dots"), points per criterion.

    What is left out stays as it was; null takes a mark away.
    """

    marks: dict[str, dict[str, int | None]] = Field(default_factory=dict)
    points: dict[str, int | None] = Field(default_factory=dict)
    done: bool = False


class BallotOut(Schema):
    """One's own ballot as it is kept."""

    stage: str
    themes: list[str]
    criteria: list[str]
    marks: dict[str, Any]
    points: dict[str, Any]
    done: bool
    revision: int


class SheetOut(Schema):
    """That a sheet is kept; what stands on it is hidden until the round closes."""

    participant: uuid.UUID
    done: bool


class ConversationTextIn(Schema):
    """A text with the revision of the session that its writer saw."""

    text: str = Field(max_length=20_000)
    base_revision: int = Field(ge=0)


class TextSavedOut(Schema):
    """The revision of the session after saving."""

    revision: int


class ThemeResultOut(Schema):
    """One theme in a closed round. ``scores`` are there only when there are five or more."""

    theme: str
    place: int | None
    n: int
    mean: float | None
    median: float | None
    spread: float | None
    means: dict[str, float | None]
    in_top: float | None
    scores: list[float]
    groups: dict[str, dict[str, float]]


class RoundResultOut(Schema):
    """What a closed round says; groups of fewer than five are not told apart."""

    number: int
    n: int
    groups: dict[str, int]
    weights: dict[str, float]
    themes: list[ThemeResultOut]
    top: int
    is_firm: bool | None
    firmness: str
    agreement: str
