"""Write Markdown: plain functions, one per form."""

from collections.abc import Iterable, Sequence


def table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table; a cell is written on one line, with its bars escaped."""
    lines = [_line(headings), "|" + "---|" * len(headings)]
    return "\n".join([*lines, *(_line(row) for row in rows)])


def code(text: object) -> str:
    """Return ``text`` as code, or nothing when there is none."""
    return f"`{text}`" if str(text) else ""


def codes(texts: Iterable[object]) -> str:
    """Return several pieces of code, with commas."""
    return ", ".join(code(text) for text in texts)


def sections(*parts: str) -> str:
    """Return the parts with a blank line between them, ending as a file ends."""
    return "\n\n".join(part.strip("\n") for part in parts if part.strip()) + "\n"


def first_line(text: str | None) -> str:
    """Return the first sentence line of a docstring."""
    return (text or "").strip().partition("\n")[0]


def _line(cells: Sequence[object]) -> str:
    written = (" ".join(str(cell).split()).replace("|", "\\|") for cell in cells)
    return "| " + " | ".join(written) + " |"
