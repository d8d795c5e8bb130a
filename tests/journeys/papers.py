"""What a PDF must be: tagged as PDF/UA-1, with its text in it."""

from __future__ import annotations

import io
from typing import Any

from pypdf import PdfReader


def text_of(content: bytes) -> str:
    """Return the words of the PDF with single spaces; fail when it is not tagged as PDF/UA-1.

    The rules that can be checked by machine are those of the documents' own tests.
    """
    assert content.startswith(b"%PDF-")
    reader = PdfReader(io.BytesIO(content))
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert str(root["/Lang"]).startswith("nl")
    assert b"pdfuaid:part" in root["/Metadata"].get_object().get_data()
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def bookmarks_of(content: bytes) -> list[str]:
    """Return the bookmarks of the first level, in order."""
    marks = PdfReader(io.BytesIO(content)).outline
    return [str(one.title) for one in marks if not isinstance(one, list)]


def texts_by_bookmark(content: bytes) -> dict[str, str]:
    """Return the words of each part that a bookmark of the first level leads to."""
    reader = PdfReader(io.BytesIO(content))
    marks = [one for one in reader.outline if not isinstance(one, list)]
    begins = [reader.get_destination_page_number(one) or 0 for one in marks]
    ends = [*begins[1:], len(reader.pages)]
    return {
        str(one.title): " ".join(
            " ".join(page.extract_text() for page in reader.pages[begin:end]).split()
        )
        for one, begin, end in zip(marks, begins, ends, strict=True)
    }
