"""Why something cannot be done with a document, as sentences the user may read."""

from typing import Any


class Refused(Exception):
    """What was asked is not right; the message says why and what to do."""


class Conflict(Exception):
    """Somebody else saved this meanwhile; nothing was overwritten.

    Attributes:
        current: the row as it stands, with its revision.
    """

    def __init__(self, current: Any) -> None:
        super().__init__("Iemand anders heeft deze tekst intussen veranderd.")
        self.current = current
