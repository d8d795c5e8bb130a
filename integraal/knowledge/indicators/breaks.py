"""Where a series cannot be read as one line: breaks, and periods that are no fair yardstick."""

from dataclasses import dataclass

from integraal.knowledge.indicators.periods import Period
from integraal.knowledge.indicators.reading import FieldReader

_ANY_PERIOD = Period.of_year(2000)


@dataclass(frozen=True)
class Break:
    """From this period on the figures were made in another way."""

    period: Period
    text: str


@dataclass(frozen=True)
class LeftOut:
    """A stretch of time that means and baselines leave out, both ends included, and why."""

    start: Period
    end: Period
    text: str

    def covers(self, period: Period) -> bool:
        """Whether at least half of the months of the period lie in this stretch.

        So of March 2020 to February 2022 the years 2020 and 2021 are left out and 2022 is not.
        """
        first, last = self.start.months.start, self.end.months.stop
        inside = min(period.months.stop, last) - max(period.months.start, first)
        return 2 * inside >= len(period.months)

    @property
    def years(self) -> tuple[int, ...]:
        """The calendar years that this stretch covers."""
        years = range(self.start.year, self.end.year + 1)
        return tuple(year for year in years if self.covers(Period.of_year(year)))


def read_breaks(reader: FieldReader) -> tuple[Break, ...]:
    """The field 'breaks' of a definition; absent means none."""
    breaks = []
    for part in reader.parts("breaks"):
        breaks.append(Break(read_period(part, "period"), part.text("text")))
        reader.absorb(part)
    return tuple(breaks)


def read_left_out(reader: FieldReader) -> tuple[LeftOut, ...]:
    """The field 'leave_out' of a definition; absent means none."""
    stretches = []
    for part in reader.parts("leave_out"):
        start, end = read_period(part, "from"), read_period(part, "to")
        if end.months.stop <= start.months.start:
            part.note("'to' ligt voor 'from'. Draai ze om.")
        stretches.append(LeftOut(start, end, part.text("text")))
        reader.absorb(part)
    return tuple(stretches)


def read_period(reader: FieldReader, name: str) -> Period:
    """A period code such as 2018MM07; a harmless year when it is wrong and noted."""
    code = reader.text(name)
    try:
        return Period.from_code(code)
    except ValueError:
        if code:
            reader.note(f"schrijf '{name}' als 2018JJ00, 2018KW03 of 2018MM07.")
        return _ANY_PERIOD
