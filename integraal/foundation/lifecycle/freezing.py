"""Freeze content: one canonical form, one fingerprint, the same years later."""

import hashlib
import json
from typing import Any


def canonical(content: Any) -> str:
    """Return ``content`` as canonical JSON: sorted keys, no spaces, unescaped Unicode.

    Raises:
        TypeError: a value is no JSON value; a float is refused, since its digits are not the
            numbers as shown.
    """
    _refuse_floats(content, "content")
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def fingerprint(content: Any) -> str:
    """Return the SHA-256 of the canonical form, as 64 hexadecimal digits.

    Raises:
        TypeError: see ``canonical``.
    """
    return hashlib.sha256(canonical(content).encode()).hexdigest()


def _refuse_floats(value: Any, place: str) -> None:
    if isinstance(value, float):
        raise TypeError(f"{place} is a float; freeze numbers as they are shown, as text.")
    if isinstance(value, dict):
        for key, part in value.items():
            _refuse_floats(part, f"{place}.{key}")
    elif isinstance(value, list | tuple):
        for index, part in enumerate(value):
            _refuse_floats(part, f"{place}[{index}]")
