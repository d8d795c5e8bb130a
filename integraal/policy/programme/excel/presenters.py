"""What the pages of the workbook show."""

from dataclasses import dataclass

from django import forms

from integraal.foundation.audit.actors import Actor
from integraal.foundation.ui.components import Chip
from integraal.foundation.ui.dutch import begin_of
from integraal.policy.programme.excel.report import Problem, Report, RowChange
from integraal.policy.programme.models import Programme
from integraal.policy.programme.showing.page import address
from integraal.policy.programme.tabs import tabs

LONGEST_CELL = 200
EMPTY = "leeg"


@dataclass(frozen=True)
class Line:
    """One row of the workbook in the report."""

    row: int
    title: str
    changes: list[tuple[str, str, str]]


@dataclass(frozen=True)
class ImportPage:
    """What ``programme/import.html`` shows: the form, and the report once there is a file."""

    programme: Programme
    tabs: list[Chip]
    form: forms.Form | None
    report: Report | None = None
    sealed: str = ""
    refusal: str = ""

    @property
    def url(self) -> str:
        """Where the programme itself stands."""
        return address("programme", self.programme.pk)

    @property
    def problems(self) -> list[Problem]:
        """What is wrong, in order of the rows."""
        return self.report.problems if self.report else []

    @property
    def may_confirm(self) -> bool:
        """Whether there is something to take over and nothing wrong."""
        return bool(self.report and not self.report.problems and not self.report.is_nothing)

    @property
    def new(self) -> list[Line]:
        """Rows that add a measure, with what is filled in."""
        return [_line(one) for one in self.report.new] if self.report else []

    @property
    def altered(self) -> list[Line]:
        """Rows that change a measure, with which field from what to what."""
        return [_line(one) for one in self.report.altered] if self.report else []

    @property
    def sentence(self) -> str:
        """What the file would do, in one sentence."""
        found = self.report
        if found is None:
            return "Werk de maatregelen in Excel bij en lees het bestand hier weer in."
        if found.problems:
            many = len(found.problems)
            words = "klopt 1 ding niet" if many == 1 else f"kloppen {many} dingen niet"
            return f"In dit bestand {words}. Er is niets veranderd."
        if found.is_nothing:
            return (
                "In dit bestand staat hetzelfde als in het programma. Er valt niets te veranderen."
            )
        return (
            f"Nieuw: {len(found.new)}. Veranderd: {len(found.altered)}. Hetzelfde: {found.same}. "
            "Er is nog niets veranderd; bevestig het hieronder."
        )


def import_page(
    by: Actor,
    programme: Programme,
    form: forms.Form | None,
    report: Report | None = None,
    sealed: str = "",
    refusal: str = "",
) -> ImportPage:
    """Return the page to read a workbook back, with its report when a file was read."""
    chips = tabs(by, programme, "programme-import")
    return ImportPage(programme, chips, form, report, sealed, refusal)


def _line(change: RowChange) -> Line:
    changes = [
        (one.heading, begin_of(one.before, LONGEST_CELL) or EMPTY,
         begin_of(one.after, LONGEST_CELL) or EMPTY)
        for one in change.changes
    ]  # fmt: skip
    return Line(change.row, change.title, changes)
