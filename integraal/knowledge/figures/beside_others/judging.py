"""Judge every figure of a municipality beside one thing, all of one kind as one family. Pure.

A family is corrected over itself (Benjamini and Hochberg); what is too small to say anything
about is not tested and does not count in it. Nothing here knows what a page shows.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from integraal.knowledge.figures.beside_others.comparison import (
    Against,
    Comparison,
    Set,
    cautious_ratio,
    ratio_beyond,
    verdict_of,
)
from integraal.knowledge.figures.beside_others.funnel import FunnelContent
from integraal.knowledge.figures.estimates import Estimate
from integraal.knowledge.figures.verdicts import change_margin
from integraal.knowledge.figures.year_on_year import YearVerdict
from integraal.knowledge.indicators.definitions import DENOMINATOR_WORDS, Indicator
from integraal.statistics import wording
from integraal.statistics.expectation import Expectation
from integraal.statistics.rates import benjamini_hochberg, compare_counts, rate_interval
from integraal.statistics.wording import Compared, Limits, Statement, YearStanding

_SHOWN = ("small", "down", "up")


@dataclass(frozen=True)
class Together:
    """Others added up: those of a region, or the rest of the country.

    Attributes:
        name: as it stands after "dan" or "met" ("de rest van Nederland").
        against: the same as what a table row says ("41 gemeenten in Noord-Holland").
        step: what the steps of the rounded parts add up to; 1 when none is rounded.
    """

    name: str
    against: str
    count: int
    size: int
    step: int
    members: int
    source: str


def beside_last_year(judged: Mapping[str, YearVerdict], unit: Mapping[str, str]) -> Set:
    """Return the comparisons with the year before, as ``year_on_year`` judged them."""
    made = {}
    for code, one in judged.items():
        shown, change = one.earlier.as_json(), change_margin(one.earlier, one.later)
        stands_out = one.verdict.kind in _SHOWN
        made[code] = Comparison(
            kind="last_year",
            against=one.earlier.period.label,
            value=_text(shown["value"]),
            low=_text(shown["low"]),
            high=_text(shown["high"]),
            unit=unit[code],
            n=1,
            verdict=one.verdict,
            stands_out=stands_out,
            ratio=cautious_ratio(change.lower, change.upper) if change and stands_out else 1.0,
            tested=one.verdict.kind not in ("few", "no_data"),
            source=one.earlier.snapshot.credit,
        )
    return Set("last_year", made)


def beside_expected(
    figures: Sequence[tuple[Indicator, Estimate, Expectation]], limits: Limits
) -> Set:
    """Return the comparisons with what the years before made one expect."""
    tested = [
        max(now.count or 0, expected.expected) >= limits.fewest for _, now, expected in figures
    ]
    family = [
        expected.probability(now.count or 0) if can else math.nan
        for (_, now, expected), can in zip(figures, tested, strict=True)
    ]
    made = {}
    for (one, now, expected), p_value, can in zip(figures, _adjusted(family), tested, strict=True):
        count = now.count or 0
        beyond = ratio_beyond(count, expected.lower, expected.upper)
        stands_out = can and p_value < limits.demonstrable and beyond != 1
        standing: YearStanding = "within" if can else "few"
        if stands_out:
            standing = "above" if beyond > 1 else "below"
        statement = wording.year(
            standing,
            count=count,
            expected=expected.expected,
            lower=expected.lower,
            upper=expected.upper,
        )
        years = expected.years_used
        made[one.code] = Comparison(
            kind="five_years",
            against=f"gemiddelde van {len(years)} jaren, {years[0]} tot en met {years[-1]}",
            value=f"{expected.expected:.1f}",
            low=str(expected.lower),
            high=str(expected.upper),
            unit=f"{one.unit} verwacht",
            n=len(years),
            verdict=verdict_of(statement, one.aim, ratio=beyond, tested=sum(tested)),
            stands_out=stands_out,
            ratio=beyond if stands_out else 1.0,
            tested=can,
            source=now.snapshot.credit,
        )
    return Set("five_years", made, accepted=limits.demonstrable)


def beside_together(
    kind: Against, figures: Sequence[tuple[Indicator, Estimate, Together]], limits: Limits
) -> Set:
    """Return the comparisons of the own rate with that of others together.

    A rounded count stands for everything within half its step; two rounded counts are not tested.
    """
    if not figures:
        return Set(kind, accepted=limits.demonstrable)
    found = compare_counts(
        [now.count or 0 for _, now, _ in figures],
        [now.denominator or 0 for _, now, _ in figures],
        [rest.count for *_, rest in figures],
        [rest.size for *_, rest in figures],
        rounded_to=[now.rounded_to for _, now, _ in figures],
        rounded_to_b=[rest.step for *_, rest in figures],
    )
    tested = [
        max(now.count or 0, _expected(now, rest)) >= limits.fewest and not math.isnan(p_value)
        for (_, now, rest), p_value in zip(figures, found.p_value, strict=True)
    ]
    adjusted = _adjusted(
        [p if can else math.nan for p, can in zip(found.p_value.tolist(), tested, strict=True)]
    )
    made, refused = {}, {}
    for place, (one, now, rest) in enumerate(figures):
        if now.rounded_to > 1 and rest.step > 1:
            refused[one.code] = "De bron rondt beide aantallen af. Daarom vergelijken we ze niet."
            continue
        compared = Compared(
            float(found.ratio[place]),
            float(found.lower[place]),
            float(found.upper[place]),
            None if math.isnan(adjusted[place]) else adjusted[place],
        )
        statement = wording.beside(
            now.count or 0, _expected(now, rest), compared, reference=rest.name, limits=limits
        )
        made[one.code] = _with_rest(kind, one, rest, compared, statement, sum(tested), limits)
    return Set(kind, made, refused, limits.demonstrable)


def _with_rest(
    kind: Against,
    one: Indicator,
    rest: Together,
    compared: Compared,
    statement: Statement,
    tested: int,
    limits: Limits,
) -> Comparison:
    verdict = verdict_of(statement, one.aim, ratio=compared.ratio, tested=tested)
    is_tested = verdict.kind != "few"
    stands_out = is_tested and compared.shows(limits)
    margin = rate_interval(rest.count, rest.size, per=one.per)
    return Comparison(
        kind=kind,
        against=rest.against,
        value=_rounded(rest.count * one.per / rest.size, ROUND_HALF_UP),
        low=_rounded(float(margin.lower), ROUND_FLOOR),
        high=_rounded(float(margin.upper), ROUND_CEILING),
        unit=rate_words(one),
        n=rest.members,
        verdict=verdict,
        stands_out=stands_out,
        ratio=cautious_ratio(compared.lower, compared.upper) if stands_out else 1.0,
        tested=is_tested,
        source=rest.source,
    )


def beside_similar(figures: Sequence[tuple[Indicator, FunnelContent]], limits: Limits) -> Set:
    """Return the places in the funnel of municipalities alike.

    The zone, and so the words, are those of the funnel itself; only what also remains after
    correction for the number of funnels stands out.
    """
    tested = [found.zone not in ("few", "unknown") for _, found in figures]
    family = [
        found.probability if can else math.nan
        for (_, found), can in zip(figures, tested, strict=True)
    ]
    made = {}
    for (one, found), p_value, can in zip(figures, _adjusted(family), tested, strict=True):
        count, factor = found.own.count or 0, (found.own.denominator or 0) / one.per
        _, low, high, _ = found.own_limits
        beyond = ratio_beyond(count, low * factor, high * factor)
        verdict = verdict_of(found.statement, one.aim, ratio=beyond, tested=sum(tested))
        stands_out = can and verdict.kind != "none" and p_value < limits.demonstrable
        made[one.code] = Comparison(
            kind="similar",
            against=similar_words(found),
            value=_rounded(found.target, ROUND_HALF_UP),
            low=_rounded(low, ROUND_FLOOR),
            high=_rounded(high, ROUND_CEILING),
            unit=rate_words(one),
            n=found.similar - 1,
            verdict=verdict,
            stands_out=stands_out,
            ratio=beyond if stands_out else 1.0,
            tested=can,
            source="; ".join(found.sources),
        )
    return Set("similar", made, accepted=limits.demonstrable)


def similar_words(found: FunnelContent) -> str:
    """Return who is in the funnel, in words; never their names."""
    if not found.is_national:
        return f"{found.similar - 1} gemeenten in uw eigen bestanden"
    return f"{found.similar - 1} gemeenten, {found.group}"


def rate_words(one: Indicator) -> str:
    """Return what a rate is per, such as "per 1.000 inwoners"."""
    per = f"{one.per:,}".replace(",", ".")
    return f"per {per} {DENOMINATOR_WORDS[one.denominator or 'inhabitants']}"


def _expected(now: Estimate, rest: Together) -> float:
    return rest.count / rest.size * (now.denominator or 0)


def _adjusted(family: Sequence[float]) -> list[float]:
    adjusted: list[float] = benjamini_hochberg(family).tolist() if family else []
    return adjusted


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _rounded(value: float, rounding: str) -> str:
    """One decimal, as the margins of rates; the ninth decimal first, so 2.0000001 is no 2.1."""
    return f"{Decimal(f'{value:.9f}').quantize(Decimal('0.1'), rounding=rounding):f}"
