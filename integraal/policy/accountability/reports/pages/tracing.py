"""What the page shows of a sentence: on what it rests, down to the rows of files."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from integraal.foundation.audit.actors import Actor
from integraal.policy.accountability.access import reads_inside
from integraal.policy.accountability.models import Report
from integraal.policy.accountability.outline import Account, Sentence, Source
from integraal.policy.accountability.reports.content import content_of

_INSIDE = ("deviation", "incident")
_PLACES = {
    "figure": "Naar de rij in het bestand",
    "reading": "Naar de standen van dit doel",
    "goal": "Waar dit doel op rust",
    "measure": "Naar de maatregel",
    "update": "Naar de maatregel",
    "deviation": "Naar de afwijking",
    "change": "Naar de wijziging",
    "incident": "Naar wat ertussen kwam",
    "joined": "Naar wat wij meedoen",
    "programme": "Naar het programma",
}


@dataclass(frozen=True)
class Link:
    """Where somebody may go on."""

    words: str
    url: str


@dataclass(frozen=True)
class SourcePart:
    """A source: its facts, where it stands, and what it is counted from."""

    source: Source
    links: list[Link]
    parts: list[Link]


@dataclass(frozen=True)
class SourcePage:
    """What ``accountability/source.html`` shows."""

    report: Report
    sentence: Sentence
    sources: list[SourcePart]


def source_page(by: Actor, report: Report, account: Account, code: str) -> SourcePage | None:
    """Return on what a sentence rests; ``None`` when the report has no such sentence."""
    sentence = account.sentence(code)
    if sentence is None:
        return None
    rows = _rows(content_of(report))
    inside = reads_inside(by)
    return SourcePage(
        report,
        sentence,
        [_part(account, account.sources[key], rows, inside) for key in sentence.sources],
    )


def _part(
    account: Account, source: Source, rows: dict[str, list[Link]], inside: bool
) -> SourcePart:
    links = rows.get(source.key) or list(_links(source, inside))
    parts = [account.sources[key] for key in source.parts]
    return SourcePart(
        source,
        links,
        [Link(one.label, one.link if _may_follow(one, inside) else "") for one in parts],
    )


def _links(source: Source, inside: bool) -> Iterator[Link]:
    if source.link and _may_follow(source, inside):
        yield Link(_PLACES[source.kind], source.link)


def _may_follow(source: Source, inside: bool) -> bool:
    return inside or source.kind not in _INSIDE


def _rows(content: dict[str, Any]) -> dict[str, list[Link]]:
    """Return per figure the pages of its rows: of each the line and the file."""
    facts = content["facts"] or {"figures": []}
    return {
        one["key"]: [
            Link(
                f"{row['what']}, {row['period']}: regel {row['line']} van {row['file']}",
                reverse("figure-origin", args=[row["id"]]),
            )
            for row in one["rows"]
        ]
        for one in facts["figures"]
    }
