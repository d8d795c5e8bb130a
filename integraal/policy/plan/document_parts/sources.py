"""The sources of the figures that a plan names, numbered; a figure in a text carries its number."""

from datetime import date
from typing import Any

from integraal.foundation.ui.dutch import day, listed
from integraal.policy.picture.document_parts.prose import Numbers

Json = dict[str, Any]


def source_lines(content: Json) -> list[Json]:
    """Return every file behind the figures that the plan names, each with its number."""
    by_file: dict[str, tuple[Json, list[str]]] = {}
    for one in _indicators(content):
        if one["estimate"]:
            found = by_file.setdefault(one["estimate"]["snapshot"]["sha256"], (one, []))
            found[1].append(one["short_name"])
    lines = [_line(one, listed(names)) for one, names in by_file.values()]
    ordered = sorted(lines, key=lambda line: (line["name"], line["used_for"]))
    return [{**line, "number": number} for number, line in enumerate(ordered, start=1)]


def source_numbers(content: Json, lines: list[Json]) -> Numbers:
    """Return for each indicator the number of the file its figure of the year comes from."""
    by_file = {line["sha256"]: line["number"] for line in lines}
    return {
        one["code"]: by_file[one["estimate"]["snapshot"]["sha256"]]
        for one in _indicators(content)
        if one["estimate"]
    }


def _indicators(content: Json) -> list[Json]:
    return [one for theme in content["figures"]["themes"] for one in theme["indicators"]]


def _line(one: Json, used_for: str) -> Json:
    snapshot = one["estimate"]["snapshot"]
    return {
        "name": one["credit"],
        "file": snapshot["name"],
        "accessed": day(date.fromisoformat(snapshot["accessed"])),
        "used_for": used_for,
        "sha256": snapshot["sha256"],
    }
