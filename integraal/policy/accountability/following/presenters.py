"""What the pages of followed themes show: to read, whoever looks."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from integraal.foundation.audit.actors import Actor
from integraal.foundation.ui.dutch import begin_of, counted, day
from integraal.foundation.ui.tables import Column, Table
from integraal.knowledge.figures.definitions import themes
from integraal.policy.accountability.following.news import News, news
from integraal.policy.accountability.following.queries import Followed, followed, rows_of
from integraal.policy.monitoring.goals.presenters import goals_page
from integraal.policy.programme.models import Programme, Status
from integraal.policy.programme.overview.lines import Line, lines_of
from integraal.policy.programme.queries import current_programme
from integraal.policy.programme.standing import STANDS
from integraal.policy.programme.updating.queries import latest_updates

_DAYS, _MOST_SIGNS = 120, 140


@dataclass(frozen=True)
class ThemeChoice:
    """A theme to choose: whether it is followed, and what is new in it."""

    code: str
    name: str
    is_followed: bool
    words: str


@dataclass(frozen=True)
class FollowedPage:
    """What ``accountability/following.html`` shows."""

    choices: list[ThemeChoice]
    follows: int


@dataclass(frozen=True)
class NewsLine:
    """Something that happened, and whether it came since the reader looked last."""

    news: News
    is_new: bool


@dataclass(frozen=True)
class ThemePage:
    """What ``accountability/followed_theme.html`` shows."""

    code: str
    name: str
    description: str
    is_followed: bool
    seen_at: datetime | None
    lines: list[NewsLine]
    new: int
    programme: Programme | None
    summary: str
    goals: Table | None
    measures: Table | None


def followed_page(by: Actor) -> FollowedPage:
    """Return all themes, those that are followed with what is new."""
    known: dict[str, Followed] = {one.code: one for one in followed(by)}
    choices = [
        ThemeChoice(code, one.name, code in known, known[code].words if code in known else "")
        for code, one in themes(timezone.localdate().year).items()
    ]
    return FollowedPage(choices, len(known))


def theme_page(by: Actor, code: str) -> ThemePage | None:
    """Return one theme: what was promised, where it stands and what is new; ``None``: no theme."""
    theme = themes(timezone.localdate().year).get(code)
    if theme is None:
        return None
    row = next((one for one in rows_of(by) if one.theme == code), None)
    since = timezone.localdate() - timedelta(days=_DAYS)
    if row:
        since = min(since, timezone.localdate(row.seen_at))
    found = [one for one in news(by, [code], since) if one.is_of(code)]
    lines = [NewsLine(one, row is not None and one.is_new(row.seen_at)) for one in found]
    running = current_programme(by)
    measures = [one for one in lines_of(running) if one.theme == code] if running else []
    goals = goals_page(by, code)
    return ThemePage(
        code=code,
        name=theme.name,
        description=theme.description,
        is_followed=row is not None,
        seen_at=row.seen_at if row else None,
        lines=lines,
        new=sum(one.is_new for one in lines),
        programme=running,
        summary=_summary(measures),
        goals=goals.table if goals.lines else None,
        measures=_table(running, measures) if running and measures else None,
    )


def _summary(found: Collection[Line]) -> str:
    """Return how many measures are where, as a sentence."""
    if not found:
        return "Bij dit thema staan geen maatregelen."
    many = [
        (Status.DONE, "afgerond"), (Status.RUNNING, "bezig"), (Status.PLANNED, "nog niet begonnen"),
        (Status.STOPPED, "gestopt"),
    ]  # fmt: skip
    parts = [
        f"{count} {words}"
        for status, words in many
        if (count := sum(one.said.status == status for one in found))
    ]
    return f"{counted(len(found), 'maatregel', 'maatregelen')}: {', '.join(parts)}."


def _table(programme: Programme, found: Collection[Line]) -> Table:
    said = latest_updates(programme, [one.key for one in found])
    return Table(
        caption="Maatregelen bij dit thema",
        columns=(
            Column("Maatregel"), Column("Status"), Column("Stand"), Column("Wat is gedaan"),
            Column("Laatst bijgewerkt", short="Bijgewerkt"),
        ),
        rows=tuple(
            (
                _link(programme, one),
                Status(one.said.status).label,
                STANDS[one.stand],
                begin_of(said[one.key].done, _MOST_SIGNS) if one.key in said else "",
                day(said[one.key].said_on) if one.key in said else "nog niet",
            )
            for one in found
        ),
    )  # fmt: skip


def _link(programme: Programme, one: Line) -> str:
    url = reverse("measure", args=[programme.pk, one.key])
    return format_html('<a class="utrecht-link" href="{}">{}</a>', url, one.title)
