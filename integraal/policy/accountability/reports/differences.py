"""What differs between two gatherings of the facts of a report, and why. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Json = Mapping[str, Any]
_PARTS = {
    "measures": ("maatregel", "key"),
    "goals": ("doel", "key"),
    "figures": ("cijfer", "key"),
    "readings": ("stand van een doel", "key"),
    "versions": ("versie van het programma", "id"),
    "changes": ("wijziging", "id"),
    "deviations": ("afwijking", "id"),
    "incidents": ("incident of taak", "id"),
    "joined": ("programma waaraan wij meedoen", "id"),
    "themes": ("thema", "code"),
}
_WHY = {
    "measures": "Er is later nog iets gezegd over een dag in deze periode.",
    "goals": "Het plan of een cijfer van dit doel is later veranderd.",
    "figures": "Een bestand is teruggenomen, of wat het cijfer betekent is veranderd.",
    "readings": "De stand is later ingevuld of veranderd.",
    "versions": "Een besluit is later vastgelegd met een dag in deze periode.",
    "changes": "De wijziging is later veranderd.",
    "deviations": "De afwijking is later veranderd.",
    "incidents": "Dit is later opgeschreven of veranderd.",
    "joined": "Dit is later opgeschreven of veranderd.",
    "themes": "De thema’s zijn later veranderd.",
}
_WHAT = {"added": "nieuw", "removed": "weg", "changed": "anders"}


@dataclass(frozen=True)
class Difference:
    """One thing that is otherwise: what it is, how, which fields, and why that may be."""

    what: str
    name: str
    how: str
    fields: tuple[str, ...]
    why: str


def differences(then: Json, now: Json) -> Iterator[Difference]:
    """Yield every row of the facts that is new, gone or otherwise."""
    for part, (what, key) in _PARTS.items():
        old = {one[key]: one for one in then.get(part, ())}
        new = {one[key]: one for one in now.get(part, ())}
        for at in dict.fromkeys([*old, *new]):
            if old.get(at) != new.get(at):
                yield _difference(part, what, old.get(at), new.get(at))
    for part, what in (("programme", "programma"), ("plan", "plan")):
        if then.get(part) != now.get(part):
            yield Difference(
                what, "", _WHAT["changed"], (), "Een besluit is later vastgelegd of veranderd."
            )


def _difference(part: str, what: str, old: Json | None, new: Json | None) -> Difference:
    name = str((new or old or {}).get("title") or (new or old or {}).get("name") or "")
    how = "added" if old is None else "removed" if new is None else "changed"
    return Difference(what, name, _WHAT[how], tuple(_fields(old or {}, new or {})), _WHY[part])


def _fields(old: Json, new: Json) -> Iterator[str]:
    """Yield label-free "before → now" of plain fields that differ."""
    for name in dict.fromkeys([*old, *new]):
        before, after = old.get(name), new.get(name)
        if old and new and before != after and isinstance(before, str) and isinstance(after, str):
            yield f"{before or 'leeg'} → {after or 'leeg'}"
