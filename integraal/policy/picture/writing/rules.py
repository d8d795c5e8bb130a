"""When a text can be saved, in sentences. Pure."""

LONGEST = 40_000
"""Characters of one text: some fifteen pages."""


def length_problem(text: str) -> str | None:
    """Return why a text is too long to save, or ``None`` when it is not."""
    over = len(text) - LONGEST
    if over <= 0:
        return None
    return f"De tekst is {over} tekens te lang. Kort hem in; er is niets verloren."
