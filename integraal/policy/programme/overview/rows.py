"""One row of the table of measures, as it is shown."""

import functools
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from integraal.foundation.ui.charts import planning_bar
from integraal.foundation.ui.charts.planning_bar import PlanningBar
from integraal.foundation.ui.components import TRIAD_WORDS
from integraal.foundation.ui.dutch import MONTHS, listed, number
from integraal.policy.programme.models import Measure, Programme
from integraal.policy.programme.overview.lines import Line, is_running
from integraal.policy.programme.quarters import in_words, quarter_of
from integraal.policy.programme.queries import measures
from integraal.policy.programme.standing import TRIAD, Said


@dataclass(frozen=True)
class Row:
    """What ``programme/measure_row.html`` shows.

    Attributes:
        when: the planning in words.
        updated, is_late: when something was said last, and whether that is worth a mark.
        edit_url: the address of the row as a form; empty for who only reads.
    """

    line: Line
    anchor: str
    url: str
    kind: str
    partners: str
    bar: SafeString
    when: str
    triad: SafeString
    hours: str
    updated: str
    is_late: bool
    edit_url: str


def rows_of(programme: Programme, lines: Sequence[Line], *, may_change: bool) -> list[Row]:
    """Return the rows of some lines, with their partners and milestones read at once."""
    whole = measures(programme).filter(key__in=[one.key for one in lines])
    found = {one.key: one for one in whole}
    return [row_of(programme, one, found[one.key], may_change=may_change) for one in lines]


def row_of(programme: Programme, line: Line, measure: Measure, *, may_change: bool) -> Row:
    """Return the row of one measure."""
    updated, is_late = _updated(line, is_running(programme))
    names = [one.organisation.name for one in measure.partners.all()]
    place = (programme.pk, line.key)
    return Row(
        line=line,
        anchor=anchor_of(line.key),
        url=reverse("measure", args=place),
        kind=Measure.Kind(line.kind).label if line.kind else "",
        partners=listed(names) if names else "",
        bar=_bar(programme, line, tuple(one.day for one in measure.milestones.all())),
        when=when_words(line.starts_on, line.ends_on),
        triad=triad_of(line.said),
        hours=_hours(line),
        updated=updated,
        is_late=is_late,
        edit_url=reverse("measure-row", args=place) if may_change else "",
    )


def anchor_of(key: uuid.UUID) -> str:
    """Return the name of the place of a measure in the table."""
    return f"rij-{key}"


def when_words(starts_on: date | None, ends_on: date | None) -> str:
    """Return from which quarter to which one; empty when there is no planning."""
    begin = in_words(quarter_of(starts_on)) if starts_on else ""
    end = in_words(quarter_of(ends_on)) if ends_on else ""
    if begin and end:
        return begin if begin == end else f"{begin} tot en met {end}"
    if begin:
        return f"vanaf het {begin}"
    return f"tot en met het {end}" if end else ""


def short_day(value: date, today: date) -> str:
    """Return a day as in "12 mrt", with its year when that is another one."""
    name = MONTHS[value.month - 1]
    month = {"maart": "mrt"}.get(name, name[:3])
    return f"{value.day} {month}" + (f" {value.year}" if value.year != today.year else "")


def triad_of(said: Said) -> SafeString:
    """Return the three lights of a measure."""
    return _triad(*(TRIAD[one] for one in said.lights))


@functools.cache
def _triad(quality: str, time: str, money: str) -> SafeString:
    states = zip(("kwaliteit", "tijd", "geld"), (quality, time, money), strict=True)
    lights = [(name, state, TRIAD_WORDS[state]) for name, state in states]
    return render_to_string("ui/components/triad.html", {"lights": lights})


def _bar(programme: Programme, line: Line, milestones: tuple[date, ...]) -> SafeString:
    today = timezone.localdate()
    passed = {"done": line.ends_on or date(programme.last_year, 12, 31), "running": today}
    spec = PlanningBar(
        programme.first_year, programme.last_year, today, line.starts_on, line.ends_on,
        passed.get(line.said.status), milestones,
    )  # fmt: skip
    return mark_safe(planning_bar.draw(spec))


def _hours(line: Line) -> str:
    if line.hours_spent is None:
        return f"{number(line.hours)} gepland" if line.hours else ""
    if not line.hours:
        return f"{number(line.hours_spent)} gemaakt"
    return f"{number(line.hours_spent)} van {number(line.hours)}"


def _updated(line: Line, is_asked: bool) -> tuple[str, bool]:
    if line.said.status == "done":
        return "afgerond", False
    if line.said.on:
        return short_day(line.said.on, timezone.localdate()), line.is_silent
    return "nooit", is_asked
