"""Where figures are used: later steps tell it themselves, so that knowledge need not know them.

A step registers a provider when the product starts; the pages of a figure, of an indicator and of
a file ask all of them. Each provider shows only what the asker may read.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID

from integraal.foundation.audit.actors import Actor


@dataclass(frozen=True)
class Question:
    """Which figures are asked after; what is left out narrows nothing.

    Attributes:
        indicators: codes; one of them is enough.
        year: the calendar year the figure is of.
        area: id of the area it is of.
        snapshot: id of the file it comes from.
        sha256: of that same file.
    """

    indicators: frozenset[str]
    year: int | None = None
    area: UUID | None = None
    snapshot: UUID | None = None
    sha256: str = ""


@dataclass(frozen=True)
class Spot:
    """A sentence that holds the figure.

    Attributes:
        where: theme and part, such as "Jeugd en veiligheid: Conclusie".
        before, figure, after: the sentence, cut around the figure.
        url: leads to the sentence itself.
    """

    where: str
    before: str
    figure: str
    after: str
    url: str

    @property
    def sentence(self) -> str:
        return f"{self.before}{self.figure}{self.after}"


@dataclass(frozen=True)
class Use:
    """A document that rests on the figures, and the sentences in which they stand."""

    document: UUID
    title: str
    version: int
    state: str
    state_label: str
    url: str
    spots: tuple[Spot, ...]


Provider = Callable[[Actor, Question], Iterable[Use]]
_providers: list[Provider] = []


def register(provider: Provider) -> None:
    """Let a step tell where it uses figures; the same provider twice counts once."""
    if provider not in _providers:
        _providers.append(provider)


def uses_of(by: Actor, question: Question) -> tuple[Use, ...]:
    """Return every use that the asker may read; none when no indicator is asked after."""
    if not question.indicators:
        return ()
    return tuple(use for provider in _providers for use in provider(by, question))
