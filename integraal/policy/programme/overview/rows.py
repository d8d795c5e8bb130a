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
from integraal.policy.programme.standing import TRIAD, Said

_ANY = uuid.UUID(int=0)


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
    partners, milestones = _partners_and_milestones(programme, [one.key for one in lines])
    first = _place(programme, may_change=may_change)
    return [
        _row(programme, one, partners.get(one.key, []), milestones.get(one.key, []), *first)
        for one in lines
    ]


def _partners_and_milestones(
    programme: Programme, keys: Sequence[uuid.UUID]
) -> tuple[dict[uuid.UUID, list[str]], dict[uuid.UUID, list[date]]]:
    """Return the names of partners and the days of milestones by measure, from one query."""
    rows = Measure.objects.filter(programme=programme, key__in=keys)
    pairs = rows.order_by("partners__organisation__name", "milestones__day")
    partners: dict[uuid.UUID, dict[str, None]] = {}
    milestones: dict[uuid.UUID, dict[date, None]] = {}
    for key, name, day in pairs.values_list(
        "key", "partners__organisation__name", "milestones__day"
    ):
        if name:
            partners.setdefault(key, {})[name] = None
        if day:
            milestones.setdefault(key, {})[day] = None
    return (
        {key: list(names) for key, names in partners.items()},
        {key: sorted(days) for key, days in milestones.items()},
    )


def _place(programme: Programme, *, may_change: bool) -> tuple[str, str]:
    """Return the addresses of a measure and of its row with a mark for the key: looked up once."""
    place = (programme.pk, _ANY)
    edit = reverse("measure-row", args=place) if may_change else ""
    return reverse("measure", args=place), edit


def _row(
    programme: Programme,
    line: Line,
    partners: list[str],
    milestones: list[date],
    url: str,
    edit_url: str,
) -> Row:
    updated, is_late = _updated(line, is_running(programme))
    return Row(
        line=line,
        anchor=anchor_of(line.key),
        url=url.replace(str(_ANY), str(line.key)),
        kind=Measure.Kind(line.kind).label if line.kind else "",
        partners=listed(partners) if partners else "",
        bar=_bar(programme, line, tuple(milestones)),
        when=when_words(line.starts_on, line.ends_on),
        triad=triad_of(line.said),
        hours=_hours(line),
        updated=updated,
        is_late=is_late,
        edit_url=edit_url.replace(str(_ANY), str(line.key)),
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
