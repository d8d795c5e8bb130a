"""The declared set: everything that a municipality's figures of a year are laid beside (ADR 17).

Each kind of comparison is one family over all figures with a theme of the municipality as a
whole. What a page shows of it, or filters away, changes no verdict. Pure.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from integraal.knowledge.figures.beside_others import judging, measured
from integraal.knowledge.figures.beside_others.comparison import ORDER, Against, Comparison, Set
from integraal.knowledge.figures.beside_others.funnel import (
    FunnelContent,
    NoFunnel,
    funnel_content,
)
from integraal.knowledge.figures.beside_others.surroundings import Surroundings
from integraal.knowledge.figures.estimates import Estimate
from integraal.knowledge.figures.year_on_year import YearVerdict
from integraal.knowledge.indicators.definitions import Indicator
from integraal.statistics.expectation import expected_from_years
from integraal.statistics.wording import Limits

NOT_MEASURED = "Zo’n vergelijking is er alleen van aantallen, niet van een meting."


@dataclass(frozen=True)
class Subject:
    """A figure of the municipality: of the year itself, and of all years by year."""

    indicator: Indicator
    now: Estimate
    by_year: Mapping[int, Estimate]


@dataclass(frozen=True)
class Found:
    """All comparisons that could be made, and why others could not.

    Attributes:
        sets: one for each family, those of counts first, in the order of ``ORDER``.
        funnels: by code of the indicator, to draw.
    """

    sets: tuple[Set, ...]
    funnels: Mapping[str, FunnelContent] = field(default_factory=dict)

    def of(self, code: str) -> list[Comparison]:
        """Return the comparisons of a figure, in the order of ``ORDER``."""
        made = [one.made[code] for one in self.sets if code in one.made]
        return sorted(made, key=lambda one: ORDER.index(one.kind))

    def refused(self, code: str) -> list[tuple[Against, str]]:
        """Return the kinds that could not be made of a figure, each with a sentence why."""
        made = {one.kind for one in self.of(code)}
        whys: dict[str, str] = {}
        for one in self.sets:
            if code in one.refused:
                whys.setdefault(one.kind.removesuffix("_measured"), one.refused[code])
        return [(kind, whys[kind]) for kind in ORDER if kind in whys and kind not in made]


def compare_all(
    subjects: Sequence[Subject],
    year: int,
    judged: Mapping[str, YearVerdict],
    around: Surroundings,
    limits: Limits,
) -> Found:
    """Make every comparison of the declared set.

    Args:
        subjects: every figure with a theme of the municipality as a whole.
        year: the year that is judged.
        judged: by code, the verdicts on the year before.
        around: who there is to lay them beside.
        limits: when something may be said.
    """
    counts = [one for one in subjects if one.indicator.kind == "count"]
    others = [one for one in subjects if one.indicator.kind != "count"]
    similar, funnels = _similar(counts, around, limits)
    return Found(
        sets=(
            _last_year(counts, year, judged),
            _expected(counts, year, limits),
            _together("region", counts, around.region_of, limits),
            similar,
            _together("country", counts, around.country_of, limits),
            *_measured(others, year, around, limits),
        ),
        funnels=funnels,
    )


def _last_year(counts: Sequence[Subject], year: int, judged: Mapping[str, YearVerdict]) -> Set:
    units = {one.indicator.code: one.indicator.unit for one in counts}
    made = judging.beside_last_year(judged, units)
    missing = f"Over {year - 1} is geen cijfer bekend."
    refused = {code: missing for code in units if code not in made.made}
    return Set("last_year", made.made, refused)


def _expected(counts: Sequence[Subject], year: int, limits: Limits) -> Set:
    figures, refused = [], {}
    for one in counts:
        expected = expected_from_years(
            year,
            {each: figure.count for each, figure in one.by_year.items()},
            excluded=one.indicator.baseline_excludes,
        )
        if one.now.count is None:
            refused[one.indicator.code] = f"Over {year} is geen cijfer bekend."
        elif expected is None:
            refused[one.indicator.code] = "Er zijn te weinig eerdere jaren om iets te verwachten."
        else:
            figures.append((one.indicator, one.now, expected))
    return Set("five_years", judging.beside_expected(figures, limits).made, refused)


def _together(
    kind: Against,
    counts: Sequence[Subject],
    rest_of: Callable[[Indicator, Estimate], judging.Together | str],
    limits: Limits,
) -> Set:
    figures, refused = [], {}
    for one in counts:
        why = _why_no_rate(one)
        rest = why or rest_of(one.indicator, one.now)
        if isinstance(rest, str):
            refused[one.indicator.code] = rest
        else:
            figures.append((one.indicator, one.now, rest))
    made = judging.beside_together(kind, figures, limits)
    return Set(kind, made.made, {**refused, **made.refused}, limits.demonstrable)


def _similar(
    counts: Sequence[Subject], around: Surroundings, limits: Limits
) -> tuple[Set, dict[str, FunnelContent]]:
    refused: dict[str, str] = {}
    funnels: list[tuple[Indicator, FunnelContent]] = []
    for one in counts:
        why = _why_no_rate(one)
        others = None if why else around.similar_to(one.indicator, one.now)
        if others is None:
            refused[one.indicator.code] = why or around.nobody
            continue
        found = funnel_content(one.indicator, one.now, others)
        if isinstance(found, NoFunnel):
            refused[one.indicator.code] = found.reason
        else:
            funnels.append((one.indicator, found))
    made = judging.beside_similar(funnels, limits)
    by_code = {one.code: found for one, found in funnels}
    return Set("similar", made.made, refused, limits.demonstrable), by_code


def _why_no_rate(one: Subject) -> str:
    """Return why a count cannot be laid beside others; empty when it can."""
    if one.now.count is None:
        return "Van uw gemeente is geen cijfer bekend."
    if one.indicator.denominator is None:
        return "Dit cijfer heeft geen noemer, zoals inwoners; dan is er niets te vergelijken."
    if not one.now.denominator:
        return "Van uw gemeente is de noemer niet bekend, zoals het aantal inwoners."
    if one.now.incomplete:
        return "Het cijfer is nog niet compleet."
    return ""


def _measured(
    others: Sequence[Subject], year: int, around: Surroundings, limits: Limits
) -> list[Set]:
    found = []
    for kind in ("last_year", "country"):
        pairs, refused = [], {}
        for one in others:
            code = one.indicator.code
            other: Estimate | str
            if kind == "last_year":
                other = measured.measurement_before(one.indicator, year, one.by_year)
            else:
                other = around.measured_in_country(one.indicator)
            if not isinstance(other, str):
                other = _with_margins(one.now, other)
            if isinstance(other, str):
                refused[code] = other
            else:
                pairs.append(measured.Pair(one.indicator, one.now, other))
        made = measured.beside_measured(kind, pairs, limits)  # type: ignore[arg-type]
        found.append(Set(made.kind, made.made, refused, made.accepted))
    never = {one.indicator.code: NOT_MEASURED for one in others}
    found += [Set(f"{kind}_measured", {}, never) for kind in ("five_years", "region", "similar")]
    return found


def _with_margins(now: Estimate, other: Estimate) -> Estimate | str:
    if not measured.has_margin(now):
        return measured.NO_MARGIN.format(whom=f"het cijfer over {now.period.label}")
    if not measured.has_margin(other):
        return measured.NO_MARGIN.format(whom=f"het cijfer over {other.period.label}")
    return other
