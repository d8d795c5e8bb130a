"""Parts of which a shipped Word template is made; each kind of document puts its own together.

A template is code as well as a file. So it is written in Python, where it can be read and
reviewed; the same parts give the same bytes each time.
"""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from integraal.foundation.documents.word.filling import steady

BRAND, QUIET, LINE = RGBColor(0x0B, 0x55, 0x61), RGBColor(0x43, 0x56, 0x5C), "D5DEDE"
WRITTEN = "{{%p for stuk in {0} %}}"


def template(title: str, *parts: Callable[[Any], None]) -> bytes:
    """Return the template with its cover and what each part adds; the same bytes each time."""
    book = Document()
    style(book, title)
    cover(book)
    for one in parts:
        one(book)
    file = BytesIO()
    book.save(file)
    return steady(file.getvalue())


def style(book: Any, title: str) -> None:
    """Give the book its paper, faces, running head and foot; ``title`` is for its properties."""
    section = book.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(23)
    section.top_margin, section.bottom_margin = Mm(24), Mm(20)
    normal = book.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10.5)
    normal.paragraph_format.space_after = Pt(6)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "nl-NL")
    normal.element.get_or_add_rPr().append(language)
    for name, size in (("Title", 34), ("Heading 1", 20), ("Heading 2", 14), ("Heading 3", 11.5)):
        found = book.styles[name]
        found.font.name, found.font.size, found.font.bold = "Calibri", Pt(size), True
        found.font.color.rgb = BRAND
        found.element.rPr.rFonts.set(qn("w:asciiTheme"), "minorHAnsi")
    book.styles["Heading 1"].paragraph_format.page_break_before = True
    properties = book.core_properties
    properties.title, properties.author, properties.comments = title, "", ""
    head = section.header.paragraphs[0]
    head.text = "{{ titel }}, {{ gemeente }}\t\t{{ staat }}, versie {{ versie }}"
    foot = section.footer.paragraphs[0]
    foot.text = "{{ verzonnen }}\t\tPagina "
    _field(foot, "PAGE")


def cover(book: Any) -> None:
    """Add the cover and the list of contents, which Word fills itself."""
    book.add_paragraph("{{ gemeente }}", style="Subtitle")
    book.add_paragraph("{{ titel }}", style="Title")
    book.add_paragraph("{{ staat }}").runs[0].bold = True
    book.add_paragraph("{{ staat_zin }}")
    loop(book, "feit", "feiten", "{{ feit.naam }}: {{ feit.waarde }}")
    book.add_paragraph("Opgemaakt: {{ opgemaakt }}")
    book.add_paragraph("{{ verzonnen }}")
    # Not a heading: the list of contents does not list itself.
    title = book.add_paragraph()
    title.paragraph_format.page_break_before = True
    run = title.add_run("Inhoud")
    run.bold, run.font.size, run.font.color.rgb = True, Pt(20), BRAND
    contents = book.add_paragraph()
    _field(contents, r'TOC \o "1-2" \h \z \u', "Word vult de inhoud als u dit document opent.")
    update = OxmlElement("w:updateFields")
    update.set(qn("w:val"), "true")
    _before(book.settings.element, update, "hdrShapeDefaults", "footnotePr", "endnotePr", "compat")


def chapter(book: Any, title: str, field: str) -> None:
    """Add a chapter of written texts, left out when there are none."""
    book.add_paragraph(f"{{%p if {field} %}}")
    book.add_heading(title, 1)
    written(book, field)
    book.add_paragraph("{%p endif %}")


def written(book: Any, field: str) -> None:
    """Add every written text of a field."""
    book.add_paragraph(WRITTEN.format(field))
    pieces(book)
    book.add_paragraph("{%p endfor %}")


def pieces(book: Any) -> None:
    """Add the pieces of the text at hand, each in its form, and who wrote it."""
    book.add_paragraph("{%p for deel in stuk.delen %}")
    book.add_paragraph('{%p if deel.soort == "kop" %}')
    book.add_heading("{{ deel.tekst }}", 3)
    book.add_paragraph('{%p elif deel.soort == "punt" %}')
    book.add_paragraph("{{ deel.tekst }}", style="List Bullet")
    book.add_paragraph("{%p else %}")
    book.add_paragraph("{{ deel.tekst }}")
    book.add_paragraph("{%p endif %}")
    book.add_paragraph("{%p endfor %}")
    book.add_paragraph("{%p if stuk.door %}")
    quiet = book.add_paragraph("Tekst: {{ stuk.door }}").runs[0]
    quiet.font.size, quiet.font.color.rgb = Pt(8.5), QUIET
    book.add_paragraph("{%p endif %}")


def loop(book: Any, item: str, field: str, words: str, style: str | None = None) -> None:
    """Add a line for every item of a field."""
    book.add_paragraph(f"{{%p for {item} in {field} %}}")
    book.add_paragraph(words, style=style)
    book.add_paragraph("{%p endfor %}")


def part(book: Any, title: str, item: str, field: str, columns: list[tuple[str, str]]) -> None:
    """A heading with its table, left out when there are no rows."""
    book.add_paragraph(f"{{%p if {field} %}}")
    book.add_heading(title, 2)
    table(book, title, item, field, columns)
    book.add_paragraph("{%p endif %}")


def table(book: Any, title: str, item: str, field: str, columns: list[tuple[str, str]]) -> None:
    """Add a table with a row for every item of a field; columns are heading and name."""
    table = book.add_table(rows=4, cols=len(columns))
    table.style = "Table Grid"
    table.autofit = True
    _describe(table, title)
    for cell, (head, _) in zip(table.rows[0].cells, columns, strict=True):
        _fill(cell, head, bold=True)
    table.rows[1].cells[0].text = f"{{%tr for {item} in {field} %}}"
    for cell, (_, name) in zip(table.rows[2].cells, columns, strict=True):
        _fill(cell, f"{{{{ {item}.{name} }}}}")
    table.rows[3].cells[0].text = "{%tr endfor %}"
    for row in table.rows:
        whole = OxmlElement("w:cantSplit")
        row._tr.get_or_add_trPr().append(whole)
    head_row = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(head_row)
    book.add_paragraph().paragraph_format.space_after = Pt(2)


def sources(book: Any) -> None:
    """Add the sources of the figures, and the fingerprint of what stands fast."""
    part(
        book, "Waar de cijfers vandaan komen", "bron", "bronnen",
        [("Nr", "nr"), ("Bron", "naam"), ("Bestand", "bestand"), ("Opgehaald", "opgehaald"),
         ("Gebruikt voor", "gebruikt_voor"), ("SHA-256", "vingerafdruk")],
    )  # fmt: skip
    book.add_paragraph("{%p if vingerafdruk %}")
    book.add_paragraph("Vingerafdruk van de inhoud (SHA-256): {{ vingerafdruk }}")
    book.add_paragraph("{%p endif %}")


def _fill(cell: Any, words: str, *, bold: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(1)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
    run = paragraph.add_run(words)
    run.bold, run.font.size = bold, Pt(8.5)


def _describe(table: Any, title: str) -> None:
    """Give a table quiet lines, and a title for who hears it."""
    properties = table._tbl.tblPr
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", LINE)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    for side in ("left", "right", "insideV"):
        none = OxmlElement(f"w:{side}")
        none.set(qn("w:val"), "nil")
        borders.append(none)
    _before(properties, borders, "shd", "tblLayout", "tblCellMar", "tblLook")
    for name, words in (("tblCaption", title), ("tblDescription", f"Tabel: {title}")):
        said = OxmlElement(f"w:{name}")
        said.set(qn("w:val"), words)
        properties.append(said)


def _before(parent: Any, new: Any, *followers: str) -> None:
    """Put an element where the schema of Word wants it: before the first of its followers."""
    names = {qn(f"w:{name}") for name in followers}
    places = [place for place, child in enumerate(parent) if child.tag in names]
    parent.insert(places[0] if places else len(parent), new)


def _field(paragraph: Any, code: str, shown: str = "1") -> None:
    """Add a field that Word fills itself."""
    for kind, words in (("begin", ""), ("", code), ("separate", ""), ("text", shown), ("end", "")):
        run = paragraph.add_run()
        if kind == "text":
            run.text = words
        elif kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
        else:
            instruction = OxmlElement("w:instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = words
            run._r.append(instruction)
