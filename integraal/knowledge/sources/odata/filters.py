"""Conditions on the rows of a table, in the few words that CBS understands (there is no `in`)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote

from integraal.knowledge.sources.odata.transport import FetchProblem

Comparison = Literal["equals", "starts_with", "contains"]
_PLAIN = "()',"
_COLUMN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*", re.ASCII)


@dataclass(frozen=True)
class Condition:
    """A column equals, starts with or contains one of these texts.

    Keys may be given without the blanks that CBS pads them with; see `padded`.
    """

    column: str
    comparison: Comparison
    texts: tuple[str, ...]


def padded(condition: Condition, keys: Iterable[str]) -> Condition:
    """The condition with its keys as the source writes them: "1.1.1" becomes "1.1.1 ".

    Args:
        condition: one with trimmed or padded keys.
        keys: the code list of its column, as given.

    Raises:
        FetchProblem: a key is not in the list; asking for it would silently give nothing.
    """
    if condition.comparison != "equals":
        return condition
    as_given = {key.strip(): key for key in keys}
    unknown = [text for text in condition.texts if text.strip() not in as_given]
    if unknown:
        named = ", ".join(f"'{text.strip()}'" for text in unknown[:5])
        raise FetchProblem(
            f"De lijst {condition.column} van de bron kent {named} niet. Controleer de code."
        )
    found = tuple(as_given[text.strip()] for text in condition.texts)
    return Condition(condition.column, condition.comparison, found)


def expression(conditions: Iterable[Condition], version: Literal[3, 4] = 3) -> str:
    """What stands after `$filter=`, not yet encoded; all conditions hold, '' without any.

    Raises:
        ValueError: a column is no name, or a condition has no texts.
    """
    groups = []
    for condition in conditions:
        if not _COLUMN.fullmatch(condition.column) or not condition.texts:
            raise ValueError(f"Not a condition: {condition!r}.")
        groups.append(" or ".join(_part(condition, text, version) for text in condition.texts))
    return groups[0] if len(groups) == 1 else " and ".join(f"({group})" for group in groups)


def query(**options: str) -> str:
    """A query with each option percent-encoded once: `query(filter="a eq 'b'")`; '' is left out."""
    given = {name: text for name, text in options.items() if text}
    return "&".join(f"${name}={quote(text, safe=_PLAIN)}" for name, text in given.items())


def _part(condition: Condition, text: str, version: Literal[3, 4]) -> str:
    quoted = "'" + text.replace("'", "''") + "'"
    if condition.comparison == "equals":
        return f"{condition.column} eq {quoted}"
    if condition.comparison == "starts_with":
        return f"startswith({condition.column},{quoted})"
    if version == 4:
        return f"contains({condition.column},{quoted})"
    return f"substringof({quoted},{condition.column})"
