"""Read the papers as somebody would: words of a PDF, of a Word file, cells of a workbook."""

from __future__ import annotations

import io
import re
from typing import Any

import pypdf
from docx import Document
from openpyxl import load_workbook

Cells = dict[str, list[tuple[Any, ...]]]


def one_spaced(text: str) -> str:
    """Every run of white space as one space, and no permitted breaks."""
    return re.sub(r"\s+", " ", text.replace("\u200b", "").replace("\u2060", ""))


def pdf_pages(content: bytes) -> list[str]:
    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    return [one_spaced(page.extract_text()) for page in pages]


def pdf_words(content: bytes) -> str:
    return one_spaced(" ".join(pdf_pages(content)))


def word_words(content: bytes) -> str:
    """All words of a Word file in order: paragraphs, then tables, then heads and feet of pages."""
    book = Document(io.BytesIO(content))
    words = [paragraph.text for paragraph in book.paragraphs]
    words += [cell.text for table in book.tables for row in table.rows for cell in row.cells]
    for section in book.sections:
        for part in (section.header, section.footer):
            words += [paragraph.text for paragraph in part.paragraphs]
    return one_spaced(" ".join(words))


def workbook_cells(content: bytes) -> Cells:
    """Every sheet by its title, as rows of values."""
    book = load_workbook(io.BytesIO(content), read_only=False)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def rows_of(cells: Cells, sheet: str) -> list[dict[str, Any]]:
    """The rows of a sheet, each cell under its heading."""
    heads, *rows = cells[sheet]
    return [dict(zip(heads, row, strict=True)) for row in rows]
