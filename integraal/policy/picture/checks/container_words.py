"""Words that can mean anything (containerwoorden), found in texts. Pure.

Source: CCV, Opstellen integraal veiligheidsplan, chapter 5: avoid them.
"""

import functools
import re
from collections.abc import Iterator, Mapping
from typing import Any

from integraal.policy.picture.checks.lines import ReadLine

CODE = "containerwoorden"
MOST_WORDS = 300
LONGEST_WORD = 60


def problems_of(content: Mapping[str, Any]) -> list[str]:
    """Return what is wrong with a list of container words, in sentences."""
    words = content.get("words") or []
    problems = []
    if not str(content.get("name") or "").strip():
        problems.append("Geef de lijst een naam.")
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        return [*problems, "Zet elk woord op een eigen regel."]
    if len(words) > MOST_WORDS:
        problems.append(f"De lijst heeft {len(words)} woorden. Houd het bij {MOST_WORDS}.")
    if any(len(word) > LONGEST_WORD for word in words):
        problems.append(f"Een woord of woordgroep heeft hoogstens {LONGEST_WORD} tekens.")
    return problems


def container_words(line: ReadLine, words: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield each container word of a line, with the sentence it stands in."""
    pattern = _pattern(words)
    if pattern is None:
        return
    for found in pattern.finditer(line.words):
        yield found.group(), line.sentence_at(found.start())


@functools.lru_cache(maxsize=64)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str] | None:
    wanted = sorted((re.escape(word.strip()) for word in words if word.strip()), key=len)
    if not wanted:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(reversed(wanted))})(?!\w)", re.IGNORECASE)
