"""The kinds of definition a municipality may change: which fields, and when one is right.

A kind belongs to the room that uses it and is registered there; this room only knows how to lay
the municipality's version over the shipped one.
"""

import copy
import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml

Content = Mapping[str, Any]


@dataclass(frozen=True)
class Field:
    """A field of a definition that a municipality may change.

    Attributes:
        name: key in the YAML; a dot leads into a nested mapping.
        label: Dutch.
        form: how it is edited; ``lines`` is a list with one item per line.
        hint: Dutch, one sentence.
    """

    name: str
    label: str
    form: Literal["line", "text", "lines"]
    hint: str = ""


@dataclass(frozen=True)
class Kind:
    """A kind of definition.

    Attributes:
        code: part of addresses and of the stored versions.
        name: Dutch, plural.
        fields: what may be changed, in order of the form.
        shipped: returns the shipped definitions, code to content.
        problems: returns what is wrong with a content, in Dutch sentences; empty when right.
    """

    code: str
    name: str
    fields: tuple[Field, ...]
    shipped: Callable[[], dict[str, dict[str, Any]]]
    problems: Callable[[Content], list[str]]


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Make a kind of definition known."""
    _kinds[kind.code] = kind


def kinds() -> list[Kind]:
    """Return all kinds, by name."""
    return sorted(_kinds.values(), key=lambda kind: kind.name)


def kind(code: str) -> Kind:
    """Return the kind ``code``.

    Raises:
        KeyError: there is none.
    """
    return _kinds[code]


def read_folder(folder: Path) -> dict[str, dict[str, Any]]:
    """Return the YAML files of ``folder``: code to content."""
    return {content["code"]: content for content in map(_read, sorted(folder.glob("*.yaml")))}


def read_list(file: Path, key: str) -> dict[str, dict[str, Any]]:
    """Return the items of list ``key`` in one YAML file: code to content."""
    return {content["code"]: content for content in _read(file)[key]}


def _read(file: Path) -> Any:
    return copy.deepcopy(_parsed(file))


@functools.cache
def _parsed(file: Path) -> Any:
    """Parse a shipped file once: it changes with the product only, and parsing is slow."""
    return yaml.safe_load(file.read_text())


def merged(shipped: Content, changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return the shipped content with the municipality's changes (dotted names) laid over it."""
    content = dict(shipped)
    for name, value in changes.items():
        first, _, rest = name.partition(".")
        content[first] = merged(content.get(first) or {}, {rest: value}) if rest else value
    return content


def value_of(content: Content, name: str) -> Any:
    """Return the value at a dotted name, or ``None``."""
    value: Any = content
    for part in name.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value
