"""When the minutes of a session can be proposed and signed off, in sentences. Pure."""

from datetime import date

LONGEST_BODY = 60


def proposal_problem(
    *, held_on: date | None, today: date, chair: str, decided: int, open_round: int | None
) -> str | None:
    """Return why the minutes cannot be proposed yet, or ``None`` when they can.

    Args:
        held_on: the day of the session.
        today: the day it is.
        chair: who led it, by function.
        decided: over how many themes something was decided.
        open_round: number of a round that is still open.
    """
    if open_round is not None:
        return f"Ronde {open_round} is nog open. Sluit die eerst."
    if not decided:
        return "Leg eerst bij ten minste één thema vast wat er is besloten."
    if held_on is None:
        return "Vul eerst bij de instellingen in op welke dag de sessie was."
    if held_on > today:
        return (
            "De dag van de sessie ligt in de toekomst. Verander de dag, of wacht met het verslag."
        )
    if not chair:
        return "Vul eerst bij de instellingen in wie de sessie voorzat, met de functie."
    return None


def signing_problem(on: date, *, held_on: date | None, today: date) -> str | None:
    """Return why ``on`` cannot be the day of the signature, or ``None`` when it can."""
    if on > today:
        return "De datum van aftekenen ligt in de toekomst. Kies vandaag of een eerdere dag."
    if held_on and on < held_on:
        return "De datum van aftekenen ligt vóór de dag van de sessie. Kies een latere dag."
    return None


def body_of(chair: str) -> str:
    """Return the chair as the body that signs: "Burgemeester" becomes "burgemeester"."""
    words = chair if chair[1:2].isupper() else f"{chair[:1].lower()}{chair[1:]}"
    return words[:LONGEST_BODY]
