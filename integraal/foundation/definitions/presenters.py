"""What the screens about definitions show."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from django.urls import reverse
from django.utils.html import format_html

from integraal.foundation.definitions import kinds
from integraal.foundation.definitions.forms import as_text
from integraal.foundation.definitions.models import OwnVersion
from integraal.foundation.ui.components import Deed
from integraal.foundation.ui.tables import Column, Table


def list_of(
    kind: kinds.Kind,
    contents: Mapping[str, Mapping[str, Any]],
    versions: Mapping[str, OwnVersion],
    words: str,
) -> Table:
    """Return the definitions of a kind whose name or code holds every one of ``words``."""
    wanted = words.lower().split()
    shipped = kind.shipped()
    rows = []
    for code, content in contents.items():
        name = as_text(content.get("name")) or code
        if not all(word in f"{name} {code}".lower() for word in wanted):
            continue
        url = reverse("definition", args=[kind.code, code])
        is_own = code in versions and bool(versions[code].changes)
        rows.append(
            (
                format_html('<a class="utrecht-link" href="{}">{}</a>', url, name),
                code,
                _whose(is_own=is_own, is_shipped=code in shipped),
            )
        )
    return Table(
        caption=kind.name,
        columns=(Column("Naam"), Column("Code"), Column("Versie")),
        rows=tuple(sorted(rows, key=lambda row: row[1])),
        empty="Niets gevonden. Zoek op een ander woord.",
    )


def _whose(*, is_own: bool, is_shipped: bool) -> str:
    if not is_shipped:
        return "van uw gemeente"
    return "eigen versie" if is_own else "meegeleverd"


def choices_of(kind: kinds.Kind, content: Mapping[str, Any]) -> Table | None:
    """Return the codes that a field with codes may hold, with what they stand for."""
    field = next((one for one in kind.fields if one.form == "codes" and one.options), None)
    if field is None or field.options is None:
        return None
    return Table(
        caption=f"{field.label}: waaruit u kiest",
        columns=(Column("Code"), Column("Naam")),
        rows=tuple(field.options(content)),
    )


@dataclass(frozen=True)
class Compared:
    """A field whose own value differs from what was shipped."""

    label: str
    shipped: str
    own: str


def differences_of(
    kind: kinds.Kind, shipped: Mapping[str, Any], current: Mapping[str, Any]
) -> list[Compared]:
    """Return the fields that the municipality changed."""
    pairs = (
        Compared(
            field.label,
            as_text(kinds.value_of(shipped, field.name)),
            as_text(kinds.value_of(current, field.name)),
        )
        for field in kind.fields_of(is_own=False)
    )
    return [pair for pair in pairs if pair.shipped != pair.own]


def history_of(kind: kinds.Kind, versions: list[OwnVersion], *, is_own: bool = False) -> list[Deed]:
    """Return who changed the definition, when, what and why."""
    labels = {field.name: field.label for field in kind.fields}
    what = _own_deed if is_own else _deed
    return [
        Deed(
            at=version.made_at,
            who=version.made_by.name if version.made_by else "Integraal",
            what=what(version, before, kind, labels),
            detail=version.reason,
        )
        for version, before in zip_longest(versions, versions[1:])
    ]


def _deed(
    version: OwnVersion, before: OwnVersion | None, kind: kinds.Kind, labels: Mapping[str, str]
) -> str:
    if not version.changes:
        return f"zette versie {version.number} terug op wat is meegeleverd"
    names = ", ".join(labels.get(name, name).lower() for name in version.changes)
    return f"maakte versie {version.number}, met een eigen waarde voor: {names}"


def _own_deed(
    version: OwnVersion, before: OwnVersion | None, kind: kinds.Kind, labels: Mapping[str, str]
) -> str:
    if not version.changes:
        return "haalde de definitie weg"
    if before is None or not before.changes:
        return "voegde de definitie toe"
    changed = [
        labels[field.name].lower()
        for field in kind.fields
        if kinds.value_of(version.changes, field.name) != kinds.value_of(before.changes, field.name)
    ]
    return f"maakte versie {version.number}; anders is: {', '.join(changed)}"
