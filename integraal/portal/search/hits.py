"""What a search finds."""

from dataclasses import dataclass

MOST = 30
"""Of each kind."""


@dataclass(frozen=True)
class Hit:
    """One thing found: what it is, its name, where it is, and the words around the match."""

    kind: str
    title: str
    url: str
    excerpt: str = ""
