"""What somebody decided about a proposal, and the block it then becomes. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from integraal.policy.plan.kinds import BY_CODE, KINDS, field_named
from integraal.policy.plan.rules import LONGEST_TITLE

Json = dict[str, Any]
_ITEM = re.compile(r"\s*(?:[-–—*•●○▪■◦‣·]\s+)+")
ACCEPT, SKIP, OPEN = "accepted", "skipped", "open"
DEEDS = {"neem-over": ACCEPT, "sla-over": SKIP, "terug": OPEN}
LABELS = {ACCEPT: "overgenomen", SKIP: "overgeslagen", OPEN: "nog te beoordelen"}


@dataclass(frozen=True)
class Wanted:
    """A block as a proposal asks for it."""

    proposal: str
    part: int
    kind: str
    theme: str
    title: str
    text: str
    details: dict[str, str]


def judged(proposal: Json, settled: Mapping[str, Json]) -> Json:
    """Return what was decided about a proposal: deed, kind and theme."""
    given = settled.get(proposal["id"], {})
    return {
        "deed": given.get("deed", OPEN),
        "kind": given.get("kind", proposal["kind"]),
        "theme": given.get("theme", proposal["theme"]),
    }


def choice_problem(kind: str, theme: str, known_themes: Mapping[str, str]) -> str | None:
    """Return why a proposal cannot become a block of this kind in this theme."""
    if kind not in BY_CODE:
        return "Kies een soort uit de lijst."
    if BY_CODE[kind].of_theme and theme not in known_themes:
        return f"Kies bij welk thema dit hoort: een {BY_CODE[kind].name} staat altijd in een thema."
    return None


def wanted_block(proposal: Json, decision: Json) -> Wanted:
    """Return the block that an accepted proposal becomes, in words of the document only.

    One exception, and the screen says so: the meaning of a term comes from the shipped list.
    """
    kind = BY_CODE[decision["kind"]]
    title, text = proposal["title"], in_paragraphs(proposal["text"])
    if kind.code == "term" and proposal["meaning"]:
        text = proposal["meaning"]
    if not kind.title:
        is_inside = title and title in proposal["text"]
        title, text = "", text if is_inside else "\n\n".join(one for one in (title, text) if one)
    elif not title and kind.code == "goal" and len(text) <= LONGEST_TITLE:
        title, text = text, ""
    details = {
        code: words
        for code, words in proposal["details"].items()
        if field_named(kind, code) is not None
    }
    if proposal["link"] and field_named(kind, "link"):
        details["link"] = proposal["link"]
    theme = decision["theme"] if kind.of_theme else ""
    return Wanted(
        proposal["id"], proposal["part"], kind.code, theme, _capital(title[:LONGEST_TITLE]), text,
        details,
    )  # fmt: skip


def in_writing_order(wanted: list[Wanted]) -> list[Wanted]:
    """Return the blocks with the themes first, so that what stands in them finds its place."""
    order = {kind.code: place for place, kind in enumerate(KINDS)}
    return sorted(
        wanted, key=lambda one: (one.kind != "theme", order[one.kind] if one.kind == "theme" else 0)
    )


def in_paragraphs(text: str) -> str:
    """Return a text with a blank line between paragraphs, and its list items under each other."""
    made, before = "", False
    for line in (one for one in text.split("\n") if one.strip()):
        item = _ITEM.match(line)
        words = f"- {line[item.end() :]}" if item else line
        made += words if not made else ("\n" if item and before else "\n\n") + words
        before = item is not None
    return made


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
