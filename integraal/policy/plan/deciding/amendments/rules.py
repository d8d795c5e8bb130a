"""When an amendment is right, in sentences. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from integraal.policy.plan.kinds import THEME, Kind
from integraal.policy.plan.rules import block_problem

LONGEST_NUMBER, LONGEST_TITLE, LONGEST_MOVERS = 20, 200, 200


@dataclass(frozen=True)
class Wanted:
    """What an amendment wants with a block: a new title, text and details, or that it goes."""

    title: str = ""
    text: str = ""
    details: Mapping[str, str] = field(default_factory=dict)
    removes: bool = False


def wanted_problem(
    kind: Kind | None, theme: str, number: str, title: str, moved_by: str, wanted: Wanted
) -> str | None:
    """Return why an amendment cannot be recorded so, or ``None`` when it can.

    Args:
        kind: of the block it is about; ``None`` when nobody chose one.
        theme: code of the theme of the block; empty for the plan as a whole.
        number, title, moved_by: of the amendment.
        wanted: what it wants with the block.
    """
    if not number or not title.strip() or not moved_by.strip():
        return "Vul het nummer, de titel en de indieners van het amendement in."
    for value, most, name in (
        (number, LONGEST_NUMBER, "nummer"),
        (title, LONGEST_TITLE, "titel"),
        (moved_by, LONGEST_MOVERS, "indieners"),
    ):
        if len(value) > most:
            return f"Gebruik hoogstens {most} tekens bij {name}."
    if kind is None:
        return "Kies welk deel van het plan het amendement verandert."
    if kind.of_theme != bool(theme):
        return f"Een {kind.name} hoort {'' if kind.of_theme else 'niet '}bij een thema."
    if wanted.removes:
        return None
    if kind is THEME and not wanted.title.strip():
        return "Een thema heeft een naam. Vul hem in."
    given = {code: value for code, value in wanted.details.items() if value}
    return block_problem(kind, wanted.title.strip(), wanted.text.strip(), given)
