"""Where a deviation stands, and what is missing for the next step. Pure.

    opened -> analysed -> options -> decided -> followed -> closed

Nothing is skipped: a step is done only when those before it are.
"""

from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """Stage (stap) of a deviation."""

    OPENED = "opened"
    ANALYSED = "analysed"
    OPTIONS = "options"
    DECIDED = "decided"
    FOLLOWED = "followed"
    CLOSED = "closed"


LABELS: dict[Stage, str] = {
    Stage.OPENED: "Geopend",
    Stage.ANALYSED: "Onderzocht",
    Stage.OPTIONS: "Keuzes liggen er",
    Stage.DECIDED: "Besloten",
    Stage.FOLLOWED: "Wordt uitgevoerd",
    Stage.CLOSED: "Gesloten",
}
ORDER: tuple[Stage, ...] = tuple(Stage)
MISSING: dict[Stage, str] = {
    Stage.OPENED: "Schrijf eerst de analyse: wat is er aan de hand, en hoe komt dat?",
    Stage.ANALYSED: "Schrijf ten minste twee keuzes op, elk met het gevolg.",
    Stage.OPTIONS: "Leg vast wat is besloten, door wie, wanneer en waarom.",
    Stage.DECIDED: "Leg vast wat er nu verandert, en bij welke maatregel.",
    Stage.FOLLOWED: "Leg het resultaat vast en sluit de afwijking.",
    Stage.CLOSED: "",
}
FEWEST_OPTIONS = 2


@dataclass(frozen=True)
class Facts:
    """What is known of a deviation, as far as its stage depends on it."""

    has_analysis: bool = False
    options: int = 0
    is_decided: bool = False
    has_follow_up: bool = False
    is_closed: bool = False


def stage_of(facts: Facts) -> Stage:
    """Return the last stage of which it and all before it are done."""
    done = (
        (Stage.ANALYSED, facts.has_analysis),
        (Stage.OPTIONS, facts.options >= FEWEST_OPTIONS),
        (Stage.DECIDED, facts.is_decided),
        (Stage.FOLLOWED, facts.has_follow_up),
        (Stage.CLOSED, facts.is_closed),
    )
    stage = Stage.OPENED
    for next_stage, is_done in done:
        if not is_done:
            break
        stage = next_stage
    return stage


def missing_for(stage: Stage, wanted: Stage) -> str | None:
    """Return what must come first before ``wanted`` may be written; ``None`` when nothing must.

    What was done already may be written again until the decision is recorded; after that the
    analysis and the options are what was decided on, and stay.
    """
    if stage == Stage.CLOSED:
        return "Deze afwijking is gesloten. Open een nieuwe als het weer speelt."
    if wanted in (Stage.ANALYSED, Stage.OPTIONS) and is_past(stage, Stage.DECIDED):
        return "Er is al besloten. De analyse en de keuzes blijven zoals er op is besloten."
    before = ORDER[ORDER.index(wanted) - 1]
    return None if is_past(stage, before) else MISSING[stage]


def is_past(stage: Stage, other: Stage) -> bool:
    """Return whether ``stage`` is ``other`` or comes after it."""
    return ORDER.index(stage) >= ORDER.index(other)
