"""The end of the document: sources, how was reckoned, and how to check it."""

from datetime import date
from typing import Any

from integraal.foundation.ui.dutch import day
from integraal.policy.picture.document_parts.telling import RULE
from integraal.policy.picture.presenters.comparing import BESIDE

Json = dict[str, Any]
METHODS = (
    "Marges bij aantallen zijn exacte 95 %-marges van een Poisson-verdeling (Garwood, 1936).",
    "Een verandering heet aantoonbaar als de centrale mid-p-toets, gecorrigeerd voor alle "
    "vergelijkingen in dit beeld (Benjamini-Hochberg), onder 5 % uitkomt.",
    "Gebieden zijn vergeleken met de rest van de gemeente, gecorrigeerd voor hun aantal. "
    "Er is geen ranglijst.",
    "Aantallen onder 5 per gebied zijn afgeschermd, en zo nodig een tweede, "
    "zodat ze niet uit het totaal zijn af te leiden.",
    RULE,
)
RECIPE = (
    'hashlib.sha256(json.dumps(inhoud, sort_keys=True, separators=(",", ":"), '
    "ensure_ascii=False).encode()).hexdigest()"
)
"""One line of Python that anybody can run; it does what ``lifecycle.freezing`` does."""


def source_lines(content: Json) -> list[Json]:
    """Return every file behind the figures, numbered; files of the same table stand together."""
    lines = [_line(source) for source in content["sources"]]
    ordered = sorted(lines, key=lambda line: (line["name"], line["used_for"]))
    return [{**line, "number": number} for number, line in enumerate(ordered, start=1)]


def source_numbers(content: Json, lines: list[Json]) -> dict[str, int]:
    """Return for each indicator the number of the file its figure of the year comes from."""
    by_file = {line["sha256"]: line["number"] for line in lines}
    return {
        one["code"]: by_file.get(one["estimate"]["snapshot"]["sha256"], 0)
        for theme in content["themes"]
        for one in theme["indicators"]
        if one["estimate"]
    }


def families_of(content: Json) -> list[Json]:
    """Return how many comparisons of each kind were made, and how many stand out by chance."""
    return [
        {
            "name": _family(one["kind"]),
            "made": str(one["made"]),
            "stand_out": str(one["stand_out"]),
            "by_chance": _chance(one["by_chance"]),
        }
        for one in content.get("families") or ()
    ]


def _family(kind: str) -> str:
    name = BESIDE.get(kind.removesuffix("_measured"), kind)
    return f"{name} (beleving)" if kind.endswith("_measured") else name


def _chance(value: object) -> str:
    return str(value).replace(".", ",")


def _name(source: Json) -> str:
    """Return publisher, table and licence; a partner's own table has neither of the last two."""
    table = f", tabel {source['table']}" if source["table"] else ""
    licence = f" ({source['licence']})" if source["licence"] else ""
    return f"{source['credit']}{table}{licence}"


def _line(source: Json) -> Json:
    return {
        "name": _name(source),
        "file": source["file"],
        "accessed": day(date.fromisoformat(source["accessed"])),
        "used_for": source["used_for"],
        "sha256": source["sha256"],
    }
