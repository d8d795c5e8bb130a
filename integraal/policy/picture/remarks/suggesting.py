"""A suggestion as the piece of a text that changes; pure text in, text out."""

WORDS_AROUND = 3


def suggestion_of(before: str, after: str) -> tuple[str, str] | None:
    """Return the piece of ``before`` that changes and what it becomes; ``None`` when none does.

    The piece begins and ends between words, and is as long as it takes to stand in ``before``
    once, so that it is found again when the rest of the text has changed. Some words of the same
    paragraph around it let a reader see where it stands.
    """
    if before == after or not before.strip():
        return None
    start = _common(before, after)
    end = min(_common(before[::-1], after[::-1]), len(before) - start, len(after) - start)
    start, end = _to_words(before, after, start, end)
    words = 1
    while not _is_once(before, before[start : len(before) - end]):
        start, end = _wider(before, start, end, words)
        words *= 2  # a text that repeats itself a thousand times takes ten steps, not a thousand
    start, end = _with_words_around(before, start, end)
    return before[start : len(before) - end], after[start : len(after) - end]


def problem_with(text: str, quote: str) -> str | None:
    """Return why ``quote`` cannot be replaced in ``text``, or ``None`` when it can."""
    found = text.count(quote) if quote else 0
    if found == 1 and _is_once(text, quote):
        return None
    if not found:
        return (
            "Het stuk uit dit voorstel staat zo niet in de tekst; die is intussen veranderd. "
            "Er is niets veranderd: neem het voorstel zelf over, of wijs het af."
        )
    return (
        "Het stuk uit dit voorstel staat vaker in de tekst. Er is niets veranderd: "
        "neem het voorstel zelf over, of maak een voorstel met een langer stuk."
    )


def replaced(text: str, quote: str, replacement: str) -> str:
    """Return ``text`` with its one ``quote`` replaced; see ``problem_with``."""
    return text.replace(quote, replacement, 1)


def _common(one: str, other: str) -> int:
    """Return how many signs both begin with."""
    most = min(len(one), len(other))
    return next((place for place in range(most) if one[place] != other[place]), most)


def _to_words(before: str, after: str, start: int, end: int) -> tuple[int, int]:
    """Move both ends outwards to where a word begins or ends."""
    while start and not before[start - 1].isspace():
        start -= 1
    while end and not before[len(before) - end].isspace():
        end -= 1
    return start, end


def _wider(before: str, start: int, end: int, words: int) -> tuple[int, int]:
    """Take so many words more on the left, or on the right when the left has none."""
    for _ in range(words):
        if start:
            start = _word_before(before, start)
        elif end:
            end = len(before) - _word_after(before, len(before) - end)
    return start, end


def _with_words_around(before: str, start: int, end: int) -> tuple[int, int]:
    for _ in range(WORDS_AROUND):
        left = _word_before(before, start)
        start = start if "\n" in before[left:start] else left
        place = len(before) - end
        right = _word_after(before, place)
        end = end if "\n" in before[place:right] else len(before) - right
    return start, end


def _word_before(text: str, place: int) -> int:
    while place and text[place - 1].isspace():
        place -= 1
    while place and not text[place - 1].isspace():
        place -= 1
    return place


def _word_after(text: str, place: int) -> int:
    while place < len(text) and text[place].isspace():
        place += 1
    while place < len(text) and not text[place].isspace():
        place += 1
    return place


def _is_once(text: str, quote: str) -> bool:
    """Return whether ``quote`` has words and stands in ``text`` once, overlaps counted."""
    if not quote.strip():
        return False
    first = text.find(quote)
    return first >= 0 and text.find(quote, first + 1) < 0
