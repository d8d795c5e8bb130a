"""What travels with a number of the explorer, wherever it is shown. Pure."""

from integraal.knowledge.figures.composing import period_of
from integraal.knowledge.figures.estimates import Estimate
from integraal.knowledge.figures.explorer.places import Place

FEW_PEOPLE = "Bijna geen inwoners: een cijfer per inwoner zegt hier niets."


def notes_of(estimate: Estimate, place: Place, step: int) -> tuple[str, ...]:
    """Return what a reader must know of a number: rounded, unfinished, a rate on another year.

    Args:
        step: to how many the source rounded each number behind it; 1 for not at all.
    """
    if estimate.value is None:
        return ()
    notes = []
    if step > 1:
        notes.append(f"afgerond op {step}")
    if estimate.incomplete:
        notes.append("nog niet compleet")
    elif estimate.provisional:
        notes.append("voorlopig")
    if place.few_inhabitants:
        notes.append(FEW_PEOPLE)
    elif other := other_year_of(estimate):
        notes.append(f"verhouding met {estimate.denominator_unit} van {other}")
    return tuple(notes)


def other_year_of(estimate: Estimate) -> int | None:
    """Return the year of the denominator when it is not that of the figure; else None."""
    if estimate.rate is None or not estimate.denominator_period:
        return None
    year = period_of(estimate.denominator_period).year
    return year if year != estimate.period.year else None
