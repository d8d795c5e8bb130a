"""The newest round as Excel: every verdict, and what it was judged by."""

from decimal import Decimal

from integraal.foundation.audit.actors import Actor
from integraal.foundation.ui.spreadsheets import Cell, Sheet, as_workbook_of
from integraal.knowledge.figures.rounds.models import MonthRound
from integraal.knowledge.figures.rounds.plain import HEADINGS, plain_verdicts
from integraal.knowledge.figures.rounds.presenters import rules_of, seen_by
from integraal.knowledge.figures.rounds.queries import all_verdicts

_NUMBERS = ("expected", "p_value", "adjusted_p")


def round_as_excel(by: Actor, found: MonthRound) -> bytes:
    """Return an Excel file with the verdicts that ``by`` may see."""
    rows = [
        [_cell(name, one[name]) for name in HEADINGS]
        for one in plain_verdicts(seen_by(by, all_verdicts(found)))
    ]
    families: list[list[Cell]] = [
        [code, int(facts["comparisons"]), int(facts["alarms"])]
        for code, facts in sorted(found.families.items())
    ]
    told: list[list[Cell]] = [["Rekenregel", sentence] for sentence in rules_of(found)]
    told += [["Vingerafdruk (SHA-256)", found.fingerprint]]
    return as_workbook_of(
        Sheet("Oordelen", list(HEADINGS.values()), rows),
        Sheet("Families", ["Maand", "Getoetst", "Viel op"], families),
        Sheet("Toelichting", ["Onderwerp", "Inhoud"], told),
    )


def _cell(name: str, value: str | int | None) -> Cell:
    return Decimal(value) if name in _NUMBERS and isinstance(value, str) else value
