"""The declared set: who a municipality is laid beside, itself taken out, and why not."""

from __future__ import annotations

import pytest

from integraal.knowledge.figures.beside_others.comparison import ORDER
from integraal.knowledge.figures.beside_others.declared import Subject, compare_all
from integraal.knowledge.figures.estimates import AreaRef, from_measurement
from integraal.knowledge.figures.year_on_year import year_on_year
from integraal.knowledge.indicators.periods import Period
from integraal.statistics.wording import Limits
from tests.knowledge.figures.beside_others.given import (
    OWN,
    SHIPPED,
    YEAR,
    counted,
    figure,
    surroundings,
)
from tests.knowledge.figures.figures import SNAPSHOT

LIMITS = Limits()
NUISANCE = SHIPPED["overlast-totaal"]
MEASURE = NUISANCE.measures[0]
UNSAFE = SHIPPED["onveilig-buurt"]
SIZES = {"GM0001": 12_000, "NL00": 1_000_000} | {
    f"GM{number:04d}": 11_000 + 100 * number for number in range(2, 32)
}
COUNTS = {"GM0001": 150, "NL00": 10_000} | {f"GM{number:04d}": 120 for number in range(2, 32)}


def subject(counts=(120, 125, 118, 122, 130, 150), indicator=NUISANCE):
    by_year = {
        year: figure(indicator, count, year=year)
        for year, count in zip(range(YEAR - 5, YEAR + 1), counts, strict=True)
    }
    return Subject(indicator, by_year[YEAR], by_year)


def compared(subjects, around, year=YEAR):
    import uuid

    area = uuid.uuid4()
    known = {
        (one.indicator.code, area, estimate.period.code): estimate
        for one in subjects
        for estimate in one.by_year.values()
    }
    counts = [(one.indicator, area) for one in subjects if one.indicator.kind == "count"]
    judged = {code: one for (code, _), one in year_on_year(counts, year, known, LIMITS).items()}
    return compare_all(subjects, year, judged, around, LIMITS)


def test_every_kind_is_there_in_order():
    found = compared([subject()], surroundings({MEASURE: COUNTS}, SIZES))
    assert [one.kind for one in found.of(NUISANCE.code)] == list(ORDER)
    assert found.refused(NUISANCE.code) == []


def test_the_municipality_is_taken_out_of_country_and_region():
    by_kind = {
        one.kind: one
        for one in compared([subject()], surroundings({MEASURE: COUNTS}, SIZES)).of(NUISANCE.code)
    }
    rest = (10_000 - 150) * 1000 / (1_000_000 - 12_000)
    assert by_kind["country"].value == f"{rest:.1f}"
    others = sum(size for code, size in SIZES.items() if code not in ("NL00", "GM0001"))
    assert by_kind["region"].value == f"{30 * 120 * 1000 / others:.1f}"
    assert (by_kind["region"].n, by_kind["similar"].n) == (30, 30)


def test_nobody_is_named_and_nobody_gets_a_place():
    found = compared([subject()], surroundings({MEASURE: COUNTS}, SIZES))
    told = repr([one.as_json() for one in found.of(NUISANCE.code)])
    assert "Geheim" not in told
    assert "plaats" not in told


@pytest.mark.parametrize(
    ("around", "kind", "words"),
    [
        ({"counts": {}, "region": None}, "region", "geen cijfers van andere gemeenten"),
        ({"counts": {}}, "region", "Van de andere gemeenten in Elders is geen cijfer"),
        ({"counts": {}}, "similar", "geen cijfers van andere gemeenten"),
        (
            {"counts": {"GM0001": 150, "GM0002": 3}},
            "similar",
            "te weinig vergelijkbare gemeenten met een cijfer over 2025: 2",
        ),
        ({"counts": {}}, "country", "geen cijfer van heel Nederland over 2025"),
        ({"counts": {"GM0001": 150, "NL00": 100}}, "country", "Dat kan niet"),
    ],
)
def test_what_cannot_be_compared_says_why(around, kind, words):
    counts = around.pop("counts")
    found = compared([subject()], surroundings({MEASURE: counts}, SIZES, **around))
    assert words in dict(found.refused(NUISANCE.code))[kind]
    assert kind not in {one.kind for one in found.of(NUISANCE.code)}


def test_without_denominator_or_years_it_says_so():
    bare = counted(7, denominator=None)
    few = Subject(bare, figure(bare, 20), {YEAR: figure(bare, 20)})
    refused = dict(compared([few], surroundings({}, SIZES)).refused(bare.code))
    assert "geen noemer" in refused["region"]
    assert "te weinig eerdere jaren" in refused["five_years"]
    assert "2024" in refused["last_year"]


def test_a_filter_changes_no_verdict_because_the_set_is_whole():
    subjects = [subject(), *(subject((9, 9, 9, 9, 9, 9), counted(n)) for n in range(5))]
    found = compared(subjects, surroundings({MEASURE: COUNTS}, SIZES))
    shown = {one.indicator.code: found.of(one.indicator.code) for one in reversed(subjects)}
    assert shown == {one.indicator.code: found.of(one.indicator.code) for one in subjects}


def measured(value, low, high, year=YEAR, area=OWN):
    from decimal import Decimal

    number = [None if each is None else Decimal(str(each)) for each in (value, low, high)]
    return from_measurement(
        number[0], low=number[1], high=number[2], sample=None, period=Period.of_year(year),
        area=area, indicator=UNSAFE.code, indicator_version=UNSAFE.version, snapshot=SNAPSHOT,
    )  # fmt: skip


def perceived(now, before=None, year_before=2023):
    return Subject(UNSAFE, now, {YEAR: now} | ({year_before: before} if before else {}))


def test_a_measurement_is_laid_beside_the_one_before_by_both_margins():
    now, before = measured(22.0, 19.2, 24.8), measured(31.0, 28.0, 34.0, 2023)
    found = compared([perceived(now, before)], surroundings({}, SIZES))
    only = found.of(UNSAFE.code)
    assert [(one.kind, one.against, one.verdict.kind) for one in only] == [
        ("last_year", "2023", "down")
    ]
    assert only[0].verdict.favourable
    assert only[0].stands_out
    assert "tussen 4,8 en 13,2 minder" in only[0].verdict.sentence  # 9 and the root of 2.8² + 3²


@pytest.mark.parametrize(
    ("now", "before", "words"),
    [
        ((22.0, None, None), (31.0, 28.0, 34.0), "over 2025 is geen marge bekend"),
        ((22.0, 19.2, 24.8), (31.0, None, None), "over 2023 is geen marge bekend"),
        ((22.0, 19.2, 24.8), None, "geen eerdere meting"),
    ],
)
def test_a_measurement_without_margin_is_not_compared(now, before, words):
    earlier = measured(*before, 2023) if before else None
    found = compared([perceived(measured(*now), earlier)], surroundings({}, SIZES))
    assert found.of(UNSAFE.code) == []
    refused = dict(found.refused(UNSAFE.code))
    assert words in refused["last_year"]
    assert "niet van een meting" in refused["similar"]


def test_a_measurement_before_a_break_is_not_used():
    from dataclasses import replace

    from integraal.knowledge.indicators.breaks import Break

    broken = replace(UNSAFE, breaks=(Break(Period.of_year(2024), "Anders gevraagd."),))
    now, before = measured(22.0, 19.2, 24.8), measured(31.0, 28.0, 34.0, 2023)
    one = Subject(broken, now, {2025: now, 2023: before})
    refused = dict(compared([one], surroundings({}, SIZES)).refused(UNSAFE.code))
    assert "andere manier" in refused["last_year"]


def test_a_measurement_beside_that_of_the_country():
    country = measured(31.0, 30.5, 31.5, area=AreaRef("NL00", "Nederland", None))
    around = surroundings({}, SIZES, country_in_files={UNSAFE.code: country})
    found = compared([perceived(measured(22.0, 19.2, 24.8))], around)
    assert [(one.kind, one.verdict.kind) for one in found.of(UNSAFE.code)] == [("country", "lower")]


def test_measured_figures_are_a_family_of_their_own():
    now, before = measured(22.0, 19.2, 24.8), measured(31.0, 28.0, 34.0, 2023)
    found = compared([subject(), perceived(now, before)], surroundings({MEASURE: COUNTS}, SIZES))
    made = {one.kind: one.tested for one in found.sets if one.tested}
    assert made == {
        "last_year": 1, "five_years": 1, "region": 1, "similar": 1, "country": 1,
        "last_year_measured": 1,
    }  # fmt: skip
