"""What the page of the minutes shows: the same parts as the paper."""

from dataclasses import dataclass
from typing import Any

from integraal.policy.monitoring.meetings.minutes.paper import body_of_paper, facts_of
from integraal.policy.monitoring.models import Meeting

Json = dict[str, Any]


@dataclass(frozen=True)
class MinutesPage:
    """What ``monitoring/meeting_minutes.html`` shows."""

    row: Meeting
    title: str
    facts: list[list[str]]
    body: Json


def minutes_page(row: Meeting, content: Json) -> MinutesPage:
    """Return the minutes, from their content."""
    return MinutesPage(row, content["title"], facts_of(content), body_of_paper(content))
