"""What a statement is: one of a closed list, in Dutch or English, made from a result."""

from dataclasses import dataclass
from typing import Literal

from integraal.statistics.wording import dutch, english

Language = Literal["nl", "en"]
Template = tuple[str, str, str]

_LISTS: dict[Language, dict[str, Template]] = {"nl": dutch.STATEMENTS, "en": english.STATEMENTS}
_WORDS: dict[Language, dict[str, str]] = {"nl": dutch.WORDS, "en": english.WORDS}


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of the closed list.

    Attributes:
        code: which one it is; the same in every language.
        label: a few words, for a badge.
        detail: what stands beside the badge; may be empty.
        sentence: the whole of it, for where it stands alone.
    """

    code: str
    label: str
    detail: str
    sentence: str


def stated(code: str, language: Language, **parts: str) -> Statement:
    """Return statement ``code`` with its parts filled in; KeyError when the list has no such."""
    label, detail, sentence = (one.format(**parts) for one in _LISTS[language][code])
    return Statement(code, label, _as_sentence(detail), _as_sentence(sentence))


def words(code: str, language: Language, **parts: str) -> str:
    """Return a turn of phrase that statements share, with its parts filled in."""
    return _WORDS[language][code].format(**parts)


def codes() -> tuple[str, ...]:
    """Return the codes of the whole closed list, in its order."""
    return tuple(_LISTS["nl"])


def _as_sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
