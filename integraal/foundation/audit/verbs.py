"""The verbs that may be recorded, each with the words of its sentence."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Verb:
    """One kind of deed.

    Attributes:
        code: ``subject.deed``, as stored.
        sentence: Dutch words between the person and the subject, such as "stelde {subject} vast".
    """

    code: str
    sentence: str


_verbs: dict[str, Verb] = {}


def register(sentences: dict[str, str]) -> None:
    """Make known the verbs of a room: code to sentence.

    Raises:
        ValueError: a code is taken, or is not of the form ``subject.deed``.
    """
    for code, sentence in sentences.items():
        if code in _verbs and _verbs[code].sentence != sentence:
            raise ValueError(f"The verb {code} is registered twice.")
        if code.count(".") != 1:
            raise ValueError(f"Write the verb {code!r} as subject.deed.")
        _verbs[code] = Verb(code, sentence)


def verb(code: str) -> Verb:
    """Return the verb ``code``.

    Raises:
        KeyError: no room registered it.
    """
    return _verbs[code]


def all_verbs() -> list[Verb]:
    """Return every registered verb, by code."""
    return sorted(_verbs.values(), key=lambda verb: verb.code)
