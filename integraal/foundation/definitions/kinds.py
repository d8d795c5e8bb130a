"""The kinds of definition a municipality may change: which fields, and when one is right.

A kind belongs to the room that uses it and is registered there; this room only knows how to lay
the municipality's version over the shipped one.
"""

import copy
import functools
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml

Content = Mapping[str, Any]
LONGEST_CODE = 60
_CODE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", re.ASCII)


@dataclass(frozen=True)
class Field:
    """A field of a definition that a municipality may change.

    Attributes:
        name: key in the YAML; a dot leads into a nested mapping.
        label: Dutch.
        form: how it is edited; ``lines`` is a list with one item per line, ``codes`` such a list
            of which only the first word of a line counts, ``number`` a whole number, ``choice``
            one of ``options``.
        hint: Dutch, one sentence.
        is_required: whether it must be filled in; an empty one is kept as None.
        own_only: whether it is set for what the municipality made itself, never for what was
            shipped, because figures of before would then mean something else.
        options: returns what may be chosen, (value, label), for a content.
    """

    name: str
    label: str
    form: Literal["line", "text", "lines", "codes", "number", "choice"]
    hint: str = ""
    is_required: bool = True
    own_only: bool = False
    options: Callable[[Content], Sequence[tuple[str, str]]] | None = None


@dataclass(frozen=True)
class Maker:
    """How a municipality makes a definition of its own.

    Attributes:
        name: Dutch, singular, as in "een eigen cijfer toevoegen".
        blank: returns what a new one holds besides its fields, for a code, the number of its
            version and the variant.
        variants: returns what it may be made of, (code, Dutch name), such as a list of classes;
            empty when there is but one way.
        uses: returns in Dutch sentences what still uses the definition with a code.
    """

    name: str
    blank: Callable[[str, int, str], dict[str, Any]]
    variant_of: Callable[[Content], str]
    variants: Callable[[], Sequence[tuple[str, str]]]
    uses: Callable[[str], list[str]]


@dataclass(frozen=True)
class Kind:
    """A kind of definition.

    Attributes:
        code: part of addresses and of the stored versions.
        name: Dutch, plural.
        fields: what may be changed, in order of the form.
        shipped: returns the shipped definitions, code to content.
        problems: returns what is wrong with a content, in Dutch sentences; empty when right.
        maker: how a municipality adds one of its own; None: it cannot.
    """

    code: str
    name: str
    fields: tuple[Field, ...]
    shipped: Callable[[], dict[str, dict[str, Any]]]
    problems: Callable[[Content], list[str]]
    maker: Maker | None = None

    def fields_of(self, *, is_own: bool) -> tuple[Field, ...]:
        """Return what may be changed in one that was shipped, or in the municipality's own."""
        return tuple(field for field in self.fields if is_own or not field.own_only)


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


def is_code(text: str) -> bool:
    """Whether a text can be the code of a definition: small letters, digits and hyphens."""
    return len(text) <= LONGEST_CODE and _CODE.fullmatch(text) is not None


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


def with_values(content: Content, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the content with values (dotted names) laid over it; None takes a value away."""
    laid = merged(content, values)
    gone = {name for name, value in values.items() if value is None and "." not in name}
    return {name: value for name, value in laid.items() if name not in gone}


def value_of(content: Content, name: str) -> Any:
    """Return the value at a dotted name, or ``None``."""
    value: Any = content
    for part in name.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value
