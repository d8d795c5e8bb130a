"""Which Word documents there are: each step of the cycle that makes one registers it here."""

from dataclasses import dataclass
from pathlib import Path

from integraal.foundation.documents.word.grammar import Fields


@dataclass(frozen=True)
class WordKind:
    """A kind of Word document.

    Attributes:
        code: as stored and as used in addresses.
        name: Dutch, as on the screen.
        fields: what a template may use, with what each is.
        default: the shipped template.
    """

    code: str
    name: str
    fields: Fields
    default: Path


_KINDS: dict[str, WordKind] = {}


def register(kind: WordKind) -> None:
    """Make a kind known; called when the application starts."""
    _KINDS[kind.code] = kind


def kinds() -> tuple[WordKind, ...]:
    """Return all kinds in the order they were registered."""
    return tuple(_KINDS.values())


def kind_named(code: str) -> WordKind | None:
    """Return the kind of that code, or ``None`` when there is none."""
    return _KINDS.get(code)
