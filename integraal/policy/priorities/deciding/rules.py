"""When a decision and a priority of somebody else are right, and which of them match. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any, TypeVar

from integraal.policy.picture.contributions.rules import link_problem
from integraal.policy.picture.words import length_problem

PRIORITY, NOT, ELSEWHERE = "priority", "not", "elsewhere"
OUTCOMES = {PRIORITY: "prioriteit", NOT: "geen prioriteit", ELSEWHERE: "in ander beleid"}
BODIES = {
    "police": "politie",
    "prosecution": "openbaar ministerie",
    "region": "regio",
    "neighbour": "buurgemeente",
    "country": "landelijk",
}
LONGEST_TEXT, LONG_LINE, SHORT_LINE, DAY = 4_000, 200, 120, 20
LOWEST_PLACE = 20
Given = TypeVar("Given", bound=Any)


@dataclass(frozen=True)
class Choice:
    """What is decided about a theme.

    Attributes:
        outcome: "priority", "not" or "elsewhere".
        place: rank among the priorities; None when they stand in no order.
        reason, dissent: why, and who saw it otherwise.
        document, link: the policy it stands in, when that is elsewhere.
    """

    outcome: str
    place: int | None = None
    reason: str = ""
    dissent: str = ""
    document: str = ""
    link: str = ""


@dataclass(frozen=True)
class Elsewhere:
    """A priority of another body, as somebody fills it in.

    Attributes:
        body: one of ``BODIES``; ``whose`` names which one.
        priority: in their words.
        source, source_date, link: where it stands, and of when that is.
        reason: why the municipality chooses otherwise.
    """

    body: str
    priority: str
    whose: str = ""
    source: str = ""
    source_date: str = ""
    link: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Match:
    """A priority of another body beside the choice of the municipality.

    Attributes:
        whose, priority, source: of the other, in words.
        theme: the municipality's theme; empty without one.
        outcome: what the municipality decided about it; empty without a theme or a decision.
        agrees: whether it is a priority of the municipality too; None while nothing is decided.
        reason: why the municipality chooses otherwise.
    """

    whose: str
    priority: str
    source: str
    theme: str
    outcome: str
    agrees: bool | None
    reason: str


def cleaned(given: Given) -> Given:
    """Return the same without spaces around the words."""
    values = {one.name: getattr(given, one.name) for one in fields(given)}
    kept = {name: one.strip() if isinstance(one, str) else one for name, one in values.items()}
    return type(given)(**kept)  # type: ignore[no-any-return]


def fitting(choice: Choice) -> Choice:
    """Return a choice without what belongs to another outcome: a rank, or a document."""
    values = dict(vars(choice))
    if choice.outcome != PRIORITY:
        values["place"] = None
    if choice.outcome != ELSEWHERE:
        values |= {"document": "", "link": ""}
    return Choice(**values)


def choice_problem(choice: Choice) -> str | None:
    """Return why this cannot be decided, or ``None`` when it can."""
    if choice.outcome not in OUTCOMES:
        return "Kies wat er is besloten: prioriteit, geen prioriteit, of in ander beleid."
    if choice.place is not None and not 1 <= choice.place <= LOWEST_PLACE:
        return f"Kies een plaats van 1 tot en met {LOWEST_PLACE}, of laat het leeg."
    if choice.outcome == ELSEWHERE and not choice.document:
        return "Noem het beleidsstuk waarin dit thema staat, zoals het verkeersplan."
    return (
        length_problem(choice.reason, LONGEST_TEXT, "De reden")
        or length_problem(choice.dissent, LONGEST_TEXT, "Het andere geluid")
        or length_problem(choice.document, LONG_LINE, "De naam van het beleidsstuk")
        or link_problem(choice.link)
    )


def other_problem(other: Elsewhere) -> str | None:
    """Return why a priority of somebody else cannot be kept, or ``None`` when it can."""
    if other.body not in BODIES:
        return "Kies van wie deze prioriteit is."
    if not other.priority:
        return "Schrijf op wat hun prioriteit is."
    return (
        length_problem(other.priority, LONG_LINE, "De prioriteit")
        or length_problem(other.whose, SHORT_LINE, "De naam")
        or length_problem(other.source, LONG_LINE, "De bron")
        or length_problem(other.source_date, DAY, "De datum van de bron")
        or length_problem(other.reason, LONGEST_TEXT, "De reden")
        or link_problem(other.link)
    )


def whose_words(body: str, whose: str) -> str:
    """Return of whom a priority is: the name when it is known, else the kind of body."""
    kind = BODIES[body]
    return f"{whose} ({kind})" if whose else kind[:1].upper() + kind[1:]


def source_words(source: str, source_date: str) -> str:
    """Return where a priority stands and of when that is; that nothing is known is said."""
    return ", ".join(part for part in (source, source_date) if part) or "bron niet opgegeven"


def matches_say(matches: Iterable[Match]) -> str:
    """Return in one sentence how many priorities of others the municipality shares."""
    found = list(matches)
    if not found:
        return "Er zijn nog geen prioriteiten van anderen vastgelegd."
    same = sum(one.agrees is True for one in found)
    open_still = sum(one.agrees is None for one in found)
    words = f"Van {len(found)} prioriteiten van anderen deelt de gemeente er {same}"
    if len(found) == 1:
        words = f"De ene prioriteit van anderen deelt de gemeente {'wel' if same else 'niet'}"
    if open_still:
        return f"{words}; bij {open_still} is over het thema nog niets besloten."
    return f"{words}."
