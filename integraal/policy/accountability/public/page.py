"""What residents read of a report, overview and theme; made from an account and nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from integraal.foundation.ui.components import Chip
from integraal.foundation.ui.dutch import day
from integraal.policy.accountability.outline import Account, QuestionLine
from integraal.policy.accountability.public.here import Here
from integraal.policy.accountability.public.money import MoneyShown, money_shown
from integraal.policy.accountability.public.telling import (
    TERMS,
    Mark,
    decided,
    outcome_marks,
)
from integraal.policy.accountability.public.themes import PublicTheme, prose_of, theme_of
from integraal.policy.plan.document_parts.words import Term
from integraal.policy.plan.public.prose import PublicBlock

Text = tuple[PublicBlock, ...]
_FIRST = ("summary-measures", "summary-goals", "summary-money", "summary-cause")


@dataclass(frozen=True)
class PublicAccount:
    """What ``accountability/public.html`` shows."""

    title: str
    period: str
    municipality: str
    adopted: str
    village: str
    marks: list[Mark]
    villages: list[Chip]
    lead: Text
    intro: Text
    themes: list[PublicTheme]
    money: MoneyShown
    changed: list[str]
    came_between: list[str]
    joined: list[str]
    cannot_say: list[str]
    lessons: Text
    questions: list[QuestionLine]
    terms: tuple[Term, ...]


def villages_of(account: Account) -> list[str]:
    """Return the villages that have a measure of their own, by alphabet."""
    measures = (one for theme in account.themes for one in theme.all_measures)
    return sorted({one.area for one in measures if one.area}, key=str.casefold)


def public_account(
    account: Account, here: Here, *, body: str, adopted_on: date | None
) -> PublicAccount:
    """Return the overview of a report.

    Args:
        account: the report.
        here: what the reader chose; a village that is not in the report shows everything.
        body, adopted_on: who adopted it, and when.
    """
    prose = prose_of()
    goals = (goal.outcome for theme in account.themes for goal in theme.goals)
    return PublicAccount(
        title=account.title,
        period=account.period,
        municipality=account.municipality,
        adopted=f"Vastgesteld door het {body} op {day(adopted_on)}" if adopted_on else "",
        village=here.village,
        marks=outcome_marks(goals),
        villages=_villages(account, here),
        lead=prose.section(*_lead(account)),
        intro=prose.section(account.intro),
        themes=[theme_of(one, account, here) for one in account.themes],
        money=money_shown(account, prose),
        changed=decided(account, account.changed),
        came_between=decided(account, account.came_between),
        joined=decided(account, account.joined),
        cannot_say=decided(account, account.cannot_say),
        lessons=prose.section(account.lessons),
        questions=[one for one in account.questions if one.answer],
        terms=TERMS,
    )


def _lead(account: Account) -> Iterable[str]:
    said = {one.code: one.text for one in account.summary}
    found = [said[code] for code in _FIRST if code in said]
    return found or [one.text for one in account.summary]


def _villages(account: Account, here: Here) -> list[Chip]:
    names = villages_of(account)
    if not here.base or not names:
        return []
    whole = Chip("Hele gemeente", here.url(village=""), not here.village)
    return [whole, *(Chip(one, here.url(village=one), one == here.village) for one in names)]
