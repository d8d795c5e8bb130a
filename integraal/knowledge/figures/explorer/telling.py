"""What must be told beside the numbers: caveats, breaks, stretches left out, sources, notes."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache

from integraal.knowledge.figures.definitions import sources, stretches_left_out
from integraal.knowledge.figures.explorer.comparing import Compared
from integraal.knowledge.figures.explorer.places import Chosen
from integraal.knowledge.figures.explorer.rows import Row
from integraal.knowledge.figures.explorer.selection import Selection
from integraal.knowledge.figures.explorer.series import Series
from integraal.knowledge.figures.explorer.view import SourceUsed
from integraal.knowledge.indicators.breaks import Break, LeftOut
from integraal.knowledge.indicators.definitions import Indicator
from integraal.knowledge.indicators.periods import Period


def left_out_of(indicator: Indicator, selection: Selection) -> Callable[[Period], bool]:
    """Return whether a period is left out of a mean: the list's stretches, and extra years."""
    listed = stretches_left_out(indicator)
    covered = {year for one in listed for year in one.years}
    extra = set(indicator.baseline_excludes) - covered

    @cache
    def is_left_out(period: Period) -> bool:
        if not selection.without_corona:
            return False
        return period.year in extra or any(one.covers(period) for one in listed)

    return is_left_out


def caveats_of(indicator: Indicator, used: Sequence[SourceUsed]) -> tuple[str, ...]:
    """Return what limits these figures: of the indicator, then of every source used."""
    of_sources = [caveat for one in used if one.definition for caveat in one.definition.caveats]
    return tuple(dict.fromkeys([*indicator.caveats, *of_sources]))


def breaks_within(indicator: Indicator, shown: Sequence[Period]) -> tuple[Break, ...]:
    """Return the changes in how is counted that fall within the periods shown."""
    return tuple(one for one in indicator.breaks if _lies_within(one.period, shown))


def left_out_within(indicator: Indicator, shown: Sequence[Period]) -> tuple[LeftOut, ...]:
    """Return the stretches that means leave out, as far as they are shown."""
    return tuple(
        one for one in stretches_left_out(indicator) if any(one.covers(period) for period in shown)
    )


def _lies_within(period: Period, shown: Sequence[Period]) -> bool:
    """Whether a change falls after the beginning and before the end of what is shown."""
    if not shown:
        return False
    starts = [one.months.start for one in shown]
    ends = [one.months.stop for one in shown]
    return min(starts) < period.months.start < max(ends)


def notes_of(
    indicator: Indicator,
    selection: Selection,
    chosen: Chosen,
    compared: Compared,
    series: Sequence[Series],
    hides: bool,
) -> tuple[str, ...]:
    """Return what a reader must know about this view."""
    notes = [*chosen.notes, *compared.notes]
    older = indicator.numerator.older
    if older and any(one.counting == "older" for one in series):
        notes.append(f"De oude telling staat apart en loopt niet door in de nieuwe. {older.fit}")
    if indicator.kind == "measured" and any(p.members for p in compared.places):
        notes.append(
            "Dit is een gemeten waarde. Die telt niet op, dus een groep gemeenten heeft er geen."
        )
    if selection.per == "inwoners" and not indicator.denominator:
        notes.append("Van dit cijfer bestaat geen verhouding; daarom staan hier de aantallen.")
    if hides and any(place.is_part for place in chosen.places):
        notes.append(
            "Kleine aantallen in wijken, buurten en andere gebieden zijn voor u afgeschermd. "
            "Per maand ziet u daar geen aantallen."
        )
    return tuple(notes)


def sources_of(series: Sequence[Series]) -> tuple[SourceUsed, ...]:
    """Return every file or national table behind the rows, each once."""
    found: dict[str, SourceUsed] = {}
    for one in series:
        for row in one.rows:
            if row.estimate:
                file = row.estimate.snapshot
                if file.sha256 not in found:
                    found[file.sha256] = SourceUsed(
                        file.credit,
                        file.name,
                        file.sha256,
                        file.accessed,
                        sources().get(file.source),
                    )
    return tuple(found.values())


def why_parts_differ(rows: Iterable[Row]) -> str:
    """Return why parts need not add up to the whole, as their source says; or nothing."""
    for row in rows:
        source = sources().get(row.estimate.snapshot.source) if row.estimate else None
        if source and source.parts_leave_out:
            return source.parts_leave_out
    return ""
