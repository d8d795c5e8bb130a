"""From a file to lines: nothing in it is run, and nothing it points at is fetched. Pure."""

from integraal.policy.plan.importing.document import Document, Line
from integraal.policy.plan.importing.reading import problems
from integraal.policy.plan.importing.reading.pdf import pdf_lines
from integraal.policy.plan.importing.reading.plain import plain_lines, words_of
from integraal.policy.plan.importing.reading.problems import Unreadable
from integraal.policy.plan.importing.reading.web import web_lines
from integraal.policy.plan.importing.reading.word import word_lines

__all__ = ["MOST_BYTES", "MOST_CHARACTERS", "Unreadable", "read_document", "read_pasted"]

MOST_BYTES = 20 * 1024 * 1024
MOST_CHARACTERS = 600_000
FEWEST_LETTERS = 200
_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_document(name: str, content: bytes) -> Document:
    """Return the lines of a Word file, a PDF with text, or a file with plain or web text.

    Args:
        name: of the file; its content decides what it is, its ending only tells text from web.
        content: the bytes.

    Raises:
        Unreadable: it is none of these, or holds no text; the message is a sentence.
    """
    if not content.strip():
        raise Unreadable(problems.EMPTY)
    if len(content) > MOST_BYTES:
        raise Unreadable(problems.TOO_LARGE)
    if content.startswith(_OLD_WORD):
        raise Unreadable(problems.OLD_WORD)
    if content.startswith(b"PK"):
        return _checked(word_lines(content))
    if b"%PDF-" in content[:1024]:
        return _checked(pdf_lines(content), problems.SCANNED)
    return read_pasted(words_of(content), is_web=name.lower().endswith((".html", ".htm")))


def read_pasted(text: str, *, is_web: bool = False) -> Document:
    """Return the lines of text that somebody pasted, plain or with web tags in it.

    Raises:
        Unreadable: it holds too little or too much text.
    """
    start = text[:2000].lower()
    is_web = is_web or "<!doctype html" in start or "<html" in start or "<h2" in start
    return _checked(web_lines(text) if is_web else plain_lines(text))


def _checked(lines: list[Line], too_little: str = problems.TOO_LITTLE) -> Document:
    document = Document.of(lines)
    if len(document.text) > MOST_CHARACTERS:
        raise Unreadable(problems.TOO_MUCH)
    if sum(letter.isalpha() for letter in document.text[:20_000]) < FEWEST_LETTERS:
        raise Unreadable(too_little)
    return document
