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
    first_year: int
    year: int
    version: int
    state: str
    adopted_on: date | None = None
    fingerprint: str


class PictureContent(PictureLine):
    """A version with its content: live in a draft, frozen once adopted.

    ``changes`` is what a source revised in the figures of a draft, until its writer has seen it.
    """

    content: dict[str, Any]
    changes: list[dict[str, Any]]


class Start(Schema):
    """The period of a new picture: the year that is judged, and where its courses begin."""

    year: int = Field(ge=0, le=9999)
    first_year: int | None = Field(default=None, ge=0, le=9999)


class Adoption(Schema):
    """The decision by which a picture is adopted."""

    on: date
    number: str = Field("", max_length=60)


class SendBack(Schema):
    """Why a proposal goes back to its writer."""

    reason: str = Field(max_length=4000)


class FigureOut(Schema):
    """One value with where it comes from; without a value ``status`` says why."""

    measure: str
    indicator: str | None
    area: str
    area_id: uuid.UUID
    area_code: str
    area_code_year: int | None
    period: str
    value: int | float | None
    low: int | float | None
    high: int | float | None
    sample: int | None
    status: str
    provisional: bool
    incomplete: bool
    rounded_to: int
    source: str
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


class ClassOut(Schema):
    """A class that an indicator counts, with the incident codes of the police behind it."""

    code: str
    label: str
    incidents: list[str]


class BreakOut(Schema):
    """From this period on was counted in another way."""

    period: str
    text: str


class IndicatorOut(Schema):
    """What a figure means, as it holds for this municipality."""

    code: str
    name: str
    short_name: str
    theme: str | None
    field: str | None
    kind: str
    measures: list[str]
    classes: list[ClassOut]
    older_measures: list[str]
    older_fit: str | None
    denominator: str | None
    unit: str
    per: int
    aim: str
    why_it_matters: str
    caveats: list[str]
    breaks: list[BreakOut]
    baseline_excludes: list[int]
    newest_period: str | None
    version: str
    status: str


class WithheldOut(Schema):
    """What a publisher hides by rule, and why."""

    classes: list[str]
    levels: list[str]
    reason: str


class SourceOut(Schema):
    """A source with its licence and how fresh it is here."""

    code: str
    publisher: str
    table: str
    title: str
    url: str
    licence: str
    credit: str
    class_list: str
    levels: list[str]
    frequency: list[str]
    rounded_to: int
    incomplete_months: int
    caveats: list[str]
    withheld: list[WithheldOut]
    fetched_on: date | None
    freshness: str
    newest_period: str | None


class VintageOut(Schema):
    """A national table as it was fetched once."""

    vintage: int
    title: str
    origin: str
    released: str
    division_year: int | None
    accessed_on: date
    sha256: str
    size: int
    rows: int
    first_period: str
    last_period: str


class VerdictOut(Schema):
    """What may be said of a year against the year before: one of the closed list."""

    area: str
    before: str
    period: str
    verdict: str
    sentence: str
    comparisons: int


class ExplorerOut(Schema):
    """A view of the explorer; numbers are text with a decimal point, as they are shown."""

    query: str
    indicator: str | None
    version: str | None
    rows: list[dict[str, str | None]]
    verdicts: list[VerdictOut]
    funnel: dict[str, str | int | None] | None
    families: list[str]
    reconciliations: list[str]
    caveats: list[str]
    breaks: list[BreakOut]
    left_out_of_means: list[dict[str, str]]
    notes: list[str]
    problems: list[str]


class MonthRoundOut(Schema):
    """A monthly round: families of comparisons per month, and the verdicts."""

    id: uuid.UUID
    made_at: str
    last_month: str
    last_judged: str
    families: dict[str, dict[str, int]]
    rules: list[str]
    fingerprint: str
    verdicts: list[dict[str, str | int | None]]


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
