"""What the page shows on which two stands of a plan stand beside each other."""

from dataclasses import dataclass

from integraal.foundation.audit.actors import Actor
from integraal.foundation.ui.components import Chip
from integraal.foundation.ui.dutch import listed
from integraal.policy.plan.comparing.changes import WORDS, Section, counted, sections_of
from integraal.policy.plan.comparing.sides import Side, content_at, side_named, sides_of
from integraal.policy.plan.models import Plan
from integraal.policy.plan.tabs import tabs


@dataclass(frozen=True)
class ComparePage:
    """What ``plan/comparing.html`` shows.

    Attributes:
        before, after: the two stands; ``None`` when there is nothing to compare with yet.
        sections: with only what differs, when ``only_differing``.
        say: Dutch, how much differs, in one sentence.
    """

    plan: Plan
    tabs: list[Chip]
    sides: list[Side]
    before: Side | None
    after: Side | None
    only_differing: bool
    sections: list[Section]
    say: str


def compare_page(
    by: Actor, plan: Plan, before: str = "", after: str = "", *, only_differing: bool = True
) -> ComparePage:
    """Return two stands beside each other; without a choice, the two latest.

    Args:
        before, after: codes of ``sides_of``.

    Raises:
        NoSuchStand: a code is not one of them.
    """
    sides = sides_of(by, plan)
    new = side_named(sides, after or f"versie-{plan.version}")
    old = side_named(sides, before) if before else _one_before(sides, new)
    sections = _sections(by, plan, old, new, with_same=not only_differing) if old else []
    say = _say(sections)
    if only_differing:
        differing = [
            Section(one.name, [each for each in one.changes if each.what != "same"])
            for one in sections
        ]
        sections = [one for one in differing if one.changes]
    return ComparePage(
        plan, tabs(by, plan, "plan-compare"), sides, old, new, only_differing, sections, say
    )


def _sections(by: Actor, plan: Plan, old: Side, new: Side, *, with_same: bool) -> list[Section]:
    before, after = (content_at(by, plan, side) for side in (old, new))
    return sections_of(before, after, with_same=with_same)


def _one_before(sides: list[Side], new: Side) -> Side | None:
    """Return the stand that came before; of the oldest version, its last edition."""
    place = sides.index(new)
    return next(iter(sides[place + 1 :]), None)


def _say(sections: list[Section]) -> str:
    counts = counted(sections)
    parts = [f"{many} {WORDS[what]}" for what, many in counts.items() if many and what != "same"]
    return (
        f"{listed(parts).capitalize()}; {counts['same']} gelijk."
        if parts
        else "Er is niets veranderd."
    )
