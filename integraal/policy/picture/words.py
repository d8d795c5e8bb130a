"""Texts that people type beside the passages: cleaned in one way, and never longer than fits."""

from integraal.foundation.ui.dutch import number

LONGEST = 20_000
LINE = 120


def plain(text: str) -> str:
    """Return ``text`` without what no text holds: null signs, returns, blanks at the ends."""
    return text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n").strip()


def one_line(text: str) -> str:
    """Return ``text`` on one line."""
    return " ".join(plain(text).split())


def length_problem(text: str, most: int = LONGEST, what: str = "De tekst") -> str | None:
    """Return that ``text`` is too long, with what to do, or ``None`` when it fits.

    Args:
        text: what somebody typed.
        most: how many signs fit.
        what: Dutch, the subject of the sentence.
    """
    over = len(text) - most
    if over <= 0:
        return None
    signs = "teken" if over == 1 else "tekens"
    return f"{what} is {number(over)} {signs} te lang. Kort in; er is niets verloren."
