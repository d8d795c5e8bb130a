"""What a PDF must be: tagged as PDF/UA-1, with the text that was written, and drawable."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from pdfua import validate_pdf
from pypdf import PdfReader


def text_of(content: bytes) -> str:
    """Return the words of the PDF with single spaces; fail when it is not PDF/UA-1."""
    assert content.startswith(b"%PDF-")
    reader = PdfReader(io.BytesIO(content))
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert str(root["/Lang"]).startswith("nl")
    assert b"pdfuaid:part" in root["/Metadata"].get_object().get_data()
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())
