"""Sources of an account as papers number and print them. Pure."""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from integraal.policy.accountability.outline import Account, Sentence

Json = dict[str, Any]
Numbers = Mapping[str, int]
_FINGERPRINT = "SHA-256 van het bestand"


def numbers_of(account: Account) -> dict[str, int]:
    """Return the number of every source: those of sentences first, then those of measures."""
    order = account.numbered()
    for theme in account.themes:
        for one in theme.all_measures:
            if one.source in account.sources:
                order.setdefault(one.source, len(order) + 1)
    return order


def spans_of(keys: Iterable[str], numbers: Numbers) -> list[list[int]]:
    """Return the numbers of sources as spans from and to, so that a hundred read as one.

    Args:
        keys: of sources; one without a number is left out.
        numbers: of ``numbers_of``.
    """
    found = sorted({numbers[key] for key in keys if key in numbers})
    if not found:
        return []
    breaks = [place for place, (one, after) in enumerate(pairwise(found), 1) if after > one + 1]
    edges = [0, *breaks, len(found)]
    return [[found[begin], found[end - 1]] for begin, end in pairwise(edges)]


def marks_of(keys: Iterable[str], numbers: Numbers) -> str:
    """Return the numbers of sources in brackets, such as "[1, 3-5]"; empty without a source."""
    said = [
        str(first) if first == last else f"{first}-{last}"
        for first, last in spans_of(keys, numbers)
    ]
    return f"[{', '.join(said)}]" if said else ""


def sentence_on_paper(one: Sentence, numbers: Numbers) -> Json:
    """Return a sentence with the spans of its sources, and those as words."""
    return {
        "text": one.text,
        "spans": spans_of(one.sources, numbers),
        "marks": marks_of(one.sources, numbers),
    }


def source_lines(account: Account, numbers: Numbers) -> list[Json]:
    """Return every numbered source: what it is, and all that finds the row back.

    A fingerprint stands apart: it is printed so that it can be compared sign by sign.
    """
    by_number = sorted((number, key) for key, number in numbers.items())
    return [_line(account, number, key) for number, key in by_number]


def _line(account: Account, number: int, key: str) -> Json:
    source = account.sources.get(key)
    facts = source.facts if source else ()
    return {
        "number": number,
        "key": key,
        "label": source.label if source else key,
        "facts": [[name, value] for name, value in facts if name != _FINGERPRINT],
        "sha256": next((value for name, value in facts if name == _FINGERPRINT), ""),
        "link": source.link if source else "",
    }
