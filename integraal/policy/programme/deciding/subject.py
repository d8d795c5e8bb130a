"""What the rules of a programme look at, read from where it stands."""

from typing import Any

from integraal.policy.programme.deciding.lacking import Json, Subject
from integraal.policy.programme.models import Measure, Programme
from integraal.policy.programme.outline import outline_of

_ASKED = ("theme", "title", "starts_on", "ends_on", "kind", "hours")


def subject_of(programme: Programme) -> Subject:
    """Return the programme as its rules see it."""
    outline = outline_of(programme)
    return Subject(
        content=programme.frozen if programme.is_frozen else _now(programme),
        themes=outline.themes,
        priorities=[code for code in outline.themes if code in outline.priorities],
        goals={str(key): one.title for key, one in outline.goals.items()},
    )


def _now(programme: Programme) -> Json:
    """Return of the content of today what rules look at; the whole takes long to read at 600."""
    found = Measure.objects.filter(programme=programme)
    rows = found.values("key", "goal", "owner_id", *_ASKED)
    return {"capacity": programme.capacity, "measures": [_measure(one) for one in rows]}


def _measure(row: dict[str, Any]) -> Json:
    return {
        **{name: row[name] for name in _ASKED},
        "key": str(row["key"]),
        "goal": str(row["goal"] or ""),
        "owner": str(row["owner_id"] or ""),
    }
