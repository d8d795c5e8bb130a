"""What no text of ours may hold, because nobody can see it and it misleads or breaks. Pure."""

import re

# NUL and the other control characters except tab and newline; characters that turn the direction
# of reading round (Unicode bidi, trojan source); halves of characters, which no database takes.
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def cleaned(text: str) -> str:
    """Return a text as it is stored: one kind of newline, nothing invisible, no blank ends."""
    return _INVISIBLE.sub("", _with_newlines(text)).strip()


def controls_in(text: str) -> int:
    """Return how many of such characters a text holds."""
    return len(_INVISIBLE.findall(_with_newlines(text)))


def _with_newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
