"""The end of the document: sources, how was reckoned, and how to check it."""

from datetime import date
from typing import Any

from integraal.foundation.ui.dutch import day

Json = dict[str, Any]
METHODS = (
    "Marges bij aantallen zijn exacte 95 %-marges van een Poisson-verdeling (Garwood, 1936).",
    "Een verandering heet aantoonbaar als de centrale mid-p-toets, gecorrigeerd voor alle "
    "vergelijkingen in dit beeld (Benjamini-Hochberg), onder 5 % uitkomt.",
    "Gebieden zijn vergeleken met de rest van de gemeente, gecorrigeerd voor hun aantal. "
    "Er is geen ranglijst.",
    "Aantallen onder 5 per gebied zijn afgeschermd, en zo nodig een tweede, "
    "zodat ze niet uit het totaal zijn af te leiden.",
)
RECIPE = (
    'hashlib.sha256(json.dumps(inhoud, sort_keys=True, separators=(",", ":"), '
    "ensure_ascii=False).encode()).hexdigest()"
)
"""One line of Python that anybody can run; it does what ``lifecycle.freezing`` does."""


def source_lines(content: Json) -> list[Json]:
    """Return every file behind the figures; files of the same table stand together."""
    lines = [_line(source) for source in content["sources"]]
    return sorted(lines, key=lambda line: (line["name"], line["used_for"]))


def _line(source: Json) -> Json:
    return {
        "name": f"{source['credit']}, tabel {source['table']} ({source['licence']})",
        "file": source["file"],
        "accessed": day(date.fromisoformat(source["accessed"])),
        "used_for": source["used_for"],
        "sha256": source["sha256"],
    }
