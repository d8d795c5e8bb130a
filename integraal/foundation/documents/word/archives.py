"""Look inside a Word file before anything unpacks or reads it. Pure.

A .docx is a zip with XML. Refused here: what is large, what unpacks to something far larger,
macros, embedded objects, what is fetched from elsewhere, and field codes that do so in Word.
"""

import re
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

MAXIMUM_BYTES = 2 * 1024 * 1024
MAXIMUM_PARTS = 400
MAXIMUM_UNPACKED = 30 * 1024 * 1024
MAXIMUM_PART = 10 * 1024 * 1024
MAXIMUM_RATIO = 120
_RATIO_COUNTS_FROM = 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAIN_TYPE = b"wordprocessingml.document.main+xml"
_MARKUP_BEYOND_WORD = re.compile(rb"<!(?:DOCTYPE|ENTITY)|<(?:\w+:)?altChunk\b")
_OUTSIDE = re.compile(rb"<Relationship\b(?=[^>]*TargetMode\s*=\s*[\"']External)[^>]*>")
_FETCHING_FIELD = re.compile(
    rb"(?:instrText[^>]*>|w:instr\s*=\s*[\"'])\s*"
    rb"(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|DATABASE|MACROBUTTON)\b",
    re.IGNORECASE,
)
_UTF_16 = re.compile(rb"\A(?:\xff\xfe|\xfe\xff|<\x00|\x00<)")

NO_DOCX = "Dit is geen Word-document (.docx). Sla het sjabloon in Word op als “Word-document”."
DAMAGED = "Dit Word-document is beschadigd. Open het in Word, sla het opnieuw op en kies het weer."
TOO_LARGE = (
    f"Het sjabloon mag ten hoogste {MAXIMUM_BYTES // 1024 // 1024} MB zijn. "
    "Verklein de afbeeldingen en kies het opnieuw."
)
SWOLLEN = (
    "Dit Word-document is uitgepakt veel groter dan het lijkt en wordt niet geopend. "
    "Maak het sjabloon opnieuw in een leeg document."
)
MACROS = "In dit Word-document zitten macro's. Sla het op als “Word-document”, zonder macro's."
EMBEDDED = (
    "In dit Word-document zit een ander bestand of haalt een veld iets van elders. Haal het eruit "
    "en kies het sjabloon opnieuw."
)


class TemplateRefused(Exception):
    """The file cannot be a template; the message is a sentence for who chose it."""


def check_archive(content: bytes) -> None:
    """Check that a Word file is safe to open.

    Raises:
        TemplateRefused: it is something else, damaged, too large, or holds what may do harm.
    """
    _refuse_other_kinds(content)
    try:
        archive = ZipFile(BytesIO(content))
        parts = archive.infolist()
    except (BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as problem:
        raise TemplateRefused(DAMAGED) from problem
    _refuse_sizes(parts)
    _refuse_names([part.filename for part in parts])
    for part in parts:
        _refuse_content(part.filename.lower(), _read(archive, part))


def _refuse_other_kinds(content: bytes) -> None:
    if len(content) > MAXIMUM_BYTES:
        raise TemplateRefused(TOO_LARGE)
    if content.startswith(_OLE):
        raise TemplateRefused(f"{NO_DOCX} Een wachtwoord moet eraf.")
    if not content.startswith(b"PK"):
        raise TemplateRefused(NO_DOCX)


def _refuse_sizes(parts: list[ZipInfo]) -> None:
    unpacked = sum(part.file_size for part in parts)
    packed = max(1, sum(part.compress_size for part in parts))
    suspicious = unpacked > _RATIO_COUNTS_FROM and unpacked / packed > MAXIMUM_RATIO
    swollen = any(part.file_size > MAXIMUM_PART for part in parts)
    if len(parts) > MAXIMUM_PARTS or unpacked > MAXIMUM_UNPACKED or suspicious or swollen:
        raise TemplateRefused(SWOLLEN)


def _refuse_names(names: list[str]) -> None:
    lowered = [name.replace("\\", "/").lower() for name in names]
    if len(set(lowered)) < len(lowered) or any(_points_outside(name) for name in lowered):
        raise TemplateRefused(DAMAGED)
    if "[content_types].xml" not in lowered or "word/document.xml" not in lowered:
        raise TemplateRefused(NO_DOCX)
    if any("vbaproject" in name or "vbadata" in name for name in lowered):
        raise TemplateRefused(MACROS)
    if any("/embeddings/" in name or "/activex/" in name for name in lowered):
        raise TemplateRefused(EMBEDDED)


def _points_outside(name: str) -> bool:
    return name.startswith("/") or ":" in name or ".." in name.split("/")


def _read(archive: ZipFile, part: ZipInfo) -> bytes:
    # zipfile never gives more than a part claims, and the claims were added up before.
    try:
        return archive.read(part)
    except (BadZipFile, zlib.error, OSError, EOFError, RuntimeError, ValueError) as problem:
        raise TemplateRefused(DAMAGED) from problem
    except NotImplementedError as problem:
        raise TemplateRefused(DAMAGED) from problem


def _refuse_content(name: str, content: bytes) -> None:
    if not name.endswith((".xml", ".rels")):
        return
    if _UTF_16.match(content) or _MARKUP_BEYOND_WORD.search(content):
        raise TemplateRefused(DAMAGED)
    if name == "[content_types].xml":
        if b"macroEnabled" in content:
            raise TemplateRefused(MACROS)
        if _MAIN_TYPE not in content:
            raise TemplateRefused(NO_DOCX)
    if _FETCHING_FIELD.search(content) or _fetches(content):
        raise TemplateRefused(EMBEDDED)


def _fetches(content: bytes) -> bool:
    """Return whether a relationship fetches something; a hyperlink waits until it is clicked."""
    return any(b"/hyperlink" not in found for found in _OUTSIDE.findall(content))
