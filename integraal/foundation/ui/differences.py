"""What changed between two versions of a text, word by word. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal


@dataclass(frozen=True)
class Piece:
    """A piece of text that stayed, was added or was removed."""

    kind: Literal["same", "added", "removed"]
    text: str


def differences(before: str, after: str) -> tuple[tuple[Piece, ...], ...]:
    """Return the paragraphs of both texts together, each cut in pieces.

    before, after: plain text; blank lines part paragraphs. Joining "same" and "removed" gives the
    words of the first, "same" and "added" those of the second.
    """
    old, new = _paragraphs(before), _paragraphs(after)
    result: list[tuple[Piece, ...]] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if tag == "equal":
            result += [(Piece("same", paragraph),) for paragraph in old[i1:i2]]
            continue
        shared = min(i2 - i1, j2 - j1)
        result += [
            _words(a, b) for a, b in zip(old[i1 : i1 + shared], new[j1 : j1 + shared], strict=True)
        ]
        result += [(Piece("removed", paragraph),) for paragraph in old[i1 + shared : i2]]
        result += [(Piece("added", paragraph),) for paragraph in new[j1 + shared : j2]]
    return tuple(result)


def _paragraphs(text: str) -> list[str]:
    whole = text.replace("\r\n", "\n").strip()
    return [part.strip() for part in re.split(r"\n\s*\n", whole) if part.strip()]


def _words(before: str, after: str) -> tuple[Piece, ...]:
    old, new = re.findall(r"\S+\s*", before), re.findall(r"\S+\s*", after)
    pieces: list[Piece] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece("same", "".join(new[j1:j2])))
            continue
        if i2 > i1:
            pieces.append(Piece("removed", "".join(old[i1:i2])))
        if j2 > j1:
            pieces.append(Piece("added", "".join(new[j1:j2])))
    return tuple(pieces)
