"""What the pages of the import show."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from integraal.foundation.ui.dutch import counted
from integraal.foundation.ui.tables import Column, Table
from integraal.policy.plan.importing.forms import ProposalForm
from integraal.policy.plan.importing.judging import ACCEPT, LABELS, OPEN, SKIP, judged
from integraal.policy.plan.importing.queries import theme_names
from integraal.policy.plan.importing.words import (
    gap_words,
    part_heading,
    part_name,
    place_words,
)
from integraal.policy.plan.kinds import BY_CODE, GOAL, field_named
from integraal.policy.plan.models import PlanImport

Json = dict[str, Any]


@dataclass(frozen=True)
class PartRow:
    """A part in the list: how much of it is judged, and what fell out of it."""

    number: int
    name: str
    heading: str
    how: str
    url: str
    total: int
    judged: int
    accepted: int
    gaps: int

    @property
    def words(self) -> str:
        """How far the part is."""
        if not self.total:
            return "geen voorstellen"
        left = self.total - self.judged
        return "klaar" if not left else counted(left, "voorstel open", "voorstellen open")


@dataclass(frozen=True)
class ImportPage:
    """What the page of one import shows."""

    row: PlanImport
    term: str
    parts: list[PartRow]
    gaps: list[tuple[str, str, str]]
    left_out: Table | None
    done: int
    total: int
    accepted: int
    words: str


@dataclass(frozen=True)
class ProposalRow:
    """A proposal as it is judged."""

    id: str
    form: ProposalForm
    kind: str
    theme: str
    title: str
    text: list[str]
    details: list[tuple[str, str]]
    link: str
    meaning: str
    place: str
    why: str
    is_sure: bool
    times: int
    deed: str
    label: str
    has_error: bool = False


@dataclass(frozen=True)
class PartPage:
    """What the page of one part shows."""

    row: PlanImport
    number: int
    name: str
    heading: str
    how: str
    lines: str
    gaps: list[str]
    proposals: list[ProposalRow]
    open: int
    at_once: int
    before: PartRow | None
    after: PartRow | None

    @property
    def looks_like(self) -> int:
        """Sentences not judged yet that only look like a goal."""
        return self.open - self.at_once


def import_page(row: PlanImport) -> ImportPage:
    """Return the page of an import that is not finished."""
    names, found = theme_names(row), row.found
    parts = part_rows(row, names)
    total = len(found["proposals"])
    done = sum(part.judged for part in parts)
    by_number = {part.number: part for part in parts}
    return ImportPage(
        row=row,
        term=_term(found),
        parts=parts,
        gaps=[
            (by_number[gap["part"]].name, gap_words(gap), by_number[gap["part"]].url)
            for gap in found["gaps"]
        ],
        left_out=_left_out(found["left_out"]),
        done=done,
        total=total,
        accepted=sum(part.accepted for part in parts),
        words=f"{done} van {counted(total, 'voorstel', 'voorstellen')} beoordeeld",
    )


def part_rows(row: PlanImport, names: dict[str, str]) -> list[PartRow]:
    """Return every part that holds something, in the order of the document."""
    deeds: dict[int, Counter[str]] = {}
    for proposal in row.found["proposals"]:
        counts = deeds.setdefault(proposal["part"], Counter())
        counts[judged(proposal, row.settled)["deed"]] += 1
    gaps = Counter(gap["part"] for gap in row.found["gaps"])
    found = []
    for part in row.found["parts"]:
        number = part["number"]
        counts = deeds.get(number, Counter())
        if not counts and not gaps[number]:
            continue
        found.append(
            PartRow(
                number=number,
                name=part_name(part, names),
                heading=part_heading(part, names),
                how=part["how"],
                url=reverse("plan-import-part", args=[row.pk, number]),
                total=counts.total(),
                judged=counts[ACCEPT] + counts[SKIP],
                accepted=counts[ACCEPT],
                gaps=gaps[number],
            )
        )
    return found


def part_page(
    row: PlanImport, number: int, refused: tuple[str, ProposalForm] | None = None
) -> PartPage | None:
    """Return the page of one part, or ``None`` when the document has no such part.

    Args:
        refused: id of a proposal, with the form as somebody filled it in wrongly.
    """
    names = theme_names(row)
    rows = part_rows(row, names)
    place = next((at for at, one in enumerate(rows) if one.number == number), None)
    if place is None:
        return None
    own, part = rows[place], row.found["parts"][number]
    everywhere = part["kind"] in ("partners", "words", "laws")
    return PartPage(
        row=row,
        number=number,
        name=own.name,
        heading=own.heading,
        how=own.how,
        lines="" if everywhere else f"regel {part['first']} tot en met {part['last']}",
        gaps=[gap_words(gap) for gap in row.found["gaps"] if gap["part"] == number],
        proposals=[
            _proposal(one, row.settled, names, refused)
            for one in row.found["proposals"]
            if one["part"] == number
        ],
        open=own.total - own.judged,
        at_once=len(open_ids(row, number)),
        before=rows[place - 1] if place else None,
        after=rows[place + 1] if place + 1 < len(rows) else None,
    )


def _proposal(
    one: Json, settled: Json, names: dict[str, str], refused: tuple[str, ProposalForm] | None
) -> ProposalRow:
    now = judged(one, settled)
    kind = BY_CODE[now["kind"]]
    own = refused[1] if refused and refused[0] == one["id"] else None
    initial = {"kind": now["kind"], "theme": now["theme"]}
    return ProposalRow(
        id=one["id"],
        form=own or ProposalForm(themes=names, prefix=one["id"], initial=initial),
        kind=kind.name,
        theme=names.get(now["theme"], str(now["theme"])) if kind.of_theme else "",
        title=one["title"],
        text=[part for part in one["text"].split("\n") if part.strip()],
        details=[(_field_name(one["kind"], code), words) for code, words in one["details"].items()],
        link=one["link"],
        meaning=one["meaning"],
        place=place_words(one),
        why=one["why"],
        is_sure=one["is_sure"],
        times=one["times"],
        deed=now["deed"],
        label=LABELS[now["deed"]],
        has_error=own is not None,
    )


def _field_name(kind: str, code: str) -> str:
    field = field_named(BY_CODE[kind], code)
    return field.name if field else code


def _term(found: Json) -> str:
    return f"{found['first_year']}-{found['last_year']}" if found["first_year"] else ""


def _left_out(lines: list[Json]) -> Table | None:
    """Return the lines that are no part of the text, the same ones once."""
    counts = Counter((one["why"], one["words"]) for one in lines)
    if not counts:
        return None
    rows = tuple((words, why, f"{times}") for (why, words), times in counts.items())
    return Table(
        "Regels die geen tekst van het plan zijn",
        (Column("Regel"), Column("Wat het is"), Column("Keer", numeric=True)),
        rows,
    )


def open_ids(row: PlanImport, number: int) -> list[str]:
    """Return the ids of the proposals of a part that nobody judged yet and that may go at once.

    A sentence that only looks like a goal may not: somebody reads it and says so.
    """
    return [
        one["id"]
        for one in row.found["proposals"]
        if one["part"] == number
        and judged(one, row.settled)["deed"] == OPEN
        and not _only_looks_like_goal(one)
    ]


def _only_looks_like_goal(proposal: Json) -> bool:
    return bool(proposal["kind"] == GOAL.code and not proposal["is_sure"])
