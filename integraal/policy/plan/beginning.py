"""What a plan begins with: its themes, the principles every plan knows, and its legal basis."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from integraal.policy.plan.kinds import DROPPED, LEGAL, PRINCIPLE, THEME, WHOLE, Kind
from integraal.policy.priorities.queries import ELSEWHERE, PRIORITY, Chosen

PRINCIPLES = (
    ("Preventie", "Problemen voorkomen gaat voor bestrijden."),
    ("Handhaving", "Waar regels worden overtreden, treedt de gemeente op."),
    ("Nazorg", "Na een incident blijft de gemeente betrokken, en leert zij ervan."),
    ("Regie", "De gemeente brengt partners bij elkaar en bewaakt de afspraken."),
    ("Flexibiliteit", "Als de situatie verandert, verandert de inzet mee."),
    ("Informatiepositie", "Cijfers en signalen samen laten zien wat er speelt."),
)
LEGAL_BASIS = (
    "Politiewet 2012, artikel 38b",
    "De gemeenteraad stelt ten minste eens in de vier jaar de doelen vast die de gemeente op het "
    "gebied van de veiligheid nastreeft.",
    "https://wetten.overheid.nl/BWBR0031788/",
)


@dataclass(frozen=True)
class Beginning:
    """A block that is there from the start."""

    kind: Kind
    order: int
    title: str = ""
    text: str = ""
    theme: str = WHOLE
    details: dict[str, str] = field(default_factory=dict)


def opening_blocks(themes: Sequence[Chosen]) -> Iterable[Beginning]:
    """Yield the blocks of a plan that begins with these themes.

    Args:
        themes: priorities first; a theme that stands in other policy becomes a dropped one.
    """
    for place, (title, text) in enumerate(PRINCIPLES, start=1):
        yield Beginning(PRINCIPLE, place, title, text)
    law, asks, link = LEGAL_BASIS
    yield Beginning(LEGAL, 1, law, asks, details={"link": link})
    for place, one in enumerate(themes, start=1):
        if one.outcome == ELSEWHERE:
            found = {"document": one.document, "link": one.link}
            details = {code: value for code, value in found.items() if value}
            yield Beginning(DROPPED, place, one.name, one.reason, details=details)
        elif one.outcome in (PRIORITY, ""):
            details = {"reason": one.reason} if one.reason else {}
            if one.outcome == PRIORITY:
                details["priority"] = "yes"
            yield Beginning(THEME, place, one.name, theme=one.code, details=details)
