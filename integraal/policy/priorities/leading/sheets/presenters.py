"""What the page to type in a paper sheet shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from integraal.policy.priorities.joining.forms import WhoForm
from integraal.policy.priorities.models import Ballot, Participant, Session
from integraal.policy.priorities.progress import Progress, participants, progress_of
from integraal.policy.priorities.scoring.form import POINTS, Asked, asked_of


@dataclass(frozen=True)
class Cell:
    """One number to type."""

    name: str
    label: str
    value: Any


@dataclass(frozen=True)
class SheetRow:
    """A theme with its numbers."""

    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class PaperLine:
    """Somebody on paper, and whether their sheet is in for the open round."""

    pk: UUID
    words: str
    is_chosen: bool


@dataclass(frozen=True)
class SheetPage:
    """The page on which a sheet is typed in."""

    session: Session
    progress: Progress
    people: tuple[PaperLine, ...]
    who: WhoForm
    headings: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    points: tuple[Cell, ...]
    most: int
    least: int
    problem: str
    entered: int


def sheet_page(
    session: Session,
    *,
    typed: Mapping[str, Any] | None = None,
    who: WhoForm | None = None,
    chosen: str = "",
    problem: str = "",
) -> SheetPage:
    """Return an empty sheet, or one that was refused with what was typed.

    A sheet that is in already comes up empty too: nobody sees scores while a round is open.
    """
    asked, fields = asked_of(session), typed or {}
    progress = progress_of(session.pk)
    done = set(
        Ballot.objects.filter(round=progress.round_id, participant__on_paper=True).values_list(
            "participant_id", flat=True
        )
    )
    on_paper = participants(session).filter(on_paper=True)
    return SheetPage(
        session=session,
        progress=progress,
        people=tuple(_line(one, done, chosen) for one in on_paper),
        who=who or WhoForm(),
        headings=("Stippen",) if asked.dots else tuple(c.name for c in asked.criteria.values()),
        rows=_rows(asked, fields),
        points=_points(asked, fields),
        most=asked.dots or 5,
        least=0 if asked.dots else 1,
        problem=problem,
        entered=len(done),
    )


def _rows(asked: Asked, fields: Mapping[str, Any]) -> tuple[SheetRow, ...]:
    def cell(theme: str, name: str, kind: str) -> Cell:
        field = f"{theme}:{kind}"
        about = "stippen" if asked.dots else asked.criteria[kind].name
        return Cell(field, f"{name}: {about}", fields.get(field, ""))

    return tuple(
        SheetRow(one.short_name, tuple(cell(code, one.short_name, kind) for kind in asked.kinds))
        for code, one in asked.themes.items()
    )


def _points(asked: Asked, fields: Mapping[str, Any]) -> tuple[Cell, ...]:
    if not asked.asks_weights:
        return ()
    names = {code: f"{POINTS}:{code}" for code in asked.criteria}
    return tuple(
        Cell(name, asked.criteria[code].name, fields.get(name, "")) for code, name in names.items()
    )


def _line(one: Participant, done: set[UUID], chosen: str) -> PaperLine:
    organisation = f", {one.organisation}" if one.organisation else ""
    entered = " (ingevoerd)" if one.pk in done else ""
    return PaperLine(one.pk, f"{one.name}{organisation}{entered}", str(one.pk) == chosen)
