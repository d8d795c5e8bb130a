"""Text as it can be printed: what no face can show is named, never dropped in silence.

A PDF/UA-1 may hold no missing glyphs, and control or direction characters could make a reader
see something else than was written. Each such character becomes "[teken U+1F600]".
"""

import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

_ALWAYS_NAMED = {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"}
_DIRECTION = {chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}
_KEPT = {"\n", "\t"}
_BYTE_ORDER_MARK = "\ufeff"


def printable(value: Any, *, has_glyph: Callable[[str], bool]) -> Any:
    """Return a copy of `value` in which every string can be printed.

    Args:
        value: JSON-like value: mappings, lists, strings, numbers, None.
        has_glyph: says whether a string can be shown by the faces at hand; asked once for all
            unusual characters together, and one by one only if that fails.

    Returns:
        The same shape; strings in NFC, line ends as newline, unprintable characters named.
    """
    if isinstance(value, str):
        return _printable_text(value, has_glyph)
    if isinstance(value, Mapping):
        return {str(key): printable(item, has_glyph=has_glyph) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [printable(item, has_glyph=has_glyph) for item in value]
    return value


def _printable_text(text: str, has_glyph: Callable[[str], bool]) -> str:
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    named = {char for char in set(text) if _never_printed(char)}
    # Below U+0250 is Latin, which our own faces hold.
    unusual = sorted(char for char in set(text) - named if ord(char) >= 0x0250)
    if unusual and not has_glyph("".join(unusual)):
        named |= {char for char in unusual if not has_glyph(char)}
    return text.translate({ord(char): f"[teken U+{ord(char):04X}]" for char in named})


def _never_printed(char: str) -> bool:
    if char in _KEPT:
        return False
    return (
        unicodedata.category(char) in _ALWAYS_NAMED
        or char in _DIRECTION
        or char == _BYTE_ORDER_MARK
    )
