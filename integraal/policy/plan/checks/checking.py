"""What a rule of a plan is, and what it looks at. Pure.

A rule is a function with a Dutch docstring: that sentence is what the user reads on the page of
checks and what stands in the docs. It yields what is lacking; nothing yielded is right.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from integraal.foundation.ui.dutch import begin_of
from integraal.policy.picture.checks.lines import ReadLine, lines_of
from integraal.policy.plan.kinds import BY_CODE, GOAL

Json = dict[str, Any]
Weight = Literal["block", "warn", "suggest"]

CCV = "CCV, Opstellen integraal veiligheidsplan"
SCOPE = f"{CCV}, hoofdstuk 1 (afbakening, structuur en leesbaarheid)"
ANALYSIS = f"{CCV}, hoofdstuk 4 (veiligheidsanalyse)"
PRIORITIES = f"{CCV}, hoofdstuk 5 (lokale prioriteiten)"
GOALS = f"{CCV}, hoofdstuk 6 (doelen)"
EVALUATION = f"{CCV}, hoofdstuk 9 (evaluatie)"
LAW = "Politiewet 2012, artikel 38b"
AUDITORS = "Rekenkameronderzoek Schiedam en Vlaardingen (DSP-groep)"
OWN = "Werkwijze van Integraal"


@dataclass(frozen=True)
class Lacking:
    """Something that is not right yet.

    Attributes:
        say: a sentence.
        key: of the block it is about; empty when there is no such block yet.
        theme: code of the theme to mend it in; empty for the plan as a whole.
        chapter: code of the part of the plan to mend it in, when there is no block yet.
    """

    say: str
    key: str = ""
    theme: str = ""
    chapter: str = ""


@dataclass(frozen=True)
class Subject:
    """What the rules look at.

    Attributes:
        content: of the plan, in the form of ``content.py``.
        containers: words that can mean anything.
        means: words by which a means is known.
        most_priorities: so many priorities are few enough.
    """

    content: Json
    containers: tuple[str, ...] = ()
    means: tuple[str, ...] = ()
    most_priorities: int = 5

    @cached_property
    def blocks(self) -> list[Json]:
        """Every block in reading order, themes included."""
        within = [one for theme in self.themes for one in (theme, *theme["blocks"])]
        return [*self.content["blocks"], *within]

    @cached_property
    def goals(self) -> list[Json]:
        """Every goal in order."""
        return [one for one in self.blocks if one["kind"] == GOAL.code]

    @property
    def themes(self) -> list[Json]:
        """The themes, each with its blocks."""
        themes: list[Json] = self.content["themes"]
        return themes

    @cached_property
    def priorities(self) -> list[Json]:
        """The themes that are a priority."""
        return [one for one in self.themes if one["details"].get("priority") == "yes"]

    @cached_property
    def lines(self) -> list[tuple[Json, ReadLine]]:
        """Every line of every text, with the block it stands in."""
        figures = self.content["figures"]
        return [(one, line) for one in self.blocks for line in lines_of(one["text"], figures)]

    @cached_property
    def indicators(self) -> dict[str, Json]:
        """The figures that the plan names and the picture holds, by code."""
        themes = self.content["figures"]["themes"]
        return {one["code"]: one for theme in themes for one in theme["indicators"]}

    def of_kind(self, kind: str) -> list[Json]:
        """Return the blocks of one kind."""
        return [one for one in self.blocks if one["kind"] == kind]

    def theme_name(self, code: str) -> str:
        """Return the name of a theme as it stands after "bij"."""
        found = next((one["name"] for one in self.themes if one["code"] == code), "")
        return found or "het plan als geheel"


@dataclass(frozen=True)
class Rule:
    """One rule.

    Attributes:
        code: for the API, the docs and tests.
        sentence: what is so when it is right; the docstring of the function.
        weight: whether it stops a proposal, asks for another look, or only suggests.
        why: why it matters, one or two sentences.
        source: who says so.
        find: yields what is lacking.
    """

    code: str
    sentence: str
    weight: Weight
    why: str
    source: str
    find: Callable[[Subject], Iterable[Lacking]]


@dataclass(frozen=True)
class Check:
    """A rule with what came of it."""

    rule: Rule
    lacking: tuple[Lacking, ...]

    @property
    def is_right(self) -> bool:
        return not self.lacking


def rule(
    weight: Weight, *, why: str, source: str
) -> Callable[[Callable[[Subject], Iterable[Lacking]]], Rule]:
    """Make a rule of a function: its name is the code, its docstring the sentence."""

    def make(find: Callable[[Subject], Iterable[Lacking]]) -> Rule:
        sentence = " ".join((find.__doc__ or "").split()).removesuffix(".")
        return Rule(find.__name__, sentence, weight, why, source, find)

    return make


def name_of(block: Json) -> str:
    """Return how a block is called in a sentence."""
    kind = BY_CODE[block["kind"]]
    words = block["title"] or block["text"].partition("\n")[0]
    if not words:
        return f"een {kind.name} zonder woorden"
    return f"“{begin_of(words, 80)}”"


def at(block: Json, say: str) -> Lacking:
    """Return what lacks in a block."""
    return Lacking(say, block["key"], block["theme"])
