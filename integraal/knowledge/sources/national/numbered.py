"""The cells of a regular file as numbers: each different text of a column has its own.

Ten million rows are a few thousand different texts, so numpy finds the cells of a block at once and
looks up their bytes in a table; only a text that was not seen before reaches Python. A file that is
not wholly regular (a newline or a quote inside a cell, an empty line, letters beyond ASCII in a
needed column) has no numbers: the careful way of raw.py reads it, and names its lines.
"""

import sys
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np

from integraal.knowledge.sources.national.delivered import Delivered

_Array = np.ndarray[Any, Any]

_BLOCK = 1024 * 1024
_WORD = 8
_MOST_WORDS = 8
_MARGIN = bytes(_WORD * _MOST_WORDS)
_MOST_TEXTS = 65_000
_UNKNOWN = 65_535
_SLOT_BITS = 18
_FIRST_SAMPLE = 512
_QUOTE, _FEED, _RETURN = b'"'[0], b"\n"[0], b"\r"[0]
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
# What keeps the first 0 to 8 bytes of a word.
_KEEP = np.frombuffer(
    b"".join(b"\xff" * n + b"\x00" * (_WORD - n) for n in range(_WORD + 1)), dtype=np.uint64
)


class NotRegularError(Exception):
    """The file cannot be read as numbers."""


@dataclass(frozen=True)
class Numbered:
    """For each column that was asked its texts, and an array with the number of each row's text."""

    rows: int
    texts: list[list[str]]
    numbers: list[_Array]


def read_numbers(delivered: Delivered, columns: Sequence[int], *, threads: int) -> Numbered:
    """Read the wanted columns of a regular file.

    Args:
        delivered: the file; row n of the answer, counted from zero, is its line n + 2.
        columns: places of the columns, counted from zero.
        threads: how many cores to use.

    Raises:
        NotRegularError: the file is not regular.
    """
    if len(delivered.header) < 2:
        raise NotRegularError
    found = [_Texts() for _ in columns]
    parts: list[list[_Array]] = [[] for _ in columns]
    pending: deque[Future[list[_Array]]] = deque()

    def take() -> None:
        for part, numbers in zip(parts, pending.popleft().result(), strict=True):
            part.append(numbers)

    with ThreadPoolExecutor(threads) as pool:
        try:
            for block in _blocks(delivered):
                pending.append(pool.submit(_numbers, block, delivered, columns, found))
                if len(pending) > threads:
                    take()
            while pending:
                take()
        finally:
            pool.shutdown(cancel_futures=True)
    numbers = [np.concatenate(part) for part in parts] if parts and parts[0] else []
    if not numbers:
        raise NotRegularError
    return Numbered(len(numbers[0]), [each.texts for each in found], numbers)


class _Texts:
    """The different texts of a column. What is looked up in never changes; it is replaced."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._numbers: dict[bytes, int] = {}
        self._lock = Lock()
        self._table = _Table()

    def numbers(self, words: list[_Array], lengths: _Array) -> _Array:
        """The number of each text, given as words of eight bytes and its length."""
        found, known = self._table.look_up(words, lengths)
        sample = _FIRST_SAMPLE
        while not known.all():
            others = np.flatnonzero(~known)
            # One new text is often on many rows: learn some, and look the others up again.
            some, rest = others[:sample], others[sample:]
            rows = list(zip(*(word[some].tolist() for word in words), strict=True))
            codes = self._add({row: _bytes(row) for row in dict.fromkeys(rows)})
            found[some] = [codes[row] for row in rows]
            known[some] = True
            found[rest], known[rest] = self._table.look_up(
                [word[rest] for word in words], lengths[rest]
            )
            sample *= 4
        return found

    def _add(self, texts: dict[tuple[int, ...], bytes]) -> dict[tuple[int, ...], int]:
        """The number of each text; those that are new get one."""
        with self._lock:
            new = [text for text in texts.values() if text not in self._numbers]
            if new:
                first = len(self.texts)
                if first + len(new) > _MOST_TEXTS or not all(text.isascii() for text in new):
                    raise NotRegularError
                self.texts += [text.decode("ascii") for text in new]
                self._numbers |= {text: first + n for n, text in enumerate(new)}
                self._table = self._table.with_more(new, first)
            return {row: self._numbers[text] for row, text in texts.items()}


class _Table:
    """From the bytes of a text to its number; it may not know one, but is never wrong."""

    def __init__(self) -> None:
        self._slots = np.full(1 << _SLOT_BITS, _UNKNOWN, dtype=np.uint16)
        self._lengths = np.full(_UNKNOWN + 1, -1, dtype=np.int64)
        self._words: list[_Array] = [np.zeros(_UNKNOWN + 1, dtype=np.uint64)]

    def look_up(self, words: list[_Array], lengths: _Array) -> tuple[_Array, _Array]:
        """The number of each text, and whether it is known."""
        found = self._slots.take(_slots(words))
        known = self._lengths.take(found) == lengths
        for place, word in enumerate(words[: len(self._words)]):
            known &= self._words[place].take(found) == word
        return found, known

    def with_more(self, texts: list[bytes], first: int) -> "_Table":
        """The same with more texts, of which the first has this number."""
        more = _Table.__new__(_Table)
        width = max(len(self._words), -(-max(map(len, texts)) // _WORD))
        grown: list[_Array] = [np.zeros_like(self._words[0])] * (width - len(self._words))
        more._slots, more._lengths = self._slots.copy(), self._lengths.copy()
        more._words = [word.copy() for word in self._words + grown]
        for number, text in enumerate(texts, start=first):
            padded = np.frombuffer(text.ljust(width * _WORD, b"\x00"), dtype=np.uint64)
            for place in range(width):
                more._words[place][number] = padded[place]
            more._lengths[number] = len(text)
            slot = _slots([padded[place : place + 1] for place in range(width)])[0]
            if more._slots[slot] == _UNKNOWN:
                more._slots[slot] = number
        return more


def _bytes(words: Sequence[int]) -> bytes:
    return b"".join(word.to_bytes(_WORD, sys.byteorder) for word in words).rstrip(b"\x00")


def _slots(words: list[_Array]) -> _Array:
    mixed: _Array = words[0] * _SPREAD
    for place, word in enumerate(words[1:], start=1):
        # A word of nothing must change nothing: how many there are differs per block.
        mixed = mixed + word * (_SPREAD + np.uint64(2 * place))
    return (mixed >> np.uint64(64 - _SLOT_BITS)).astype(np.int64)


def _blocks(delivered: Delivered) -> Iterator[bytes]:
    """The lines below the header, some at a time, with a margin of nothing behind them."""
    path: Path = delivered.path
    with path.open("rb") as file:
        header = file.readline()
        if header.count(delivered.delimiter.encode()) != len(delivered.header) - 1:
            raise NotRegularError
        rest = b""
        while block := file.read(_BLOCK):
            end = block.rfind(b"\n") + 1
            if not end:
                raise NotRegularError
            yield b"".join((rest, block[:end], _MARGIN))
            rest = block[end:]
        if rest:
            raise NotRegularError


def _numbers(
    block: bytes, delivered: Delivered, columns: Sequence[int], found: list[_Texts]
) -> list[_Array]:
    """The numbers of the texts in a block, per column."""
    text = np.frombuffer(block, dtype=np.uint8)
    ends = _ends(text[: -len(_MARGIN)], delivered)
    crlf = delivered.line_end == "\r\n"
    returns = block.count(b"\r")
    if returns != (len(ends) if crlf else 0) or block.find(b"\x00") < len(block) - len(_MARGIN):
        raise NotRegularError
    if crlf:
        ends[:, -1] -= 1
        if not (text.take(ends[:, -1]) == _RETURN).all():
            raise NotRegularError
    quoted = _quoted(text, ends, 2 if crlf else 1)
    answer = []
    for column, texts in zip(columns, found, strict=True):
        start = _starts(ends, column, 2 if crlf else 1) + quoted[column]
        lengths = ends[:, column] - quoted[column] - start
        count = max(1, -(-int(lengths.max()) // _WORD))
        if count > _MOST_WORDS:
            raise NotRegularError
        answer.append(texts.numbers(_words(block, start, lengths, count), lengths))
    return answer


def _ends(text: _Array, delivered: Delivered) -> _Array:
    """Where each cell ends: a row per line."""
    width = len(delivered.header)
    marks = text == _FEED
    lines = np.count_nonzero(marks)
    marks |= text == ord(delivered.delimiter)
    places = np.flatnonzero(marks)
    if len(places) != lines * width or not (text.take(places[width - 1 :: width]) == _FEED).all():
        raise NotRegularError
    return places.reshape(-1, width)


def _starts(ends: _Array, column: int, line_end: int) -> _Array:
    if column:
        return ends[:, column - 1] + 1
    return np.concatenate((np.zeros(1, dtype=ends.dtype), ends[:-1, -1] + line_end))


def _quoted(text: _Array, ends: _Array, line_end: int) -> list[int]:
    """For each column 1 when there are quotes around all its cells, 0 when there are none."""
    width = ends.shape[1]
    is_quote = text == _QUOTE
    quotes = np.count_nonzero(is_quote)
    quoted = [int(is_quote[0]), *(int(is_quote[end + 1]) for end in ends[0, :-1])]
    if quotes != 2 * len(ends) * sum(quoted):
        raise NotRegularError
    for column in range(width):
        if quoted[column]:
            # With two different quotes at the sides of each cell, none can be inside one.
            start, last = _starts(ends, column, line_end), ends[:, column] - 1
            if not ((last > start).all() and is_quote[start].all() and is_quote[last].all()):
                raise NotRegularError
    return quoted


def _words(block: bytes, starts: _Array, lengths: _Array, count: int) -> list[_Array]:
    """The texts as words of eight bytes, with nothing behind their end."""
    shortest, longest = int(lengths.min()), int(lengths.max())
    found = []
    for place in range(count):
        passed = place * _WORD
        size = len(block) - _WORD + 1 - passed
        windows: _Array = np.ndarray((size,), "V8", buffer=block, offset=passed, strides=(1,))
        # Take would first make a whole array of the windows, which overlap.
        word = windows[starts].view(np.uint64)
        if shortest == longest:
            word &= _KEEP[min(longest - passed, _WORD)]
        else:
            word &= _KEEP.take(np.clip(lengths - passed, 0, _WORD))
        found.append(word)
    return found
