"""The terms a plan explains."""

from dataclasses import dataclass
from typing import Any

from integraal.policy.plan.kinds import TERM

Json = dict[str, Any]


@dataclass(frozen=True)
class Term:
    """A term (begrip) with what it means."""

    name: str
    meaning: str


def terms_of(content: Json) -> list[Term]:
    """Return the terms of a plan by alphabet; one without a meaning explains nothing."""
    found = [
        Term(one["title"], one["text"])
        for one in content["blocks"]
        if one["kind"] == TERM.code and one["title"].strip() and one["text"].strip()
    ]
    return sorted(found, key=lambda one: one.name.casefold())
