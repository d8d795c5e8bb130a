"""The fields of a template as a list that somebody can read and copy from."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from integraal.foundation.documents.word.grammar import Fields

ONE_OF = {"themas": "thema", "cijfers": "cijfer", "bronnen": "bron", "bevindingen": "bevinding"}
"""What one item of a list is called in the example; otherwise "regel"."""


@dataclass(frozen=True)
class FieldLine:
    """One field. code: as it stands in a template. depth: in how many lists it lies."""

    code: str
    words: str
    depth: int = 0


@dataclass(frozen=True)
class FieldGroup:
    """Fields that belong together. name: of the list they are in; empty for single fields."""

    name: str
    lines: list[FieldLine]


def field_groups(fields: Fields) -> list[FieldGroup]:
    """Return every field with how to write it: the single ones first, then a group for each list.

    The order is that in which they are declared.
    """
    single = {name: inside for name, inside in fields.items() if not isinstance(inside, list)}
    lists = {name: inside for name, inside in fields.items() if isinstance(inside, list)}
    return [
        FieldGroup("", list(_lines(single, "", 0))),
        *(FieldGroup(name, list(_lines({name: inside}, "", 0))) for name, inside in lists.items()),
    ]


def _lines(fields: Fields, before: str, depth: int) -> Iterator[FieldLine]:
    for name, inside in fields.items():
        if isinstance(inside, list):
            yield from _list_lines(f"{before}{name}", name, inside[0], depth)
        else:
            yield FieldLine(f"{{{{ {before}{name} }}}}", str(inside), depth)


def _list_lines(path: str, name: str, one: Any, depth: int) -> Iterator[FieldLine]:
    item = ONE_OF.get(name, "regel" if depth == 0 else "deel")
    yield FieldLine(f"{{%p for {item} in {path} %}} … {{%p endfor %}}", "een lijst", depth)
    if isinstance(one, dict):
        yield from _lines(one, f"{item}.", depth + 1)
    else:
        yield FieldLine(f"{{{{ {item} }}}}", str(one), depth + 1)
