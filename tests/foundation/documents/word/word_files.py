"""Word files as a test needs them: with a text of its own, and with parts that do not belong."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document


def docx(*paragraphs: str) -> bytes:
    """A Word file with these paragraphs."""
    book = Document()
    for words in paragraphs:
        book.add_paragraph(words)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """The same file with one part more, or with that part replaced."""
    changed = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(changed, "w", ZIP_DEFLATED) as target:
        for each in source.namelist():
            if each != name:
                target.writestr(each, source.read(each))
        target.writestr(name, part)
    return changed.getvalue()


def part_of(content: bytes, name: str) -> bytes:
    with ZipFile(BytesIO(content)) as archive:
        return archive.read(name)


def texts(content: bytes) -> list[str]:
    """Every paragraph and every cell of a Word file."""
    book = Document(BytesIO(content))
    cells = [cell.text for table in book.tables for row in table.rows for cell in row.cells]
    return [*(paragraph.text for paragraph in book.paragraphs), *cells]
