"""A report as it is read, whatever it is read on: page, PDF, Word, Excel and data. Pure.

``reports/account.py`` makes one from the facts; every reader takes it from there, so that no
paper says otherwise than another.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Outcome = Literal["reached", "ahead", "behind", "unclear", "unknown"]


@dataclass(frozen=True)
class Source:
    """Where numbers come from.

    Attributes:
        key: stable within the facts, such as "figure:diefstal-woning:2025".
        kind: of a figure there is a row in a snapshot; the others are rows of the municipality.
        label: Dutch, what it is.
        facts: label and value, all that a reader needs to find the row by himself; of a figure
            that is indicator, area, period, value, margin, file, its SHA-256 and the day on which
            it was taken.
        link: address in the product where it stands; empty when it has none.
        is_open: whether the public may follow it: figures are, what owners said is not.
        parts: keys of the sources it is counted or added up from.
    """

    key: str
    kind: Literal[
        "figure", "reading", "goal", "measure", "update", "deviation", "change", "incident",
        "joined", "programme",
    ]  # fmt: skip
    label: str
    facts: tuple[tuple[str, str], ...]
    link: str = ""
    is_open: bool = False
    parts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sentence:
    """A sentence that was reckoned, and on what it rests; ``code`` is stable within a report."""

    code: str
    text: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class MeasureAccount:
    """A measure: what was promised, and where it stood on the last day of the period.

    Attributes:
        who: function and organisation; empty when of nobody.
        when: Dutch period.
        area: name of the village; empty for the whole municipality.
        status: planned, running, done, stopped, or empty when nobody said anything.
        quality, time, money: good, attention, stuck or empty.
        said: what the owner last said; said_on when.
        output: such as "6 van 8 meldingen"; empty when nothing is counted.
        budget, spent: euros as text, empty when unknown.
        new_in_period: whether somebody said something within the period.
    """

    key: str
    title: str
    who: str
    when: str
    area: str
    status: str
    status_label: str
    quality: str = ""
    time: str = ""
    money: str = ""
    said: str = ""
    said_on: date | None = None
    output: str = ""
    budget: str = ""
    spent: str = ""
    over_budget_reason: str = ""
    partners: tuple[str, ...] = ()
    new_in_period: bool = False
    source: str = ""


@dataclass(frozen=True)
class GoalAccount:
    """A goal: what was promised, what its figure did, and its measures.

    Attributes:
        promised, reached: sentences; reached says it when nothing can be said.
        outcome: the verdict; "unclear" lies within the margin, "unknown" has no figure.
        outcome_label: Dutch, two or three words.
        direction: which way the goal wants its figure to go: "down", "up", or empty.
    """

    key: str
    title: str
    promised: Sentence
    reached: Sentence
    outcome: Outcome
    outcome_label: str
    measures: tuple[MeasureAccount, ...] = ()
    direction: str = ""


@dataclass(frozen=True)
class ThemeAccount:
    """A theme; ``measures`` are those without a goal, the others stand with their goal.

    Attributes:
        text: what the adviser adds, with blank lines between paragraphs.
        done: what was done, in numbers.
        changed: what changed and why.
        cannot_say: what cannot be said.
    """

    code: str
    name: str
    text: str = ""
    done: tuple[Sentence, ...] = ()
    goals: tuple[GoalAccount, ...] = ()
    measures: tuple[MeasureAccount, ...] = ()
    changed: tuple[Sentence, ...] = ()
    cannot_say: tuple[Sentence, ...] = ()

    @property
    def all_measures(self) -> tuple[MeasureAccount, ...]:
        """Every measure of the theme, those of its goals first."""
        return (*(one for goal in self.goals for one in goal.measures), *self.measures)


@dataclass(frozen=True)
class MoneyLine:
    """Money and hours of one theme; text, "" where nobody filled anything in."""

    theme: str
    budget: str
    spent: str
    hours_planned: str
    hours_spent: str
    note: str = ""


@dataclass(frozen=True)
class NormLine:
    """A norm of the audit offices and how the municipality says it does."""

    code: str
    name: str
    question: str
    answer: str
    text: str


@dataclass(frozen=True)
class QuestionLine:
    """A question of the council with its answer; empty while there is none."""

    title: str
    kind: str
    asked_by: str
    asked_on: date
    question: str
    answer: str
    answered_on: date | None


@dataclass(frozen=True)
class Account:
    """The whole report."""

    title: str
    kind: str
    kind_label: str
    period: str
    first_day: date
    last_day: date
    municipality: str
    programme: str
    facts_mark: str
    intro: str = ""
    summary: tuple[Sentence, ...] = ()
    themes: tuple[ThemeAccount, ...] = ()
    money: tuple[MoneyLine, ...] = ()
    money_said: tuple[Sentence, ...] = ()
    money_text: str = ""
    changed: tuple[Sentence, ...] = ()
    came_between: tuple[Sentence, ...] = ()
    joined: tuple[Sentence, ...] = ()
    cannot_say: tuple[Sentence, ...] = ()
    lessons: str = ""
    norms: tuple[NormLine, ...] = ()
    questions: tuple[QuestionLine, ...] = ()
    sources: dict[str, Source] = field(default_factory=dict)

    def sentences(self) -> Iterator[Sentence]:
        """Yield every sentence of the report that was reckoned, in reading order."""
        yield from self.summary
        for theme in self.themes:
            yield from theme.done
            for goal in theme.goals:
                yield goal.promised
                yield goal.reached
            yield from theme.changed
            yield from theme.cannot_say
        yield from self.money_said
        yield from self.changed
        yield from self.came_between
        yield from self.joined
        yield from self.cannot_say

    def sentence(self, code: str) -> Sentence | None:
        """Return the sentence with a code."""
        return next((one for one in self.sentences() if one.code == code), None)

    def numbered(self) -> dict[str, int]:
        """Return the number of each source as papers print it, in order of first use."""
        order: dict[str, int] = {}
        for one in self.sentences():
            for key in one.sources:
                order.setdefault(key, len(order) + 1)
        return order
