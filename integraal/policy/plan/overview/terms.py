"""How long a plan still holds, and when to begin the next one. Pure."""

from dataclasses import dataclass
from datetime import date

from integraal.foundation.ui.dutch import day


@dataclass(frozen=True)
class TermNote:
    """What there is to say about the end of a term.

    Attributes:
        is_warning: whether it is time to begin the next plan.
        say: Dutch, whole.
    """

    is_warning: bool
    say: str


def term_note(last_year: int, today: date, warn_months: int) -> TermNote:
    """Return how a plan of a term stands today.

    Args:
        last_year: the last year it holds.
        today: the day of asking.
        warn_months: so many months before the end the first warning comes.
    """
    end = date(last_year, 12, 31)
    if today > end:
        return TermNote(
            True,
            f"Dit plan gold tot en met {day(end)}. De raad moet een nieuw plan vaststellen "
            "(artikel 38b Politiewet 2012).",
        )
    if today >= warns_from(last_year, warn_months):
        return TermNote(
            True,
            f"Dit plan loopt af op {day(end)}. Begin nu met het volgende plan, dan kan de raad "
            "het op tijd vaststellen (artikel 38b Politiewet 2012).",
        )
    return TermNote(False, f"Dit plan geldt tot en met {day(end)}.")


def warns_from(last_year: int, warn_months: int) -> date:
    """Return the day of the first warning."""
    months = (last_year + 1) * 12 - warn_months
    return date(months // 12, months % 12 + 1, 1)
