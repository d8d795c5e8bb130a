"""Numbers that were typed by hand where a figure could have been picked. Pure.

A number is let through when it is small, a year, a day, a time, an age, money, rough by its own
words, an article of law, a place in a document or part of a code: those do not change when a
source is revised.
"""

import re
from collections.abc import Iterator

from integraal.foundation.ui.dutch import MONTHS
from integraal.policy.picture.checks.lines import ReadLine

SMALL = 12
"""Up to here a number is written as a word, or counts something nobody revises."""
FIRST_YEAR, LAST_YEAR = 1900, 2100
_NUMBER = re.compile(r"(?<![\w.,:/-])(\d{1,3}(?:\.\d{3})+|\d+)(,\d+)?(?![\w:/]|[-.,]\d)")
_BEFORE = re.compile(
    r"(?:\b(?:artikel(?:en)?|art\.|lid|leden|nr\.|nummer|tabel|versie|hoofdstuk|paragraaf|bladzijde"
    r"|pagina|weg|postbus|kamer|route|per|ongeveer|circa|telefoon|bel)|€)\s*$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"\s*(?:(?:{'|'.join(MONTHS)})\b|uur\b|euro\b|jaar\b|jarigen?\b|-jarigen?\b|[A-Z]{{2}}\b"
    r"|(?:tot(?: en met)?|en|t/m|-)\s*\d+\s*(?:jaar\b|-jarigen?\b|uur\b))"
)


def typed_numbers(line: ReadLine) -> Iterator[tuple[str, str]]:
    """Yield each number that was typed by hand, with the sentence it stands in."""
    for found in _NUMBER.finditer(line.words):
        if line.is_typed(*found.span()) and not _is_let_through(line.words, found):
            yield found.group(), line.sentence_at(found.start())


def _is_let_through(words: str, found: re.Match[str]) -> bool:
    before, after = words[max(0, found.start() - 20) : found.start()], words[found.end() :]
    if _BEFORE.search(before) or _AFTER.match(after):
        return True
    if found[2]:
        return False
    whole = int(found[1].replace(".", ""))
    is_year = "." not in found[1] and FIRST_YEAR <= whole <= LAST_YEAR
    return whole <= SMALL or whole == 112 or is_year
