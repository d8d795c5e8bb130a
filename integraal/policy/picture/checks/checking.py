"""What a check is, and what it looks at. Pure."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from integraal.policy.picture.checks.lines import ReadLine, Text, lines_of, texts_of
from integraal.policy.picture.writing.tokens import figures_in

Json = dict[str, Any]
Where = Literal["text", "contributions", "figures"]
State = Literal["done", "todo", "advice"]

PLAN = "CCV, Opstellen integraal veiligheidsplan"
ANALYSIS = f"{PLAN}, hoofdstuk 4 (veiligheidsanalyse)"
REPORT = "CCV, Stappenplan veiligheidsanalyse, stap 5 (rapportage)"
OWN = "Werkwijze van Integraal"


@dataclass(frozen=True)
class Lacking:
    """Something that is not there yet.

    Attributes:
        say: a sentence.
        theme: code of the theme it is about, or ``WHOLE``.
        where: on which part of its page it is mended.
        part: code of the text, when it is one.
    """

    say: str
    theme: str
    where: Where = "text"
    part: str = ""


@dataclass
class Subject:
    """What the checks look at: some themes of a picture, and the picture as a whole or not.

    Attributes:
        content: holds every figure that the texts name.
        themes: to look at, as the content holds them.
        with_whole: whether the texts of the picture as a whole count too.
        containers: the container words.
    """

    content: Json
    themes: list[Json]
    with_whole: bool
    containers: tuple[str, ...] = ()
    year: int = field(init=False)

    def __post_init__(self) -> None:
        self.year = self.content["year"]

    @cached_property
    def texts(self) -> list[Text]:
        """Every text that is looked at."""
        return texts_of(self.themes, self.content if self.with_whole else None)

    @cached_property
    def lines(self) -> list[tuple[Text, ReadLine]]:
        """Every line of every text."""
        return [(text, line) for text in self.texts for line in lines_of(text.text, self.content)]

    def mentioned(self, theme: Json) -> set[str]:
        """Return the codes of the indicators that the texts of a theme use."""
        return {
            token.indicator
            for one in theme["passages"].values()
            for token in figures_in(one["text"])
        }


@dataclass(frozen=True)
class Rule:
    """One check.

    Attributes:
        code: for the API and for tests.
        sentence: what is so when it is right.
        why: why it matters, one or two sentences.
        source: who says so.
        find: returns what is lacking.
        weight: what it is when something is lacking: to do, or advice only.
        of_whole: whether it is about the picture as a whole and says nothing of one theme.
    """

    code: str
    sentence: str
    why: str
    source: str
    find: Callable[[Subject], Iterable[Lacking]]
    weight: Literal["todo", "advice"] = "todo"
    of_whole: bool = False


@dataclass(frozen=True)
class Check:
    """A rule with what came of it."""

    rule: Rule
    state: State
    lacking: tuple[Lacking, ...]


def check(rule: Rule, subject: Subject) -> Check:
    """Look whether a rule is kept."""
    lacking = tuple(rule.find(subject))
    return Check(rule, rule.weight if lacking else "done", lacking)
