"""What the page shows on which a report is read."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.foundation.people.access import allowed
from integraal.foundation.ui.components import Chip, Verdict
from integraal.foundation.ui.dutch import begin_of
from integraal.foundation.ui.tables import Column, Table
from integraal.policy.accountability.access import check_write
from integraal.policy.accountability.models import Report
from integraal.policy.accountability.outline import (
    Account,
    GoalAccount,
    MeasureAccount,
    Sentence,
    Source,
    ThemeAccount,
)
from integraal.policy.programme.standing import TRIAD

UNKNOWN = "onbekend"
_ROOMS = (
    ("report-documents", "Documenten"),
    ("report-norms", "Normen"),
    ("report-to-picture", "Naar het volgende beeld"),
)


@dataclass(frozen=True)
class Said:
    """A sentence with the address of its sources; empty when it rests on none."""

    text: str
    url: str
    about: str


@dataclass(frozen=True)
class MeasureLine:
    """A measure in the table, its lights by their names in the design layer."""

    one: MeasureAccount
    url: str
    quality: str
    time: str
    money: str


@dataclass(frozen=True)
class GoalPart:
    """A goal: promised, done, reached."""

    goal: GoalAccount
    badge: Verdict
    promised: list[Said]
    reached: list[Said]


@dataclass(frozen=True)
class ThemePart:
    """A theme with its goals and all its measures."""

    theme: ThemeAccount
    anchor: str
    done: list[Said]
    goals: list[GoalPart]
    measures: list[MeasureLine]
    changed: list[Said]
    cannot_say: list[Said]
    write_url: str


@dataclass(frozen=True)
class ReportPage:
    """What ``accountability/report.html`` shows."""

    report: Report
    account: Account
    summary: list[Said]
    themes: list[ThemePart]
    money: Table | None
    money_said: list[Said]
    changed: list[Said]
    came_between: list[Said]
    joined: list[Said]
    cannot_say: list[Said]
    sources: list[Source]
    rooms: list[Chip]
    may_write: bool
    write: dict[str, str]


def report_page(by: Actor, report: Report, account: Account) -> ReportPage:
    """Return a report as it is read on the web."""
    may_write = report.state == State.DRAFT and allowed(check_write, by)
    numbered = account.numbered()

    def said(sentences: Iterable[Sentence]) -> list[Said]:
        return [_said(report, one) for one in sentences]

    return ReportPage(
        report=report,
        account=account,
        summary=said(account.summary),
        themes=[_theme(report, account, one, may_write) for one in account.themes],
        money=_money(account),
        money_said=said(account.money_said),
        changed=said(account.changed),
        came_between=said(account.came_between),
        joined=said(account.joined),
        cannot_say=said(account.cannot_say),
        sources=[account.sources[key] for key in numbered if account.sources[key].kind == "figure"],
        rooms=_rooms(report),
        may_write=may_write,
        write=(
            {place: _write(report, place) for place in ("intro", "money", "lessons")}
            if may_write
            else {}
        ),
    )


def goal_badge(goal: GoalAccount) -> Verdict:
    """Return the badge of what came of a goal; within the margin it is not to say."""
    if goal.outcome in ("unclear", "unknown"):
        return Verdict("few", goal.outcome_label)
    if goal.direction not in ("down", "up"):
        return Verdict("flat", goal.outcome_label)
    is_down = (goal.direction == "down") == (goal.outcome != "behind")
    kind = "bad" if goal.outcome == "behind" else "good"
    return Verdict(kind, goal.outcome_label, "down" if is_down else "up")  # type: ignore[arg-type]


def _theme(report: Report, account: Account, one: ThemeAccount, may_write: bool) -> ThemePart:
    return ThemePart(
        theme=one,
        anchor=f"thema-{one.code}",
        done=[_said(report, each) for each in one.done],
        goals=[
            GoalPart(
                each,
                goal_badge(each),
                [_said(report, each.promised)],
                [_said(report, each.reached)],
            )
            for each in one.goals
        ],
        measures=[_measure(account, each) for each in one.all_measures],
        changed=[_said(report, each) for each in one.changed],
        cannot_say=[_said(report, each) for each in one.cannot_say],
        write_url=_write(report, f"theme:{one.code}") if may_write else "",
    )


def _measure(account: Account, one: MeasureAccount) -> MeasureLine:
    source = account.sources.get(f"measure:{one.key}")
    lights = (TRIAD[light] for light in (one.quality, one.time, one.money))
    return MeasureLine(one, source.link if source else "", *lights)


def _money(account: Account) -> Table | None:
    if not account.money:
        return None
    return Table(
        caption="Geld en uren per thema",
        columns=(
            Column("Thema"), Column("Begroot (euro)", numeric=True),
            Column("Uitgegeven (euro)", numeric=True), Column("Geplande uren", numeric=True),
            Column("Gemelde uren", numeric=True), Column("Toelichting"),
        ),
        rows=tuple(
            (one.theme, one.budget or UNKNOWN, one.spent or UNKNOWN, one.hours_planned or UNKNOWN,
             one.hours_spent or UNKNOWN, one.note)
            for one in account.money
        ),
    )  # fmt: skip


def _said(report: Report, one: Sentence) -> Said:
    url = reverse("report-source", args=[report.pk, one.code]) if one.sources else ""
    return Said(one.text, url, begin_of(one.text, 60))


def _rooms(report: Report) -> list[Chip]:
    """Return the other pages of a report, as far as this version of the product has them."""
    found = []
    for name, label in _ROOMS:
        try:
            found.append(Chip(label, reverse(name, args=[report.pk])))
        except NoReverseMatch:
            continue
    return found


def _write(report: Report, place: str) -> str:
    return reverse("report-text", args=[report.pk, place])
