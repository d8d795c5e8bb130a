"""The course of a goal as a chart: what was reached with its margin, and the path to the target."""

from integraal.foundation.ui.charts.course import Band, Break, Course, Point
from integraal.foundation.ui.components import Figure
from integraal.knowledge.indicators.breaks import Break as CountingBreak
from integraal.policy.monitoring.goals.course import Reached, beside_path, path_at
from integraal.policy.monitoring.goals.following import Followed

_MOST_YEARS = 12


def course_figure(one: Followed) -> Figure | None:
    """Return the chart; ``None`` while nothing was reached yet."""
    goal, known = one.goal, {each.year: each for each in one.reached}
    if not any(each.value is not None for each in one.reached):
        return None
    last = max([*known, goal.target_year or 0])
    first = max(min([*known, goal.baseline_year or last]), last - _MOST_YEARS + 1)
    years = list(range(first, last + 1))
    unit = one.indicator.unit if one.indicator else goal.measure
    return Figure(
        uid="doel",
        title=_conclusion(one),
        subtitle=f"{one.indicator.name if one.indicator else goal.measure}, {first}-{last}",
        chart=Course(
            title=f"{goal.title}, {first} tot en met {last}",
            description=(
                f"{_conclusion(one)} De lijn naar het streefcijfer is recht getekend. De tabel "
                "noemt alle jaren."
            ),
            points=tuple(_point(known.get(year), year) for year in years),
            bands=_bands(one, years),
            breaks=tuple(
                Break(years.index(part.period.year), "nieuwe telwijze", "telwijze")
                for part in _breaks(one, years)
            ),
            unit=unit,
            whole=one.indicator is not None and one.indicator.kind == "count",
            bands_words="Pad naar het streefcijfer",
        ),
        source=_source(one),
        caveat=" ".join(part.text for part in _breaks(one, years)),
    )


def _point(reached: Reached | None, year: int) -> Point:
    if reached is None:
        return Point(str(year), None)
    return Point(str(year), reached.value, reached.low, reached.high, complete=reached.complete)


def _bands(one: Followed, years: list[int]) -> tuple[Band | None, ...]:
    path = [path_at(one.goal, year) for year in years]
    if not any(value is not None for value in path):
        return ()
    return tuple(None if value is None else Band(value, value, value) for value in path)


def _breaks(one: Followed, years: list[int]) -> list[CountingBreak]:
    """Return the years of the chart in which the source began to count otherwise."""
    known = one.indicator.breaks if one.indicator else ()
    return [part for part in known if part.period.year in years[1:]]


def _conclusion(one: Followed) -> str:
    latest = one.latest
    if latest is None:
        return "Er is nog geen heel jaar met een cijfer."
    beside = beside_path(one.goal, latest)
    said = f"{latest.shown} in {latest.year}"
    return f"{said}. {beside.say}" if beside else f"{said}."


def _source(one: Followed) -> str:
    sources = dict.fromkeys(each.source for each in one.reached if each.source)
    return f"Bron: {'; '.join(sources) or 'door de gemeente ingevuld'}."
