"""What the API says about the texts of a picture."""

from datetime import datetime

from ninja import Field, Schema

from integraal.policy.picture.writing.rules import LONGEST


class TextOut(Schema):
    """One text as it is saved, and as it reads.

    ``theme`` is "heel" for a text about the picture as a whole. ``plain`` holds the figures as
    words; ``problems`` says which figures in it cannot be shown, and why.
    """

    theme: str
    part: str
    text: str
    plain: str
    problems: list[str]
    revision: int
    written_at: datetime | None = None


class TextIn(Schema):
    """A new text, with the revision it builds on."""

    text: str = Field(max_length=LONGEST)
    base_revision: int = Field(ge=0, le=2_000_000_000)


class TextFigure(Schema):
    """A figure that can be put into a text: write ``token``, and it reads as ``reads``."""

    theme: str
    indicator: str
    name: str
    token: str
    reads: str
    what: str


class LackingOut(Schema):
    """Something that is not there yet; ``theme`` is "heel" for the picture as a whole."""

    say: str
    theme: str
    part: str


class CheckOut(Schema):
    """A check: what should be so, why it matters and who says so, and what is lacking.

    ``state`` is "done", "todo" or "advice". Only the check ``resolved`` stops a proposal.
    """

    code: str
    sentence: str
    why: str
    source: str
    state: str
    lacking: list[LackingOut]
