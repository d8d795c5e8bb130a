"""How long a personal link may work, as plain functions."""

from datetime import date, timedelta

USUAL = timedelta(weeks=4)
LONGEST = timedelta(days=365)
OPEN = "open"


def usual_end(today: date) -> date:
    """Return the last day of a link when nobody says otherwise."""
    return today + USUAL


def term_problem(ends_on: date, today: date, what: str = "Een link werkt") -> str | None:
    """Return why ``what`` cannot last until and including ``ends_on``; ``None`` when it can."""
    if ends_on < today:
        return "De laatste dag ligt in het verleden. Kies vandaag of een latere dag."
    if ends_on > today + LONGEST:
        return f"{what} hoogstens een jaar. Kies een eerdere dag."
    return None


def state_of(
    ends_on: date, revoked_on: date | None, today: date, closed_on: date | None = None
) -> str:
    """Return ``revoked``, ``closed`` (what it is a link to), ``ended`` or ``open``."""
    if revoked_on:
        return "revoked"
    if closed_on:
        return "closed"
    return "ended" if ends_on < today else OPEN
