"""The steps of an interim change, in words: those of a plan, and of a programme that follows it."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from integraal.foundation.ui.dutch import day
from integraal.policy.plan.deciding.rules import the


class Following(Protocol):
    """The version that comes of a change."""

    version: int

    @property
    def state_label(self) -> str: ...


class Changing(Protocol):
    """An interim change, of whichever document."""

    decision: str
    decided_by: str
    decided_on: date | None
    made_on: date
    council_told_on: date | None

    @property
    def following(self) -> Following | None: ...


@dataclass(frozen=True)
class Step:
    """One step of a change: what it is, what is done, and where to do it.

    Attributes:
        url: empty when there is nothing to do here for who reads.
        is_form: whether the deed is done at once, without a page that asks for more.
    """

    name: str
    said: str
    is_done: bool
    url: str
    deed: str
    is_form: bool = False


def stand_words(row: Changing) -> str:
    """Return how far a change is, as one sentence."""
    parts = [f"Begonnen op {day(row.made_on)}"]
    if row.decided_on:
        parts.append(f"besloten door {the(row.decided_by)} op {day(row.decided_on)}")
    if row.following:
        parts.append(f"versie {row.following.version} ({row.following.state_label.lower()})")
    if row.council_told_on:
        parts.append(f"raad verteld op {day(row.council_told_on)}")
    return ", ".join(parts) + "."


def version_step(
    row: Changing, document: str, *, version_url: str, begin_url: str, is_form: bool = False
) -> Step:
    """Return the step of the version that comes of a change.

    Args:
        document: with its article, such as "het plan".
        version_url: where that version is; empty when there is none.
        begin_url: where it is begun; empty when the reader may not.
        is_form: see ``Step``.
    """
    name = f"Nieuwe versie van {document}"
    if row.following:
        said = f"Versie {row.following.version}, {row.following.state_label.lower()}."
        return Step(name, said, True, version_url, "Naar deze versie")
    said = "Nog geen. Niet elke wijziging heeft er een nodig."
    return Step(name, said, False, begin_url, "Begin de nieuwe versie", is_form)


def decision_step(row: Changing, url: str) -> Step:
    """Return the step of the decision; ``url`` is where it is recorded."""
    said = "Nog niet besloten."
    if row.decided_on:
        who = f"Besloten door {the(row.decided_by)} op {day(row.decided_on)}."
        said = f"{row.decision}\n\n{who}".strip()
    elif row.following:
        said = "Wordt ingevuld als de nieuwe versie is vastgesteld."
    deed = "Pas het besluit aan" if row.decided_on else "Leg het besluit vast"
    return Step("Besluit", said, row.decided_on is not None, url, deed)


def told_step(row: Changing, url: str, deed: str) -> Step:
    """Return the step of telling the council; ``deed`` names what is done at ``url``."""
    told = row.council_told_on
    said = f"Verteld op {day(told)}." if told else "Nog niet verteld."
    return Step("De raad", said, told is not None, url, deed)
