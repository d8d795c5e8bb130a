"""A block of an edition as a reader sees it: its text with the figures in it, and its details."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from integraal.foundation.ui.dutch import day
from integraal.policy.picture.writing.rendering import Block as TextBlock
from integraal.policy.picture.writing.rendering import blocks_of
from integraal.policy.plan.consulting.register import block_words
from integraal.policy.plan.kinds import BY_CODE, Field

Json = dict[str, Any]


@dataclass(frozen=True)
class Shown:
    """A block to read: kind and title as one heading, its text, and label and value of details."""

    key: str
    heading: str
    text: list[TextBlock]
    facts: list[tuple[str, str]]


class Reader:
    """Shows the blocks of one content, figures read from that content alone."""

    def __init__(self, content: Json) -> None:
        self._figures = content["figures"]
        self._names = {
            one["code"]: one["name"]
            for theme in self._figures["themes"]
            for one in theme["indicators"]
        }

    def shown(self, block: Json) -> Shown:
        """Return one block as a reader sees it."""
        return Shown(
            key=block["key"],
            heading=block_words(block),
            text=blocks_of(block["text"], self._figures),
            facts=self.facts(block["kind"], block["details"]),
        )

    def facts(self, kind: str, details: dict[str, str]) -> list[tuple[str, str]]:
        """Return label and value of each detail that is filled in, in the order of the kind."""
        return [
            (field.name, self._value(field, details[field.code]))
            for field in BY_CODE[kind].fields
            if details.get(field.code)
        ]

    def _value(self, field: Field, value: str) -> str:
        if field.form == "choice":
            return dict(field.choices).get(value, value)
        if field.form == "indicator":
            return self._names.get(value, value)
        return _day_words(value) if field.form == "date" else value


def _day_words(value: str) -> str:
    try:
        return day(date.fromisoformat(value))
    except ValueError:
        return value
