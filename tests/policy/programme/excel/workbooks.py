"""Write, change and read workbooks as somebody does in a spreadsheet program."""

from __future__ import annotations

from io import BytesIO

from django.utils import timezone
from openpyxl import load_workbook

from integraal.policy.programme.content import build_content
from integraal.policy.programme.excel.naming import names_for
from integraal.policy.programme.excel.reading import read_sheet
from integraal.policy.programme.excel.workbook import programme_columns, workbook_of
from integraal.policy.programme.queries import measures


def written(programme):
    """Return the workbook of a programme as bytes."""
    names = names_for(programme, timezone.localdate())
    return workbook_of(programme, list(measures(programme)), names)


def edited(content, edit):
    """Let ``edit`` work on the sheet of measures; it gets the sheet, and heading to column."""
    book = load_workbook(BytesIO(content))
    sheet = book["Maatregelen"]
    edit(sheet, {cell.value: cell.column for cell in sheet[1]})
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def with_cells(content, cells):
    """Return a workbook with other cells: (row, heading) to value."""

    def edit(sheet, place):
        for (row, heading), value in cells.items():
            sheet.cell(row, place[heading]).value = value

    return edited(content, edit)


def read(programme, content):
    """Return what is read back."""
    return read_sheet(content, programme_columns(programme, list(measures(programme))))


def everything(programme):
    """Return all of a programme, and the revisions of its measures, to see that nothing changed."""
    revisions = list(measures(programme).values_list("key", "revision", "order"))
    return build_content(programme), revisions
