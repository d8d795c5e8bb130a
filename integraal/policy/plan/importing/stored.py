"""The proposals of an import as they are kept until somebody has judged them. Pure.

    {form, title, first_year, last_year, lines, letters, themes: {code: name},
     parts: [{number, kind, theme, block, name, how, first, last}],
     proposals: [{id, part, kind, theme, title, text, details, places, link, meaning, why, is_sure,
                  times, line, page}],
     gaps: [{part, kind, theme, count, line, page}],
     left_out: [{line, why, words}]}

``places`` is "title", "text" or the code of a detail to where its words begin and end in the text
of the document. ``themes`` names the themes that the municipality does not have. When the import
is finished, words go and a ``report`` comes in the place of ``proposals``.
"""

from collections.abc import Mapping
from typing import Any

from integraal.policy.plan.importing.document import Document, Span
from integraal.policy.plan.importing.recognising.found import Found, LeftOut, Part, Proposal
from integraal.policy.plan.rules import LONGEST_DETAIL, LONGEST_TEXT

Json = dict[str, Any]
FORM = 1
LONGEST_NAME = 120
TOO_LONG = "alinea die te lang is voor een blok; knip haar in stukken"
_LONGEST_LEFT_OUT = 80


def as_plain(document: Document, found: Found) -> Json:
    """Return what was found as plain data, with the words cut from the document."""
    proposals = [one for one in found.proposals if _fits(document, one)]
    return {
        "form": FORM,
        "title": document.cut(found.title)[:LONGEST_NAME] if found.title else "",
        "first_year": found.first_year,
        "last_year": found.last_year,
        "lines": len(document.lines),
        "letters": len(document.text),
        "themes": {
            code: document.cut(span)[:LONGEST_NAME] for code, span in found.new_themes.items()
        },
        "parts": [_part(document, number, one) for number, one in enumerate(found.parts)],
        "proposals": [_proposal(document, nr, one) for nr, one in enumerate(proposals, start=1)],
        "gaps": [
            {"part": one.part, "kind": one.kind, "theme": one.theme, "count": one.count,
             **_where(document, one.span)}
            for one in found.gaps
        ],
        "left_out": [
            {**_where(document, one.span), "why": one.why,
             "words": document.cut(one.span)[:_LONGEST_LEFT_OUT]}
            for one in (*found.left_out, *_too_long(document, found))
        ],
    }  # fmt: skip


def proposals_by_id(found: Json) -> dict[str, Json]:
    """Return id to proposal, in the order of the document."""
    return {one["id"]: one for one in found.get("proposals", ())}


def without_words(found: Json, report: list[Json]) -> Json:
    """Return what stays of a finished import: no words of the document, but what came of it."""
    kept = {name: found[name] for name in ("form", "title", "first_year", "last_year", "lines")}
    parts = [
        {**part, "name": part["name"] if part["kind"] == "theme" else ""} for part in found["parts"]
    ]
    return {
        **kept,
        "parts": parts,
        "gaps": found["gaps"],
        "themes": found["themes"],
        "report": report,
    }


def _part(document: Document, number: int, part: Part) -> Json:
    return {
        "number": number,
        "kind": part.kind,
        "theme": part.theme,
        "block": part.block,
        "name": document.cut(part.name) if part.name else "",
        "how": part.how,
        "first": part.first + 1,
        "last": part.last + 1,
    }


def _proposal(document: Document, number: int, one: Proposal) -> Json:
    spans: dict[str, Span] = {
        name: span for name, span in (("title", one.title), ("text", one.text)) if span
    }
    first = one.text or one.title or Span(0, 0)
    return {
        "id": f"p{number}",
        "part": one.part,
        "kind": one.kind,
        "theme": one.theme,
        "title": document.cut(one.title) if one.title else "",
        "text": document.cut(one.text) if one.text else "",
        "details": {code: document.cut(span) for code, span in one.details.items()},
        "places": _places({**spans, **one.details}),
        "link": one.link,
        "meaning": one.meaning,
        "why": one.why,
        "is_sure": one.is_sure,
        "times": one.times,
        **_where(document, first),
    }


def _places(spans: Mapping[str, Span]) -> dict[str, list[int]]:
    return {name: [span.start, span.end] for name, span in spans.items()}


def _where(document: Document, span: Span) -> dict[str, int]:
    index = document.line_at(span.start)
    return {"line": index + 1, "page": document.lines[index].page}


def _too_long(document: Document, found: Found) -> list[LeftOut]:
    """Return the words that no block can hold: a paragraph without end."""
    long = [one for one in found.proposals if not _fits(document, one)]
    return [LeftOut(one.text or one.title or Span(0, 0), TOO_LONG) for one in long]


def _fits(document: Document, one: Proposal) -> bool:
    """Return whether a block can hold it at all; a stretch that is too long is cut before."""
    details = all(span.end - span.start <= LONGEST_DETAIL for span in one.details.values())
    return details and (one.text is None or one.text.end - one.text.start <= LONGEST_TEXT)
