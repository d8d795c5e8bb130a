"""What a report can tell the next picture: each goal and measure as a promise. Pure."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from integraal.foundation.lifecycle.states import State
from integraal.policy.accountability.outline import (
    Account,
    GoalAccount,
    MeasureAccount,
    Outcome,
    ThemeAccount,
)
from integraal.policy.picture.evaluation.rules import REACHED, UNKNOWN, Pledge, same_words

KINDS = ("year", "final")
REACHED_NAMES = {"yes": "ja", "partly": "deels", "no": "nee", UNKNOWN: "niet te zeggen"}
_OF_GOAL: dict[Outcome, str] = {
    "reached": "yes", "ahead": "partly", "behind": "no", "unclear": UNKNOWN, "unknown": UNKNOWN,
}  # fmt: skip
_OF_MEASURE = {"done": "yes", "running": "partly", "stopped": "no"}
_AT_THE_END = {**_OF_MEASURE, "planned": "no"}
"""Only at the end of a programme is what did not begin a promise that was not kept."""
NOTHING_CHOSEN = "Kies ten minste één doel of maatregel."
NOT_IN_REPORT = "Een van de gekozen doelen of maatregelen staat niet in dit rapport."
NO_SUCH_ANSWER = "Kies of het is bereikt: ja, deels, nee of niet te zeggen."


@dataclass(frozen=True)
class Proposal:
    """A goal or measure as a promise.

    Attributes:
        key: "goal:" or "measure:" with its key.
        name: its title.
        reached: derived; the adviser may think otherwise.
        outcome: the sentence of the report, and where it stands.
    """

    key: str
    name: str
    theme: str
    theme_name: str
    promised: str
    reached: str
    outcome: str

    @property
    def is_goal(self) -> bool:
        return self.key.startswith("goal:")

    def pledge(self, chosen: "Chosen", themes: Collection[str]) -> Pledge:
        """Return it as a picture takes it; a theme the picture does not have is left out."""
        return Pledge(
            promised=self.promised,
            reached=chosen.reached or self.reached,
            outcome=self.outcome,
            learnt=chosen.learnt,
            theme=self.theme if self.theme in themes else "",
        )


@dataclass(frozen=True)
class Chosen:
    """One goal or measure that goes along; ``reached`` is empty for what was derived."""

    key: str
    reached: str = ""
    learnt: str = ""


def feeds_picture(state: str, kind: str) -> bool:
    """Whether a report tells the next picture: it must stand fast, and look over a year."""
    return state == State.ADOPTED and kind in KINDS


def proposals(account: Account, origin: str) -> list[Proposal]:
    """Return every goal and measure as a promise; goals of a theme before its measures.

    Args:
        account: the report.
        origin: which report it is, in words.
    """
    answers = _AT_THE_END if account.kind == "final" else _OF_MEASURE
    told = f"Bron: {origin}."
    return [one for theme in account.themes for one in _of_theme(theme, told, answers)]


def chosen_problem(chosen: list[Chosen], known: Collection[str]) -> str | None:
    """Return why a choice cannot be, or ``None`` when it can."""
    if not chosen:
        return NOTHING_CHOSEN
    if any(one.key not in known for one in chosen):
        return NOT_IN_REPORT
    return NO_SUCH_ANSWER if any(one.reached not in ("", *REACHED) for one in chosen) else None


def is_present(proposal: Proposal, promised: Collection[str]) -> bool:
    """Whether a picture has this promise; ``promised`` holds what it has, by ``same_words``."""
    return same_words(proposal.promised) in promised


def _of_theme(theme: ThemeAccount, origin: str, answers: Mapping[str, str]) -> Iterator[Proposal]:
    for goal in theme.goals:
        yield _goal(goal, theme, origin)
    for measure in theme.all_measures:
        yield _measure(measure, theme, origin, answers)


def _goal(goal: GoalAccount, theme: ThemeAccount, origin: str) -> Proposal:
    return Proposal(
        key=f"goal:{goal.key}",
        name=goal.title,
        theme=theme.code,
        theme_name=theme.name,
        promised=f"{goal.title}\n\n{goal.promised.text}",
        reached=_OF_GOAL.get(goal.outcome, UNKNOWN),
        outcome=f"{goal.reached.text}\n\n{origin}",
    )


def _measure(
    one: MeasureAccount, theme: ThemeAccount, origin: str, answers: Mapping[str, str]
) -> Proposal:
    where = f" ({one.area})" if one.area else ""
    told = [one.status_label.capitalize() or "Niets gemeld", one.output, one.said]
    said = " ".join(f"{part.rstrip('.')}." for part in told if part)
    return Proposal(
        key=f"measure:{one.key}",
        name=one.title,
        theme=theme.code,
        theme_name=theme.name,
        promised=f"{one.title}{where}, {one.when}",
        reached=answers.get(one.status, UNKNOWN),
        outcome=f"{said}\n\n{origin}",
    )
