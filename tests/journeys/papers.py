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
