"""What a goal needs to be complete work: what, who, when and why. Pure."""

from typing import Any

NEEDED = {"title": "wat", "owner": "wie", "by_date": "wanneer", "text": "waarom"}


def lacking_of(goal: dict[str, Any]) -> list[str]:
    """Return what a goal of a content still needs, each in one word."""
    values = {**goal["details"], "title": goal["title"], "text": goal["text"]}
    return [word for code, word in NEEDED.items() if not values.get(code)]
