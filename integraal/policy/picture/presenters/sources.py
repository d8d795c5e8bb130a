"""The files behind the figures, gathered by the table they were taken from."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True)
class SourceLine:
    """One table of a publisher: when its newest file was taken, what for, and all its files."""

    name: str
    accessed: str
    used_for: str
    files: list[Json]


def source_lines(sources: Iterable[Json]) -> list[SourceLine]:
    """Return one line for each table, in the order in which they are first used."""
    gathered: dict[str, list[Json]] = {}
    for one in sources:
        table = f", tabel {one['table']}" if one["table"] else ""
        gathered.setdefault(f"{one['credit']}{table}", []).append(one)
    return [
        SourceLine(
            name=name,
            accessed=max(one["accessed"] for one in files),
            used_for="; ".join(
                dict.fromkeys(what for one in files for what in one["used_for"].split("; "))
            ),
            files=files,
        )
        for name, files in gathered.items()
    ]
