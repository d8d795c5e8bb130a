"""When a mail that did not get through is tried again, and how problems are told. Pure."""

from datetime import datetime, timedelta

PAUSES = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=20),
    timedelta(hours=1),
    timedelta(hours=3),
    timedelta(hours=8),
    timedelta(hours=24),
)
"""How long to wait after the first try, the second, and so on; then it is given up."""

PROBLEMS = {
    "no_address": "Er is geen mailadres bekend van deze persoon. Vul het in bij de partner.",
    "unreachable": "De mailserver antwoordt niet. Integraal probeert het opnieuw.",
    "login": "De mailserver accepteert de naam of het wachtwoord van Integraal niet.",
    "refused": "De mailserver weigert dit adres. Kijk of het klopt.",
    "later": "De mailserver wil dit bericht nu niet. Integraal probeert het opnieuw.",
    "words": "Het bericht kon niet worden gemaakt. Zeg het de beheerder van de installatie.",
}
"""Code of a problem to what a reader may do about it."""
FOR_GOOD = ("no_address", "refused")
"""Problems that trying again does not solve."""


def next_try(tries: int, problem: str, now: datetime) -> datetime | None:
    """Return when a mail is tried again, or ``None`` when it is given up.

    Args:
        tries: how often it was tried, this time included.
        problem: code of what went wrong.
        now: the moment of this try.
    """
    if problem in FOR_GOOD or tries > len(PAUSES):
        return None
    return now + PAUSES[tries - 1]
