"""Look inside an Excel file before anything unpacks it: what is dangerous is refused here.

A workbook is a zip with XML. Checked without unpacking: the number of parts, the sizes they claim
(zipfile never gives more than a part claims), names that point outside, macros, links to other
files. Then every part is read through once, in pieces, for a document type or an entity: Excel
never writes those, and they can make a reader expand a few bytes into gigabytes.
"""

import re
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from integraal.knowledge.sources.grids import refuse_large
from integraal.knowledge.sources.problems import FileProblem

MAXIMUM_PARTS = 2_000
MAXIMUM_UNPACKED = 150 * 1024 * 1024
MAXIMUM_SMALL_PART = 15 * 1024 * 1024
MAXIMUM_RATIO = 150
_RATIO_COUNTS_FROM = 2 * 1024 * 1024
_PIECE = 256 * 1024
_LARGE_PARTS = re.compile(r"xl/(worksheets/.*|sharedStrings)\.xml", re.IGNORECASE)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FORBIDDEN = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_LONGEST_FORBIDDEN = 9
_OTHER_ENCODING = re.compile(rb"\A(?:\xff\xfe|\xfe\xff|<\x00|\x00+<)")
_DECLARED = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)")

SAVE_AGAIN = "Open het bestand in Excel en sla het op als 'Excel-werkmap (.xlsx)' of als CSV."
DAMAGED = f"Dit Excelbestand is beschadigd of geen Excelbestand. {SAVE_AGAIN}"
_TOO_LARGE_INSIDE = (
    "Dit Excelbestand is uitgepakt veel groter dan het lijkt en wordt niet geopend. "
    "Kopieer alleen de tabel naar een nieuw bestand en kies dat."
)


def open_archive(content: bytes) -> ZipFile:
    """Open the zip of an Excel workbook after checking that it is safe to read.

    Args:
        content: the whole file.

    Raises:
        FileProblem: it is something else than .xlsx, locked with a password, damaged, or holds
            macros, links to other files, or what could harm the reader.
    """
    refuse_large(content)
    _refuse_other_kinds(content)
    try:
        archive = ZipFile(BytesIO(content))
        parts = archive.infolist()
    except (BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as problem:
        raise FileProblem(DAMAGED) from problem
    _refuse_sizes(parts)
    _refuse_names([part.filename for part in parts])
    _refuse_locked(parts)
    for part in parts:
        _refuse_harmful_markup(archive, part)
    return archive


def _refuse_other_kinds(content: bytes) -> None:
    if content.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise FileProblem(
                "Dit Excelbestand is beveiligd met een wachtwoord. "
                "Haal het wachtwoord eraf, sla het bestand op en kies het opnieuw."
            )
        raise FileProblem(f"Dit is een oud Excelbestand (.xls). {SAVE_AGAIN}")
    if not content.startswith(b"PK"):
        raise FileProblem(DAMAGED)


def _refuse_sizes(parts: list[ZipInfo]) -> None:
    unpacked = sum(part.file_size for part in parts)
    packed = max(1, sum(part.compress_size for part in parts))
    suspicious = unpacked > _RATIO_COUNTS_FROM and unpacked / packed > MAXIMUM_RATIO
    swollen = any(
        part.file_size > MAXIMUM_SMALL_PART and not _LARGE_PARTS.fullmatch(part.filename)
        for part in parts
    )
    if len(parts) > MAXIMUM_PARTS or unpacked > MAXIMUM_UNPACKED or suspicious or swollen:
        raise FileProblem(_TOO_LARGE_INSIDE)


def _refuse_names(names: list[str]) -> None:
    lowered = [name.replace("\\", "/").lower() for name in names]
    if any(name.startswith("/") or ".." in name.split("/") or ":" in name for name in lowered):
        raise FileProblem(DAMAGED)
    if len(set(lowered)) < len(lowered):
        raise FileProblem(DAMAGED)
    if "content.xml" in lowered and "mimetype" in lowered:
        raise FileProblem(f"Dit is een bestand van LibreOffice (.ods). {SAVE_AGAIN}")
    if "xl/workbook.bin" in lowered:
        raise FileProblem(f"Dit is een binair Excelbestand (.xlsb). {SAVE_AGAIN}")
    if any("vbaproject" in name or name.startswith("xl/macrosheets/") for name in lowered):
        raise FileProblem(
            "In dit Excelbestand zitten macro's. Sla het op als 'Excel-werkmap (.xlsx)', "
            "zonder macro's, en kies het opnieuw."
        )
    if any(name.startswith("xl/externallinks/") for name in lowered):
        raise FileProblem(
            "Dit Excelbestand haalt waarden uit andere bestanden. Kopieer de tabel, plak alleen "
            "de waarden in een nieuw bestand en kies dat."
        )
    if "[content_types].xml" not in lowered or "xl/workbook.xml" not in lowered:
        raise FileProblem(DAMAGED)


def _refuse_locked(parts: list[ZipInfo]) -> None:
    if any(part.flag_bits & 0x1 for part in parts):
        raise FileProblem(
            "Dit bestand is beveiligd met een wachtwoord. Haal het wachtwoord eraf en kies het "
            "opnieuw."
        )


def _refuse_harmful_markup(archive: ZipFile, part: ZipInfo) -> None:
    """The encodings are limited to UTF-8, because a forbidden word could hide in another one."""
    try:
        with archive.open(part) as stream:
            piece = stream.read(_PIECE)
            declared = _DECLARED.match(piece)
            odd = _OTHER_ENCODING.match(piece) or (
                declared and declared[1].lower() not in (b"utf-8", b"us-ascii", b"ascii")
            )
            while piece:
                if odd or _FORBIDDEN.search(piece):
                    raise FileProblem(
                        "In dit Excelbestand staat iets wat Excel zelf nooit schrijft. Het wordt "
                        "niet geopend. Kopieer alleen de tabel naar een nieuw bestand en kies dat."
                    )
                following = stream.read(_PIECE)
                piece = piece[-_LONGEST_FORBIDDEN:] + following if following else b""
    except (BadZipFile, zlib.error, ValueError, OSError, EOFError, NotImplementedError) as problem:
        if isinstance(problem, FileProblem):
            raise
        raise FileProblem(DAMAGED) from problem
