"""What a page hands to the component tags. Pure: a presenter builds these, a template shows them.

A figure cannot be made without its source, nor a key figure without its margin: what would
mislead on its own does not exist on its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from integraal.foundation.ui.charts.area_map import AreaMap
from integraal.foundation.ui.charts.capacity import Capacity
from integraal.foundation.ui.charts.course import Course
from integraal.foundation.ui.charts.funnel import Funnel
from integraal.foundation.ui.charts.months import Months
from integraal.foundation.ui.charts.spark import Spark
from integraal.foundation.ui.charts.spending import Spending
from integraal.foundation.ui.charts.stacks import Stacks
from integraal.foundation.ui.charts.strip import Strip
from integraal.foundation.ui.drawings import drawer_of
from integraal.foundation.ui.tables import Table

VerdictKind = Literal["good", "bad", "flat", "few", "watch", "alarm"]
VERDICT_ICONS = {"flat": "wave", "few": "dots", "watch": "eye", "alarm": "alert"}


@dataclass(frozen=True)
class Verdict:
    """A badge. kind: good or bad is favourable or not. direction: "up" or "down".

    text: one of the closed list of words; a verdict good or bad needs a direction.
    """

    kind: VerdictKind
    text: str
    direction: Literal["", "up", "down"] = ""

    def __post_init__(self) -> None:
        if self.kind not in ("good", "bad", *VERDICT_ICONS):
            raise ValueError(f"unknown verdict kind: {self.kind!r}")
        if self.kind in ("good", "bad") and self.direction not in ("up", "down"):
            raise ValueError(f"verdict {self.text!r} needs a direction: up or down")

    @property
    def icon(self) -> str:
        """Name of the icon: the arrow is the direction, not whether it is favourable."""
        return self.direction or VERDICT_ICONS[self.kind]


@dataclass(frozen=True)
class KeyFigure:
    """A key figure. value: as shown ("125"). rate: "10,2 per 1.000 inwoners".

    margin: "95 %-marge: 104 tot 149". say: the sentence. source: who and when.
    """

    name: str
    value: str
    margin: str
    source: str
    verdict: Verdict
    say: str
    rate: str = ""
    strip: Strip | None = None
    url: str = ""

    def __post_init__(self) -> None:
        if not self.margin or not self.source:
            raise ValueError(f"key figure {self.name!r} needs a margin and a source")


@dataclass(frozen=True)
class Finding:
    """One thing that stands out: verdict, subject, sentence, source with a link."""

    verdict: Verdict
    subject: str
    say: str
    source: str
    url: str
    link_text: str = "Bekijk het thema"
    spark: Spark | None = None


@dataclass(frozen=True)
class Figure:
    """A chart that says what it shows, with its table twin.

    title: the conclusion as a sentence. uid: unique in the page (letters, digits, hyphens).
    chart: a specification from ui.charts, never ready-made SVG. source: who, which, when.
    twin: the same data as a table; None makes it from the chart (a map has no numbers of its own
    and so needs one). beside: shows the table next to the drawing instead of folded below it.
    """

    uid: str
    title: str
    subtitle: str
    chart: Course | Months | Funnel | AreaMap | Capacity | Stacks | Spending
    source: str
    twin: Table | None = None
    caveat: str = ""
    beside: bool = False

    def __post_init__(self) -> None:
        if not self.source:
            raise ValueError(f"figure {self.title!r} needs a source")
        if self.twin is None and drawer_of(self.chart).twin is None:
            raise ValueError(f"figure {self.title!r} needs a table twin")


@dataclass(frozen=True)
class AgendaItem:
    """Something to do before a day; late: in words ("3 dagen te laat."), empty when in time."""

    day: date
    title: str
    url: str
    say: str = ""
    late: str = ""


@dataclass(frozen=True)
class Chip:
    """One choice in a row of pages or filters."""

    label: str
    url: str
    is_current: bool = False


@dataclass(frozen=True)
class Deed:
    """One line of a history: who did what, when. detail: a sentence more; url: to what."""

    at: datetime
    who: str
    what: str
    detail: str = ""
    url: str = ""


TriadState = Literal["ok", "attention", "blocked", "none"]
TRIAD_WORDS: dict[str, str] = {
    "ok": "op schema",
    "attention": "aandacht nodig",
    "blocked": "knelpunt",
    "none": "geen gegevens",
}


@dataclass(frozen=True)
class LoopStep:
    """A step on the home loop. phase: "done", "now" or "next"; say: its state in words."""

    number: int
    name: str
    url: str
    say: str
    phase: Literal["done", "now", "next"]


@dataclass(frozen=True)
class Check:
    """A line of a checklist: state "done", "todo" or "missing"."""

    text: str
    state: Literal["done", "todo", "missing"] = "done"


@dataclass(frozen=True)
class LongWork:
    """Work that runs on its own. done and total: steps (total 0: not known); say: what happens now.

    state: "running", "finished" or "failed"; url: where the result is.
    """

    title: str
    say: str
    done: int
    total: int
    state: Literal["running", "finished", "failed"] = "running"
    url: str = ""
    link_text: str = "Bekijk het resultaat"
    problems: tuple[str, ...] = field(default=())


@dataclass(frozen=True)
class OtherText:
    """The text that somebody else saved while this one was being written."""

    text: str
    by: str
    at: str
    revision: int | str
