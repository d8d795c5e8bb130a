"""The life of what is adopted: which moves exist, and in which state each may be made."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """State (staat) of a picture, a priority set, a plan, a programme or a report."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    ADOPTED = "adopted"
    SUPERSEDED = "superseded"


LABELS: dict[State, str] = {
    State.DRAFT: "Concept",
    State.PROPOSED: "Voorgesteld",
    State.ADOPTED: "Vastgesteld",
    State.SUPERSEDED: "Vervangen",
}


@dataclass(frozen=True)
class Move:
    """A move from one state to another.

    Attributes:
        code: as used in code and in the audit trail.
        start: the state it begins in.
        end: the state it leads to.
        whose: Dutch, who makes it; which role that is stands with each kind of document.
    """

    code: str
    start: State
    end: State
    whose: str


PROPOSE = Move("propose", State.DRAFT, State.PROPOSED, "wie het schreef")
SEND_BACK = Move("send_back", State.PROPOSED, State.DRAFT, "wie vaststelt, of wie het voorstelde")
ADOPT = Move("adopt", State.PROPOSED, State.ADOPTED, "wie vaststelt")
SUPERSEDE = Move(
    "supersede", State.ADOPTED, State.SUPERSEDED, "de volgende versie, bij vaststelling"
)

MOVES: tuple[Move, ...] = (PROPOSE, SEND_BACK, ADOPT, SUPERSEDE)


class ImpossibleMove(Exception):
    """The move does not exist in this state; the message says what the state is."""


def check_move(move: Move, state: State) -> None:
    """Refuse ``move`` unless it begins in ``state``.

    Raises:
        ImpossibleMove: with both states in the sentence.
    """
    if state is not move.start:
        raise ImpossibleMove(
            f"Dit kan nu niet: de staat is {LABELS[state].lower()}, "
            f"en moet {LABELS[move.start].lower()} zijn. "
            "Ververs de pagina en kijk wat er is gebeurd."
        )


def state_diagram() -> str:
    """Return the moves as a Mermaid diagram for the generated docs."""
    lines = ["stateDiagram-v2", "    [*] --> draft"]
    lines += [f"    {move.start} --> {move.end}: {move.code}" for move in MOVES]
    return "\n".join(lines)
