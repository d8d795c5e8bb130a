"""A detail of a block in words. Pure."""

from datetime import date

from integraal.foundation.ui.dutch import day
from integraal.policy.plan.kinds import Field


def detail_words(one: Field, value: str) -> str:
    """Return a detail as it is read, without its address."""
    if one.form == "choice":
        return dict(one.choices).get(value, value)
    if one.form == "date":
        try:
            return day(date.fromisoformat(value))
        except ValueError:
            return value
    return value
