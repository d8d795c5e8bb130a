"""What is wrong with a file that somebody offers, in sentences that say what to do."""

from collections.abc import Iterable

MAXIMUM_SHOWN = 20


class FileProblem(ValueError):
    """A file cannot be read; nothing of it is used. `sentences` holds every problem found."""

    def __init__(self, sentences: str | Iterable[str]) -> None:
        self.sentences = (sentences,) if isinstance(sentences, str) else tuple(sentences)
        super().__init__("\n".join(self.shown))

    @property
    def shown(self) -> tuple[str, ...]:
        """At most twenty sentences, and then how many more there are."""
        left = len(self.sentences) - MAXIMUM_SHOWN
        if left <= 0:
            return self.sentences
        noun = "probleem" if left == 1 else "problemen"
        return (*self.sentences[:MAXIMUM_SHOWN], f"En nog {left} {noun} in dit bestand.")
