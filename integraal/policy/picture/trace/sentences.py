"""The sentence around a figure, as a plain function."""

import re

_END = re.compile(r"[.!?…]['’”)]*(?=\s)|\n")


def sentence_around(words: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and after ``words[start:end]`` in its own sentence.

    A sentence ends at a full stop, question or exclamation mark with white space behind it, or at
    the end of a line; so the point in "1.000" ends nothing.
    """
    ends = [found.end() for found in _END.finditer(words)]
    begins = max((one for one in ends if one <= start), default=0)
    closes = min((one for one in ends if one >= end), default=len(words))
    return words[begins:start].lstrip(), words[end:closes].rstrip()
