"""What is wrong with what somebody offers for setting up, in sentences."""

from collections.abc import Iterable


class SettingUpProblem(Exception):
    """Nothing is set up; ``sentences`` (Dutch) says everything that is wrong, and what to do."""

    def __init__(self, sentences: str | Iterable[str]) -> None:
        self.sentences = (sentences,) if isinstance(sentences, str) else tuple(sentences)
        super().__init__("\n".join(self.sentences))
