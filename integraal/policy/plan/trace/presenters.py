"""What the pages of the trace of a plan show."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

from integraal.foundation.audit.actors import Actor
from integraal.foundation.ui.components import Chip
from integraal.policy.picture.presenters.figures import shown_number
from integraal.policy.picture.reading.page import reading_address
from integraal.policy.picture.trace.figure import TracedFigure
from integraal.policy.picture.trace.presenters import FigurePage, figure_page
from integraal.policy.picture.writing.links import figure_url
from integraal.policy.plan.models import Plan
from integraal.policy.plan.tabs import tabs
from integraal.policy.plan.trace.lines import PlanTrace, TraceLine, where_words
from integraal.policy.plan.trace.scores import Score
from integraal.policy.plan.writing.showing import DetailShown, block_shown

NO_SESSION = "Dit plan rust op geen prioriteringssessie."
NOT_IN_SESSION = "Dit thema is in de sessie niet besproken."
NO_MARGIN = "de bron geeft geen marge"
NO_FINDING = "Dit cijfer staat niet in de lijst van wat opvalt."


@dataclass(frozen=True)
class Step:
    """The figure under a line: as its page in the picture has it."""

    page: FigurePage
    margin: str
    url: str
    finding: str
    finding_url: str


@dataclass(frozen=True)
class LineRow:
    """A line in the table of the whole plan."""

    what: str
    words: str
    where: str
    url: str
    priority: str
    scores: list[Score]
    figure: Step | None
    nothing: str


@dataclass(frozen=True)
class TracePage:
    """What ``plan/trace.html`` shows."""

    plan: Plan
    tabs: list[Chip]
    goals: list[LineRow]
    texts: list[LineRow]
    sentence: str


@dataclass(frozen=True)
class GoalPage:
    """What ``plan/trace_goal.html`` shows: a goal in steps down to the rows."""

    plan: Plan
    tabs: list[Chip]
    title: str
    theme: str
    facts: list[DetailShown]
    goal_url: str
    priority: str
    reason: str
    session_title: str
    session_url: str
    scores: list[Score]
    scores_url: str
    figure: Step | None
    nothing: str
    mentions: list[LineRow]


def trace_page(by: Actor, trace: PlanTrace) -> TracePage:
    """Return the table of the whole plan."""
    rows = list(zip(trace.lines, line_rows(trace, trace.lines), strict=True))
    goals = [row for line, row in rows if line.mention is None]
    texts = [row for line, row in rows if line.mention is not None]
    bare = sum(row.figure is None for row in goals)
    return TracePage(
        plan=trace.plan,
        tabs=tabs(by, trace.plan, "plan-trace"),
        goals=goals,
        texts=texts,
        sentence=_sentence(len(goals), bare),
    )


def goal_page(by: Actor, trace: PlanTrace) -> GoalPage:
    """Return the page of one goal; the trace is of that goal alone."""
    line = next(one for one in trace.lines if one.mention is None)
    session = trace.session
    return GoalPage(
        plan=trace.plan,
        tabs=tabs(by, trace.plan, "plan-trace"),
        title=line.block["title"] or line.block["text"],
        theme=line.theme["name"] if line.theme else "",
        facts=block_shown(line.block, trace.content).details,
        goal_url=_url("plan-block", trace.plan.pk, line.block["key"]),
        priority=priority_words(trace, line),
        reason=_reason(line),
        session_title=str(session) if session else "",
        session_url=_url("session", session.pk) if session else "",
        scores=line.scores,
        scores_url=_url("session-results", session.pk) if session else "",
        figure=_step(line.traced),
        nothing=line.nothing,
        mentions=line_rows(trace, [one for one in trace.lines if one.mention is not None]),
    )


def line_rows(trace: PlanTrace, lines: Sequence[TraceLine]) -> list[LineRow]:
    """Return lines of the table; a figure that several rest on is worked out once."""
    figures = {id(one): one for one in (line.traced for line in lines)}
    steps = {key: _step(one) for key, one in figures.items()}
    return [_row(trace, line, steps[id(line.traced)]) for line in lines]


def _row(trace: PlanTrace, line: TraceLine, figure: Step | None) -> LineRow:
    key = line.block["key"]
    is_goal = line.mention is None
    words = line.mention.sentence if line.mention else line.block["title"] or line.block["text"]
    return LineRow(
        what="Doel" if is_goal else "Cijfer in een tekst",
        words=words,
        where=where_words(line.block, line.theme),
        url=_url("plan-goal-trace" if is_goal else "plan-block", trace.plan.pk, key),
        priority=priority_words(trace, line),
        scores=line.scores,
        figure=figure,
        nothing=line.nothing,
    )


def priority_words(trace: PlanTrace, line: TraceLine) -> str:
    """Return what the session decided about the theme of a line."""
    if line.theme is None:
        return "het hele plan"
    if trace.session is None:
        is_priority = line.theme["details"].get("priority") == "yes"
        return f"{'Prioriteit in dit plan. ' if is_priority else ''}{NO_SESSION}"
    if line.chosen is None:
        return NOT_IN_SESSION
    place = f", plaats {line.chosen.place}" if line.chosen.place else ""
    return f"{_OUTCOMES.get(line.chosen.outcome, 'nog niet besloten')}{place}"


_OUTCOMES = {"priority": "prioriteit", "not": "geen prioriteit", "elsewhere": "in ander beleid"}


def _reason(line: TraceLine) -> str:
    if line.chosen and line.chosen.reason:
        return line.chosen.reason
    return line.theme["details"].get("reason", "") if line.theme else ""


def _step(traced: TracedFigure | None) -> Step | None:
    if traced is None:
        return None
    number = traced.area["number"] if traced.area else None
    page = figure_page(traced)
    say = next((one.say for one in page.judged if one.say), "")
    return Step(
        page=page,
        margin=_margin(page, traced),
        url=figure_url(traced.picture.pk, traced.one["code"], traced.year, number),
        finding=say if traced.stands_out else NO_FINDING,
        finding_url=reading_address(traced.picture, "opvalt") if traced.stands_out else "",
    )


def _margin(page: FigurePage, traced: TracedFigure) -> str:
    """Return the margin with the number of observations; a number never stands without."""
    count = f", n = {shown_number(traced.given['n'])}" if traced.given.get("n") else ""
    return (page.margin or NO_MARGIN) + count


def _sentence(goals: int, bare: int) -> str:
    if not goals:
        return "In dit plan staan nog geen doelen."
    if not bare:
        return (
            f"Alle {goals} doelen rusten op een cijfer."
            if goals > 1
            else ("Het doel rust op een cijfer.")
        )
    return f"{goals - bare} van de {goals} doelen rusten op een cijfer, {bare} niet."


def _url(name: str, *args: object) -> str:
    try:
        return reverse(name, args=list(args))
    except NoReverseMatch:
        return ""
