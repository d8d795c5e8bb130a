"""The parts of a municipality beside the whole, and what a reader is told of it. Pure."""

from dataclasses import dataclass

from integraal.foundation.ui.dutch import number
from integraal.knowledge.indicators.periods import Period


@dataclass(frozen=True)
class Reconciliation:
    """The sum of all parts of one kind beside the municipality's own figure.

    Attributes:
        period: of which year, quarter or month both are.
        parts: how many parts there are; every one has a value.
        what: their word in the plural, such as "buurten".
        total: what they add up to.
        whole: what the source says of the municipality.
        why: why the publisher says that they need not be equal; empty when it does not say.
    """

    period: Period
    parts: int
    what: str
    total: int
    whole: int
    why: str

    @property
    def difference(self) -> int:
        """Whole less parts."""
        return self.whole - self.total

    @property
    def sentence(self) -> str:
        """Both numbers and the difference in Dutch, and why when that is known."""
        parts = f"De {self.parts} {self.what} tellen in {self.period.label} op tot"
        if not self.difference:
            return f"{parts} {number(self.total)}, net als de gemeente."
        said = (
            f"{parts} {number(self.total)}; de gemeente zelf staat op {number(self.whole)}, een "
            f"verschil van {number(abs(self.difference))}."
        )
        return f"{said} {self.why}".strip()
