"""What people wrote, for paper: texts with their figures, contributions, promises, referrals."""

from collections import Counter
from datetime import date
from typing import Any

from integraal.foundation.ui.dutch import day, listed
from integraal.policy.picture.document_parts.prose import Numbers, prose_of
from integraal.policy.picture.parts import parts_of

Json = dict[str, Any]
REACHED = {"yes": "good", "partly": "watch", "no": "bad", "unknown": "few"}
"""Colour of what became of a promise; the word says it, the colour repeats it."""


def texts_on_paper(theme: str, passages: Json, content: Json, numbers: Numbers) -> list[Json]:
    """Return the texts of a theme (or of the whole picture) in order, each under its name."""
    return [
        text_on_paper(part.name, passages[part.code], content, numbers)
        for part in parts_of(theme)
        if part.code in passages
    ]


def with_one_writer(texts: list[Json]) -> Json:
    """Return the texts with the writer and day they share named once, when there is only one."""
    named = {one["by"] for one in texts}
    if len(texts) < 2 or len(named) > 1:
        return {"texts": texts, "texts_by": ""}
    return {"texts": [{**one, "by": ""} for one in texts], "texts_by": named.pop()}


def text_on_paper(name: str, passage: Json, content: Json, numbers: Numbers) -> Json:
    """Return one text: heading, blocks, and who wrote it when."""
    return {
        "title": name,
        "blocks": prose_of(passage["text"], content, numbers),
        "by": f"{passage['by']}, {written_day(passage['on'])}" if passage["by"] else "",
    }


def contributions_on_paper(contributions: list[Json]) -> list[Json]:
    """Return what partners and residents said, each with source, function and day."""
    return [
        {
            "side": one["side_name"],
            "who": ", ".join(part for part in (one["source"], one["function"]) if part),
            "on": written_day(one["said_on"]),
            "text": one["text"],
        }
        for one in contributions
    ]


def promises_on_paper(content: Json) -> Json | None:
    """Return what the previous plan promised as a table, with counts in a sentence."""
    promises = content["promises"]
    if not promises:
        return None
    names = {theme["code"]: theme["name"] for theme in content["themes"]}
    counts = Counter(str(one["reached_name"]).lower() for one in promises)
    made = "1 toezegging" if len(promises) == 1 else f"{len(promises)} toezeggingen"
    return {
        "lead": f"Het vorige plan deed {made}: "
        + listed([f"{count} {name}" for name, count in counts.items()])
        + ".",
        "rows": [
            {
                "theme": names.get(one["theme"], ""),
                "promised": one["promised"],
                "reached": {
                    "kind": REACHED.get(one["reached"], "flat"),
                    "direction": "",
                    "label": one["reached_name"],
                },
                "outcome": one["outcome"],
                "learnt": one["learnt"],
            }
            for one in promises
        ],
    }


def referrals_on_paper(content: Json) -> list[Json]:
    """Return what was referred elsewhere, with the answer when it came."""
    names = {theme["code"]: theme["name"] for theme in content["themes"]}
    return [
        {
            "theme": names.get(one["theme"], ""),
            "subject": one["subject"],
            "text": one["text"],
            "went_to": one["went_to"],
            "document": one["document"],
            "referred_on": written_day(one["referred_on"]),
            "answer": one["answer"],
            "answered": _answered(one),
        }
        for one in content["referrals"]
    ]


def written_day(iso: str) -> str:
    """Return a day of the content as people write it; empty stays empty."""
    return day(date.fromisoformat(iso)) if iso else ""


def _answered(one: Json) -> str:
    if not one["answer"]:
        return "Nog geen antwoord."
    return ", ".join(part for part in (one["answered_by"], written_day(one["answered_on"])) if part)
