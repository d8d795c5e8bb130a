"""What a measure waits for: numbers in the workbook, keys in the programme."""

import re
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from integraal.policy.programme.excel.columns import NEEDS, NUMBER
from integraal.policy.programme.excel.reading import SheetRow
from integraal.policy.programme.excel.report import Problem, Report
from integraal.policy.programme.models import Measure
from integraal.policy.programme.rules import circle_problem

HEADING = "Wacht op"


@dataclass(frozen=True)
class Waiting:
    """By number of a row: its key, the keys it waits for, what it waited for, what is wrong."""

    keys: dict[int, uuid.UUID]
    needs: dict[int, list[uuid.UUID]]
    before: dict[int, list[uuid.UUID]]
    wrong: dict[int, str]
    titles: dict[uuid.UUID, str]

    def wanted(self, row: int) -> list[uuid.UUID]:
        """Return the keys a row waits for."""
        return self.needs[row]

    def differs(self, row: int) -> bool:
        """Whether that is something else than the programme has now."""
        return row in self.wrong or self.needs[row] != self.before[row]

    def problems(self, row: int) -> list[Problem]:
        """Return what is wrong with the numbers of a row."""
        return [Problem(row, HEADING, self.wrong[row])] if row in self.wrong else []

    def circles(self, report: Report) -> list[Problem]:
        """Return a problem for the first changed row that waits for itself in a roundabout way."""
        waits = {self.keys[row]: needs for row, needs in self.needs.items()}
        for change in report.changed:
            if "needs" in change.fields:
                say = circle_problem(change.key, change.fields["needs"], waits, self.titles)
                if say:
                    return [Problem(change.row, HEADING, say)]
        return []


def waiting_of(
    rows: Sequence[SheetRow],
    keys: Mapping[int, uuid.UUID],
    measures: Mapping[uuid.UUID, Measure],
    cells: Mapping[uuid.UUID, Mapping[str, str]],
) -> Waiting:
    """Return what every row waits for.

    Args:
        rows: of the workbook.
        keys: number of a row to the key of its measure.
        measures, cells: the programme as it stands.
    """
    numbers: dict[str, list[uuid.UUID]] = {}
    for row in rows:
        if row.number in keys and row.cells.get(NUMBER):
            numbers.setdefault(row.cells[NUMBER], []).append(keys[row.number])
    needs, before, wrong = {}, {}, {}
    for row in rows:
        if row.number not in keys:
            continue
        key = keys[row.number]
        before[row.number] = list(measures[key].needs) if key in measures else []
        text = row.cells.get(NEEDS)
        if text is None or text == cells.get(key, {}).get(NEEDS, ""):
            needs[row.number] = before[row.number]
            continue
        needs[row.number], say = _keys(text, numbers)
        if say:
            wrong[row.number] = say
    titles = {key: one.title for key, one in measures.items()}
    titles |= {keys[one.number]: one.cells.get("title", "") for one in rows if one.number in keys}
    return Waiting(dict(keys), needs, before, wrong, titles)


def _keys(text: str, numbers: Mapping[str, list[uuid.UUID]]) -> tuple[list[uuid.UUID], str]:
    found = []
    for word in filter(None, re.split(r"[,;\s]+", text)):
        same = numbers.get(word, [])
        if len(same) != 1:
            why = "staat er meer dan één keer" if same else "staat niet in de kolom Nr"
            return [], f"Nummer {word[:12]} {why}. Vul een nummer uit die kolom in."
        if same[0] not in found:
            found.append(same[0])
    return found, ""
