"""What the page of a method holds, and what its example answers. Data, without a database."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from integraal.foundation.ui.components import Figure, Verdict
from integraal.foundation.ui.tables import Table
from integraal.portal.methods.fields import ExampleForm
from integraal.portal.methods.own_counts import OwnCounts

GROUPS = (
    "Eén getal",
    "Vergelijken",
    "Waar",
    "Door de tijd",
    "Vragen aan inwoners",
    "Kiezen",
    "Werkte het",
    "Niemand herkenbaar",
)


@dataclass(frozen=True)
class Answer:
    """What an example came to: a sentence first, then the numbers under it.

    Attributes:
        sentence: what may be said, of the closed list where it judges.
        verdict: its mark; None where nothing is judged.
        more: sentences that belong to it, such as how many comparisons were made.
        table, figure: the numbers.
    """

    sentence: str
    verdict: Verdict | None = None
    more: tuple[str, ...] = ()
    table: Table | None = None
    figure: Figure | None = None


@dataclass(frozen=True)
class Example:
    """A small calculation in the page.

    Attributes:
        form: what can be filled in, each field with what stands in it at first.
        answer: from the values of the form to the answer; raises ``Refused`` with a sentence
            when the values do not go together.
        own: from the municipality's own counts to what stands in the form at first; None when
            the example is invented.
    """

    form: type[ExampleForm]
    answer: Callable[[Mapping[str, Any]], Answer]
    own: Callable[[OwnCounts], dict[str, str]] | None = None


@dataclass(frozen=True)
class Method:
    """A method as it is explained to who has to rely on it.

    Attributes:
        slug: its place in the address.
        name: as it is called in Dutch.
        group: one of ``GROUPS``.
        question: what somebody wants to know, in their own words.
        how: what we do, in words.
        formula: the same for who wants to check it; lines.
        not_when: when not to use it.
        cannot_say: what it does not tell.
        sources: papers.
        checked: what it was held against.
        pages: names of its pages in docs/methods.
    """

    slug: str
    name: str
    group: str
    question: str
    how: tuple[str, ...]
    formula: tuple[str, ...]
    not_when: tuple[str, ...]
    cannot_say: tuple[str, ...]
    sources: tuple[str, ...]
    checked: str
    pages: tuple[str, ...]
    example: Example

    def __post_init__(self) -> None:
        if self.group not in GROUPS:
            raise ValueError(f"method {self.slug!r}: there is no group {self.group!r}")
