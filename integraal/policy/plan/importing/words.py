"""The sentences of the import: parts, gaps, places and outcomes in Dutch. Pure."""

from collections.abc import Mapping
from typing import Any

from integraal.policy.plan.importing.recognising.gaps import SENTENCES
from integraal.policy.plan.kinds import BY_CODE

Json = dict[str, Any]
PART_NAMES = {
    "opening": "Vóór het eerste thema",
    "partners": "Partners",
    "words": "Instrumenten en begrippen",
    "laws": "Wetten en artikelen",
}
OUTCOMES = {
    "taken": "overgenomen",
    "added_to": "toegevoegd onder wat er al stond",
    "there": "stond al in het plan, niet nog eens overgenomen",
    "too_long": "niet overgenomen: met wat er al staat wordt de tekst te lang",
    "skipped": "overgeslagen",
    "open": "niet beoordeeld, niet overgenomen",
}


def part_name(part: Json, themes: Mapping[str, str]) -> str:
    """Return what a part is called: its heading, or what it is about."""
    if part["kind"] == "theme":
        return themes.get(part["theme"], part["name"] or part["theme"])
    return PART_NAMES.get(part["kind"]) or part["name"] or BY_CODE[part["block"]].plural


def part_heading(part: Json, themes: Mapping[str, str]) -> str:
    """Return the heading of a theme in the document, when that is another than the theme's name."""
    if part["kind"] != "theme" or not part["name"]:
        return ""
    own = part_name(part, themes)
    return "" if own.casefold() == part["name"].casefold() else part["name"]


def place_words(one: Json) -> str:
    """Return where something stands in the document."""
    page = f"bladzijde {one['page']}, " if one["page"] else ""
    return f"{page}regel {one['line']}"


def gap_words(gap: Json) -> str:
    """Return what seems to have fallen out, and where."""
    points = f" ({gap['count']} lege punten)" if gap["count"] > 1 else ""
    return f"{SENTENCES[gap['kind']]} Zie {place_words(gap)}{points}."
