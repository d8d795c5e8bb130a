"""Goals that stand in a table: a column of goals, with columns for who, when and by what."""

import re
from collections.abc import Iterator, Mapping, Sequence

from integraal.policy.plan.importing.document import Document, Span
from integraal.policy.plan.importing.recognising.found import Part, Proposal
from integraal.policy.plan.importing.recognising.outline import Marked
from integraal.policy.plan.rules import LONGEST_TITLE

_COLUMNS = (
    ("goal", r"\b(?:doel|doelen|doelstelling\w*|wat willen we bereiken)\b"),
    ("measure", r"\b(?:indicator|meetbaar|waaraan|maatstaf)\b"),
    ("baseline", r"\b(?:nulmeting|beginstand|uitgangssituatie|huidig\w*)\b"),
    ("target", r"\b(?:streef\w*|norm)\b"),
    ("owner", r"\b(?:wie|trekker|verantwoordelijk\w*|eigenaar|regie)\b"),
)
_NAMES = tuple((code, re.compile(words, re.IGNORECASE)) for code, words in _COLUMNS)
_NUMBER = re.compile(r"-?\d{1,12}(?:,\d{1,3})?")
_NUMERIC = ("baseline", "target")
_LONGEST_HEAD = 60


def goals_in_tables(
    document: Document, marks: Sequence[Marked], part: Part, number: int
) -> Iterator[Proposal]:
    """Yield the goals in the tables of a theme, with what their rows say beside them."""
    for rows in _tables(document, marks).values():
        heads = _heads(document, rows.get(1, {}))
        if "goal" not in heads.values():
            continue
        for row in sorted(rows)[1:]:
            found = {heads[column]: span for column, span in rows[row].items() if column in heads}
            yield from _goal(document, found, list(rows[row].values()), part, number)


def goal_tables(document: Document, marks: Sequence[Marked]) -> set[int]:
    """Return the numbers of the tables whose first row names a column of goals."""
    return {
        number
        for number, rows in _tables(document, marks).items()
        if "goal" in _heads(document, rows.get(1, {})).values()
    }


def _tables(document: Document, marks: Sequence[Marked]) -> dict[int, dict[int, dict[int, Span]]]:
    tables: dict[int, dict[int, dict[int, Span]]] = {}
    for mark in marks:
        line = document.lines[mark.index]
        if mark.role == "cell":
            tables.setdefault(line.table, {}).setdefault(line.row, {})[line.column] = mark.words
    return tables


def _heads(document: Document, cells: Mapping[int, Span]) -> dict[int, str]:
    found: dict[int, str] = {}
    for column, span in cells.items():
        words = document.cut(span)
        code = next((code for code, pattern in _NAMES if pattern.search(words)), "")
        if code and code not in found.values() and len(words) <= _LONGEST_HEAD:
            found[column] = code
    return found


def _goal(
    document: Document, found: Mapping[str, Span], row: list[Span], part: Part, number: int
) -> Iterator[Proposal]:
    """Yield the goal of a row; a row that says more than its fields hold is its text too."""
    goal = found.get("goal")
    if goal is None or not document.cut(goal).strip():
        return
    details = {
        code: span
        for code, span in found.items()
        if code != "goal" and _fits(code, document.cut(span))
    }
    is_short = goal.end - goal.start <= LONGEST_TITLE
    is_whole = len(details) + 1 == sum(bool(document.cut(cell)) for cell in row)
    yield Proposal(
        number, "goal", part.theme, title=goal if is_short else None,
        text=None if is_short and is_whole else Span(row[0].start, row[-1].end), details=details,
        why="staat in een tabel met doelen",
    )  # fmt: skip


def _fits(code: str, words: str) -> bool:
    return bool(words) and (code not in _NUMERIC or bool(_NUMBER.fullmatch(words)))
