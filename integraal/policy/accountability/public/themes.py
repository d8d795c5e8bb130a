"""A theme for residents: as a card in the overview, and whole on a page of its own. Pure."""

from collections.abc import Callable
from dataclasses import dataclass

from integraal.foundation.ui.dutch import counted
from integraal.policy.accountability.outline import (
    Account,
    GoalAccount,
    MeasureAccount,
    Source,
    ThemeAccount,
)
from integraal.policy.accountability.public.here import Here
from integraal.policy.accountability.public.telling import (
    TERMS,
    Mark,
    decided,
    in_village,
    organisation,
    outcome_mark,
    outcome_marks,
    standing,
    status_mark,
)
from integraal.policy.plan.public.prose import Prose, PublicBlock

Text = tuple[PublicBlock, ...]
_MOST_ON_A_CARD = 3
_STUCK = Mark("watch", "alert", "knelpunt gemeld")


@dataclass(frozen=True)
class PublicMeasure:
    """A measure; who is an organisation, never a function or a person."""

    title: str
    marks: list[Mark]
    who: str
    when: str
    where: str
    counted: str


@dataclass(frozen=True)
class PublicGoal:
    """A goal with its measures in the chosen village."""

    title: str
    promised: str
    reached: str
    mark: Mark
    measures: list[PublicMeasure]


@dataclass(frozen=True)
class PublicTheme:
    """A theme.

    Attributes:
        anchor: its place in the overview.
        url: of its own page; empty in a preview.
        shown: the first measures, for a card; rest: how many more there are, in words.
    """

    anchor: str
    name: str
    url: str
    marks: list[Mark]
    standing: str
    shown: list[PublicMeasure]
    rest: str
    goals: list[PublicGoal]
    measures: list[PublicMeasure]
    text: Text
    changed: list[str]
    cannot_say: list[str]
    figures: list[Source]


def prose_of(*, explaining: bool = True) -> Prose:
    """Return what makes the texts of a page; a report holds no figures of a picture."""
    return Prose({"year": 0, "themes": []}, TERMS if explaining else ())


def theme_of(theme: ThemeAccount, account: Account, here: Here) -> PublicTheme:
    """Return a theme, with the measures of the chosen village and of the whole municipality."""
    found = in_village(theme.all_measures, here.village)
    told = [_measure(one) for one in sorted(found, key=_telling(here.village))]
    rest = len(told) - _MOST_ON_A_CARD
    return PublicTheme(
        anchor=f"onderwerp-{theme.code}",
        name=theme.name,
        url=here.url(f"thema/{theme.code}/"),
        marks=outcome_marks(one.outcome for one in theme.goals),
        standing=standing(found),
        shown=told[:_MOST_ON_A_CARD],
        rest=f"en nog {counted(rest, 'maatregel', 'maatregelen')}" if rest > 0 else "",
        goals=[_goal(one, here.village) for one in theme.goals],
        measures=[_measure(one) for one in in_village(theme.measures, here.village)],
        text=prose_of().section(theme.text),
        changed=decided(account, theme.changed),
        cannot_say=[one.text for one in theme.cannot_say],
        figures=_figures(theme, account),
    )


def _telling(village: str) -> Callable[[MeasureAccount], tuple[bool, int]]:
    """Return what puts the measures of the chosen village first, and then what was done."""
    order = ("done", "running", "stopped", "planned", "")
    return lambda one: (bool(village) and one.area != village, order.index(one.status))


def _goal(goal: GoalAccount, village: str) -> PublicGoal:
    return PublicGoal(
        title=goal.title,
        promised=goal.promised.text,
        reached=goal.reached.text,
        mark=outcome_mark(goal.outcome, goal.outcome_label),
        measures=[_measure(one) for one in in_village(goal.measures, village)],
    )


def _measure(one: MeasureAccount) -> PublicMeasure:
    is_stuck = "stuck" in (one.quality, one.time, one.money) and one.status != "done"
    return PublicMeasure(
        title=one.title,
        marks=[status_mark(one), *([_STUCK] if is_stuck else [])],
        who=organisation(one.who) or "Hiervoor is niemand aangewezen",
        when=one.when,
        where=one.area or "Hele gemeente",
        counted=one.output,
    )


def _figures(theme: ThemeAccount, account: Account) -> list[Source]:
    """Return the figures that the theme rests on and that everybody may follow."""
    keys = dict.fromkeys(key for goal in theme.goals for key in goal.reached.sources)
    found = (account.sources.get(key) for key in keys)
    return [one for one in found if one is not None and one.is_open and one.kind == "figure"]
