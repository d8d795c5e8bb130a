"""The line of each step on the home page: every step registers its own (``portal/apps.py``)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from integraal.foundation.audit.actors import Actor

Waits = list[tuple[str, str, str]]
"""What waits for somebody: title, explanation and address."""


@dataclass(frozen=True)
class Line:
    """What a step tells on the home page; without arguments that it has not begun.

    Attributes:
        say: Dutch, where the step stands in a few words.
        phase: how the step looks on the loop.
        waits: what waits in this step for who looks.
        reached: whether the round has come as far as this step.
    """

    say: str = "nog niet begonnen"
    phase: Literal["done", "now", "next"] = "next"
    waits: Waits = field(default_factory=list)
    reached: bool = False


Provider = Callable[[Actor], Line]
NOT_BUILT = Line("komt later")
_providers: dict[str, Provider] = {}


def register(code: str, provider: Provider) -> None:
    """Let the step ``code`` (see ``portal/steps.py``) tell its line; the last one told holds.

    Args:
        provider: takes who looks at the page; tells only what they may read.
    """
    _providers[code] = provider


def line_of(code: str, by: Actor) -> Line:
    """Return what the step tells this actor; that it comes later when nobody registered it."""
    provider = _providers.get(code)
    return provider(by) if provider else NOT_BUILT
