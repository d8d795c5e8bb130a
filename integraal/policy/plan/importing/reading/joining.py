"""Put together again what was broken off at the end of a line. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from integraal.policy.plan.importing.document import Line

_BEGINS_NEW = re.compile(r"^(?:[-–—*•●○▪■◦‣·]|\d{1,2}(?:\.\d{1,2})*[.):]?\s|[a-z]\)\s|\|$)")
_ENDS_SENTENCE = re.compile(r"[.!?:;]['’”)]*$")
_HYPHENATED = re.compile(r"[a-zà-ÿ]-$")
_SHORT = 0.72
"""A line shorter than this part of the widest ends its paragraph."""


def joined(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with every paragraph on one line.

    A word that was hyphenated at the end of a line becomes whole, unless what follows shows that
    the hyphen belongs to it ("woon-" and "en leefomgeving").
    """
    widest = _usual_width(lines)
    made: list[Line] = []
    aside: list[Line] = []
    is_open = False
    for line in lines:
        # A running head stands in the middle of a sentence that goes on over the page.
        if line.left_out:
            aside.append(line)
        elif is_open and _goes_on(made[-1], line):
            made[-1] = replace(made[-1], text=_glued(made[-1].text, line.text))
            is_open = _stays_open(line, widest)
        else:
            made += [*aside, line]
            aside = []
            is_open = _stays_open(line, widest)
    return [*made, *aside]


def _usual_width(lines: Sequence[Line]) -> int:
    lengths = sorted(len(line.text) for line in lines if line.text)
    return lengths[int(len(lengths) * 0.9)] if lengths else 0


def _stays_open(line: Line, widest: int) -> bool:
    if line.form == "heading" and line.page:
        return bool(line.text)
    if not line.text or line.form in ("heading", "cell") or line.left_out:
        return False
    if _HYPHENATED.search(line.text):
        return True
    is_short = len(line.text) < widest * _SHORT
    return not (is_short and (_ENDS_SENTENCE.search(line.text) or line.text[:1].isupper()))


def _goes_on(before: Line, line: Line) -> bool:
    if before.form == "heading" or line.form == "heading":
        # A heading on a page may take two lines, in letters of the same size.
        is_same = (before.form, before.level, before.page) == (line.form, line.level, line.page)
        return is_same and not _BEGINS_NEW.match(line.text)
    if not line.text or line.form != "text" or line.left_out or _BEGINS_NEW.match(line.text):
        return False
    if _ENDS_SENTENCE.search(before.text):
        return line.text[:1].isupper() or line.text[:1].islower() or line.text[:1].isdigit()
    return True


def _glued(before: str, after: str) -> str:
    if _HYPHENATED.search(before) and after[:1].islower():
        if re.match(r"(?:en|of|tot)\b", after):
            return f"{before} {after}"
        return before[:-1] + after
    return f"{before} {after}"
