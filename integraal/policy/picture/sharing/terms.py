"""How long a share link may work, as plain functions."""

from datetime import date, timedelta

USUAL = timedelta(weeks=4)
LONGEST = timedelta(days=365)


def usual_end(today: date) -> date:
    """Return the last day of a link when nobody says otherwise."""
    return today + USUAL


def term_problem(ends_on: date, today: date) -> str | None:
    """Return why a link cannot work until and including ``ends_on``; ``None`` when it can."""
    if ends_on < today:
        return "De laatste dag ligt in het verleden. Kies vandaag of een latere dag."
    if ends_on > today + LONGEST:
        return "Een link werkt hoogstens een jaar. Kies een eerdere dag."
    return None


def state_of(ends_on: date, revoked_on: date | None, today: date) -> str:
    """Return ``revoked``, ``ended`` or ``open``."""
    if revoked_on:
        return "revoked"
    return "ended" if ends_on < today else "open"
