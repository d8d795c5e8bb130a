"""Plain text to lines, with lines that were broken off to fit a page put together again. Pure."""

import re
from statistics import median

from integraal.foundation.ui.cleaning import cleaned
from integraal.policy.plan.importing.document import Line
from integraal.policy.plan.importing.reading import problems
from integraal.policy.plan.importing.reading.joining import joined
from integraal.policy.plan.importing.reading.problems import Unreadable

_ODD = re.compile("[\x00-\x08\x0e-\x1f\ufffd]")
_WIDEST_WRAPPED = 130
_FEWEST_TO_JUDGE = 8


def words_of(content: bytes) -> str:
    """Return the text of a text file.

    Raises:
        Unreadable: the bytes are no text.
    """
    for mark, name in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if content.startswith(mark):
            return content.decode(name, errors="replace")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    if len(_ODD.findall(text[:20_000])) > 2:
        raise Unreadable(problems.NO_TEXT)
    return text


def plain_lines(text: str) -> list[Line]:
    """Return the lines of a text; lines that were wrapped become whole paragraphs."""
    lines = [Line(" ".join(one.split())) for one in cleaned(text).split("\n")]
    return joined(lines) if _is_wrapped(lines) else lines


def _is_wrapped(lines: list[Line]) -> bool:
    """Return whether the text was broken off to fit a page or a screen."""
    lengths = [len(line.text) for line in lines if len(line.text) > 30]
    if len(lengths) < _FEWEST_TO_JUDGE or max(lengths) > _WIDEST_WRAPPED:
        return False
    return median(lengths) > 50
