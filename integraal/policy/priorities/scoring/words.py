"""How far a ballot is, in words."""

from integraal.policy.priorities.models import Ballot
from integraal.policy.priorities.rules import DOTS
from integraal.policy.priorities.scoring.form import Asked


def filled_say(asked: Asked, ballot: Ballot | None) -> str:
    """Return how much is filled in and kept."""
    if ballot is None:
        return "Nog niets ingevuld."
    words = dots_say(asked, ballot) if asked.dots else marks_say(asked, ballot)
    done = " U bent klaar." if ballot.is_done else ""
    return f"{words}, bewaard.{done}"


def marks_say(asked: Asked, ballot: Ballot) -> str:
    """Return how many of the questions have an answer."""
    filled = sum(len(row) for row in ballot.marks.values())
    return f"{filled} van {len(asked.fields)} ingevuld"


def dots_say(asked: Asked, ballot: Ballot) -> str:
    """Return how many of the dots are divided."""
    given = sum(row.get(DOTS, 0) for row in ballot.marks.values())
    return f"{given} van {asked.dots} stippen verdeeld"
