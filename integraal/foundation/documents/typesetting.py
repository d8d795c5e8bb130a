"""Typesets a document as PDF/UA-1: a template in, data in, bytes out.

Pure: no Django, no database, no clock. The moment in the file comes from the data, so the same
content gives the same bytes. User text reaches the template as JSON data, never as markup.
Typst refuses to make a PDF/UA-1 without a title or without a text alternative; that refusal and
every other one becomes a `DocumentProblem`.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

import typst

from integraal.foundation.documents.printable import printable

DOCUMENTS_FOLDER = Path(__file__).parent
FONTS_FOLDER = DOCUMENTS_FOLDER / "fonts"
LAYOUT_FOLDER = DOCUMENTS_FOLDER / "layout"
PROBE = LAYOUT_FOLDER / "probe.typ"
PACKAGE_ROOT = DOCUMENTS_FOLDER.parents[1]  # templates import "/foundation/documents/layout/..."
STANDARD: Final = "ua-1"


class DocumentProblem(Exception):
    """The document cannot be made; the text is a Dutch sentence that says what is wrong."""


def compile_pdf(
    template: Path,
    data: Mapping[str, Any],
    *,
    made_on: datetime | None = None,
    root: Path = PACKAGE_ROOT,
) -> bytes:
    """Typeset `data` with `template` as one PDF/UA-1 file.

    Args:
        template: a .typ file below `root`; it reads its data with `json(bytes(sys.inputs.data))`.
        data: JSON-serialisable content; `made_on` (ISO 8601 with offset) is required unless
            `made_on=` is given.
        made_on: moment written in the file as its creation date; default `data["made_on"]`.
        root: the only folder the template may read from.

    Returns:
        The bytes of the PDF. Same template, fonts, typst version and data: same bytes.

    Raises:
        DocumentProblem: template missing, data not usable, a picture without a text
            alternative, or anything else typst refuses.
    """
    if not template.is_file():
        raise DocumentProblem(_missing(template))
    moment = made_on or _moment_of(data)
    content = _as_json(data)
    try:
        return _typeset(template, {"data": content}, int(moment.timestamp()), root)
    except typst.TypstError as refusal:
        raise DocumentProblem(_sentence(refusal)) from refusal


def template_fingerprint(template: Path) -> str:
    """Return the SHA-256 of all that shapes a document but its data, as 64 hexadecimal digits.

    That is the template and its neighbours, the shared layout, the faces and the version of
    typst: when one of them changes, so does the fingerprint, and a kept document is no longer
    the one that was asked for.

    Raises:
        DocumentProblem: the template is missing.
    """
    if not template.is_file():
        raise DocumentProblem(_missing(template))
    folders = (
        template.parent.glob("*.typ"),
        LAYOUT_FOLDER.glob("*.typ"),
        FONTS_FOLDER.glob("*.ttf"),
    )
    shaping = [file for folder in folders for file in sorted(folder)]
    parts = [version("typst"), *(hashlib.sha256(one.read_bytes()).hexdigest() for one in shaping)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _missing(template: Path) -> str:
    return f"Het sjabloon {template.name} ontbreekt. Meld dit aan uw beheerder."


def _typeset(template: Path, inputs: dict[str, str], unix_time: int, root: Path) -> bytes:
    return typst.compile(
        template,
        root=root,
        font_paths=_fonts(FONTS_FOLDER),
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=STANDARD,
        sys_inputs=inputs,
        timestamp=unix_time,
    )


@cache
def _fonts(folder: Path) -> typst.Fonts:
    """The faces of `folder` plus the ones inside typst itself; never those of the machine."""
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=True,
        font_paths=[str(folder)],
    )


def _moment_of(data: Mapping[str, Any]) -> datetime:
    stated = data.get("made_on")
    try:
        moment = datetime.fromisoformat(str(stated))
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise DocumentProblem(
            "Het document heeft geen bruikbaar moment van opmaken. "
            "Geef een datum en tijd met tijdzone, zoals 2026-03-12T10:42:00+01:00."
        )
    return moment


def _as_json(data: Mapping[str, Any]) -> str:
    try:
        return json.dumps(
            printable(data, has_glyph=_has_glyphs), ensure_ascii=False, allow_nan=False
        )
    except (TypeError, ValueError) as problem:
        raise DocumentProblem(
            f"De inhoud van het document is niet te verwerken ({problem})."
        ) from problem


@lru_cache(maxsize=4096)
def _has_glyphs(text: str) -> bool:
    """Whether some face can show `text`; asked of typst itself, remembered per text."""
    try:
        _typeset(PROBE, {"text": text}, 0, PACKAGE_ROOT)
    except typst.TypstError:
        return False
    return True


def _sentence(refusal: typst.TypstError) -> str:
    said = str(refusal)
    said = said.removeprefix("panicked with: ").removeprefix("assertion failed: ").strip('" ')
    if "missing alt text" in said:
        said = "bij een figuur ontbreekt de tekst voor wie haar niet kan zien"
    elif "missing document title" in said:
        said = "de titel ontbreekt"
    return f"Het document kan niet worden opgemaakt: {said.rstrip('.')}."
