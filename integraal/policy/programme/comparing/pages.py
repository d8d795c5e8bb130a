"""What the page shows on which two versions of a programme stand beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from integraal.foundation.audit.actors import Actor
from integraal.foundation.ui.dutch import day, listed
from integraal.policy.plan.comparing.changes import WORDS, Section, counted
from integraal.policy.programme.comparing.changes import sections_of
from integraal.policy.programme.content import content_of
from integraal.policy.programme.measures.naming import names_of
from integraal.policy.programme.models import Programme
from integraal.policy.programme.queries import versions


class NoSuchVersion(Exception):
    """There is no such version, or the actor may not read it."""


@dataclass(frozen=True)
class Side:
    """One version: as in an address ("versie-2"), and what it is, of when."""

    code: str
    name: str
    row: Programme


@dataclass(frozen=True)
class ComparePage:
    """What ``programme/comparing.html`` shows.

    Attributes:
        before, after: the two versions; ``before`` is ``None`` when there is only one.
        say: Dutch, how much differs, in one sentence.
    """

    sides: list[Side]
    before: Side | None
    after: Side
    only_differing: bool
    sections: list[Section]
    say: str


def compare_page(
    by: Actor, programme: Programme, before: str = "", after: str = "", *, only_differing: bool
) -> ComparePage:
    """Return two versions beside each other; without a choice, this one and the one before it.

    Raises:
        NoSuchVersion: a code is not one of them.
    """
    sides = [_side(one) for one in versions(by, programme)]
    new = _named(sides, after or f"versie-{programme.version}")
    old = _named(sides, before) if before else _one_before(sides, new)
    sections = compared(programme, old.row, new.row) if old else []
    return ComparePage(
        sides=sides,
        before=old,
        after=new,
        only_differing=only_differing,
        sections=_differing(sections) if only_differing else sections,
        say=_say(sections),
    )


def compared(programme: Programme, before: Programme, after: Programme) -> list[Section]:
    """Return what changed from one version to another, theme by theme."""
    return sections_of(content_of(before), content_of(after), names_of(programme))


def version_named(by: Actor, programme: Programme, version: int) -> Programme:
    """Return one version of a programme.

    Raises:
        NoSuchVersion: there is none, or the actor may not read it.
    """
    found = next((one for one in versions(by, programme) if one.version == version), None)
    if found is None:
        raise NoSuchVersion(str(version))
    return found


def _differing(sections: Sequence[Section]) -> list[Section]:
    found = [
        Section(one.name, [each for each in one.changes if each.what != "same"]) for one in sections
    ]
    return [one for one in found if one.changes]


def _side(row: Programme) -> Side:
    if row.is_frozen:
        name = f"Versie {row.version}, vastgesteld op {day(row.adopted_on)}"
    else:
        name = f"Versie {row.version} zoals die nu is ({row.state_label.lower()})"
    return Side(f"versie-{row.version}", name, row)


def _named(sides: Sequence[Side], code: str) -> Side:
    found = next((one for one in sides if one.code == code), None)
    if found is None:
        raise NoSuchVersion(code)
    return found


def _one_before(sides: list[Side], new: Side) -> Side | None:
    return next(iter(sides[sides.index(new) + 1 :]), None)


def _say(sections: Sequence[Section]) -> str:
    counts = counted(sections)
    parts = [f"{many} {WORDS[what]}" for what, many in counts.items() if many and what != "same"]
    if not parts:
        return "Er is niets veranderd."
    return f"{listed(parts).capitalize()}; {counts['same']} gelijk."
