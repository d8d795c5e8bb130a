"""A Word file to lines: only its own text is read, never what it holds or points at. Pure."""

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml import etree

from integraal.foundation.ui.cleaning import cleaned
from integraal.policy.plan.importing.document import Line
from integraal.policy.plan.importing.reading import problems
from integraal.policy.plan.importing.reading.problems import Unreadable

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TEXT, _STYLES = "word/document.xml", "word/styles.xml"
MOST_PARTS = 5000
MOST_UNPACKED = 40 * 1024 * 1024
_NEVER_READ = {f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", _FALLBACK}
_HEADING_NAME = re.compile(r"^(?:heading|kop)\s*([1-9])$", re.IGNORECASE)
_TITLE_NAMES = ("title", "titel")
_CONTENTS_NAME = re.compile(r"^(?:toc|inhopg)\s*\d", re.IGNORECASE)
IN_CONTENTS = "inhoudsopgave"


def word_lines(content: bytes) -> list[Line]:
    """Return the lines of a .docx: headings by their style, list items, table cells, paragraphs.

    Raises:
        Unreadable: it is no Word file, it is damaged, or it unpacks to something far larger.
    """
    text, styles = _parts(content)
    body = _tree(text).find(f"{_W}body")
    if body is None:
        raise Unreadable(problems.NO_WORD)
    return list(_Reader(_style_names(styles)).lines(body))


def _parts(content: bytes) -> tuple[bytes, bytes]:
    try:
        archive = ZipFile(BytesIO(content))
        sizes = {part.filename: part.file_size for part in archive.infolist()}
        if _TEXT not in sizes:
            raise Unreadable(problems.NO_WORD)
        unpacked = sizes[_TEXT] + sizes.get(_STYLES, 0)
        if len(sizes) > MOST_PARTS or unpacked > MOST_UNPACKED:
            raise Unreadable(problems.SWOLLEN_WORD)
        # zipfile never gives more than a part claims.
        return archive.read(_TEXT), archive.read(_STYLES) if _STYLES in sizes else b""
    except (BadZipFile, zlib.error, OSError, EOFError, RuntimeError, ValueError) as problem:
        raise Unreadable(problems.DAMAGED_WORD) from problem


def _tree(content: bytes) -> etree._Element:
    # A document type can name entities that grow without end; Word never writes one.
    if (
        b"<!DOCTYPE" in content
        or b"<!ENTITY" in content
        or content[:2] in (b"\xff\xfe", b"\xfe\xff")
    ):
        raise Unreadable(problems.DAMAGED_WORD)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as problem:
        raise Unreadable(problems.DAMAGED_WORD) from problem


def _style_names(content: bytes) -> dict[str, str]:
    """Return id to name of each style; the name is the same in every language."""
    if not content:
        return {}
    found = {}
    for style in _tree(content).iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        found[style.get(f"{_W}styleId", "")] = "" if name is None else name.get(f"{_W}val", "")
    return found


class _Reader:
    """Walks the body; a table counts its rows and columns."""

    def __init__(self, styles: dict[str, str]) -> None:
        self._styles = styles
        self._table = 0

    def lines(self, parent: etree._Element) -> Iterator[Line]:
        for child in parent:
            if child.tag == f"{_W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{_W}tbl":
                yield from self._cells(child)
            elif child.tag == f"{_W}sdt":
                inside = child.find(f"{_W}sdtContent")
                yield from () if inside is None else self.lines(inside)

    def _cells(self, table: etree._Element) -> Iterator[Line]:
        self._table += 1
        number = self._table
        for row, part in enumerate(table.findall(f"{_W}tr"), start=1):
            for column, cell in enumerate(part.findall(f"{_W}tc"), start=1):
                words = [_words(one) for one in cell.iter(f"{_W}p")]
                text = " ".join(one for one in words if one)
                yield Line(text, "cell", table=number, row=row, column=column)

    def _paragraph(self, paragraph: etree._Element) -> Iterator[Line]:
        name, level = self._style(paragraph)
        words = _words(paragraph)
        if level:
            yield Line(words, "heading", level)
        elif _CONTENTS_NAME.match(name):
            yield Line(words, left_out=IN_CONTENTS)
        elif paragraph.find(f"{_W}pPr/{_W}numPr") is not None or name.lower().startswith("list"):
            yield Line(words, "item")
        else:
            yield Line(words)

    def _style(self, paragraph: etree._Element) -> tuple[str, int]:
        """Return the name of its style, and its level when it is a heading."""
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        code = "" if style is None else style.get(f"{_W}val", "")
        name = self._styles.get(code, code)
        heading = _HEADING_NAME.match(name)
        if heading:
            return name, int(heading[1])
        return name, 1 if name.lower() in _TITLE_NAMES else 0


def _words(paragraph: etree._Element) -> str:
    return " ".join(cleaned("".join(_pieces(paragraph))).split())


def _pieces(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag in _NEVER_READ:
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
            yield " "
        else:
            yield from _pieces(child)
