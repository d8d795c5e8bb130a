"""Stored values become an indicator: sums, reasons, margins of rounded parts, denominators."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integraal.knowledge.figures.composing import StoredValue, compose, find_denominator
from integraal.knowledge.figures.estimates import AreaRef, SnapshotRef
from integraal.knowledge.indicators.definitions import Indicator
from integraal.knowledge.indicators.loading import load_indicators
from tests.knowledge.sources.exports import REPOSITORY

ALL = load_indicators(REPOSITORY / "definitions" / "indicators")
BASKET = next(one for one in ALL.values() if len(one.measures) >= 3 and one.kind == "count")
MEASURED = next(one for one in ALL.values() if one.kind == "measured" and len(one.measures) == 1)
AREA = AreaRef("GM0432", "Opmeer", 2024)


def snapshot(day: int = 1) -> SnapshotRef:
    return SnapshotRef(str(day), "x.csv", "ab" * 32, date(2026, 11, day))


def part(measure: str, value: int | None, status: str = "present", **more) -> StoredValue:
    given = {"rounded_to": 1, "provisional": False, "incomplete": False, "snapshot": snapshot()}
    number = None if value is None else Decimal(value)
    return StoredValue(measure, "2024JJ00", number, status, **{**given, **more})


def basket(*values: int | None, **more):
    statuses = ["present" if value is not None else "withheld" for value in values]
    parts = [
        part(measure, value, status, **more)
        for measure, value, status in zip(BASKET.measures, values, statuses, strict=False)
    ]
    return compose(BASKET, parts, AREA, None)


@given(
    st.lists(st.integers(0, 10_000), min_size=len(BASKET.measures), max_size=len(BASKET.measures))
)
def test_a_basket_is_the_sum_of_its_parts(values):
    assert basket(*values).value == sum(values)


def test_one_withheld_part_makes_the_basket_withheld_and_never_a_smaller_sum():
    made = basket(*[5] * (len(BASKET.measures) - 1), None)
    assert (made.status, made.value) == ("withheld", None)


def test_a_basket_of_which_a_part_was_never_loaded_is_no_figure_at_all():
    assert basket(5) is None
    assert compose(BASKET, [], AREA, None) is None


def test_the_strongest_reason_is_given():
    statuses = ["withheld", "missing", *["present"] * (len(BASKET.measures) - 2)]
    parts = [
        part(measure, 1 if status == "present" else None, status)
        for measure, status in zip(BASKET.measures, statuses, strict=True)
    ]
    assert compose(BASKET, parts, AREA, None).status == "withheld"


def test_what_cannot_occur_adds_nothing_and_hides_nothing():
    first, *others = BASKET.measures
    parts = [part(first, None, "impossible"), *(part(measure, 2) for measure in others)]
    assert compose(BASKET, parts, AREA, None).value == 2 * len(others)


def test_rounded_parts_widen_the_margin_of_their_sum():
    size = len(BASKET.measures)
    exact, rounded = basket(*[50] * size), basket(*[50] * size, rounded_to=5)
    assert rounded.rounded_to == 5 * size
    assert rounded.low < exact.low
    assert rounded.high > exact.high


def test_an_unfinished_part_makes_the_whole_unfinished():
    assert basket(*[5] * len(BASKET.measures), incomplete=True).incomplete


def test_a_measured_figure_keeps_its_decimals_and_its_own_margin():
    stored = part(MEASURED.measures[0], None)
    stored = StoredValue(
        MEASURED.measures[0], "2023JJ00", Decimal("60.800"), "present", 1, False, False,
        stored.snapshot, Decimal("58.1"), Decimal("63.5"), 812,
    )  # fmt: skip
    shown = compose(MEASURED, [stored], AREA, None).as_json()
    assert (shown["value"], shown["low"], shown["high"], shown["n"]) == (
        "60.8", "58.1", "63.5", "812",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("years", "period", "found"),
    [
        ((2023, 2024, 2025), "2024JJ00", "2024JJ00"),
        ((2023, 2025), "2024JJ00", "2025JJ00"),
        ((2023,), "2024MM07", "2023JJ00"),
        ((2020,), "2024JJ00", None),
    ],
)
def test_a_denominator_is_of_the_year_itself_or_the_nearest(years, period, found):
    known = {("kerncijfers:inwoners", f"{year}JJ00"): 12_000 + year for year in years}
    denominator = find_denominator("inhabitants", period, known)
    assert (denominator.period if denominator else None) == found


def test_an_indicator_without_denominator_has_no_rate():
    unknown: Indicator = BASKET
    assert find_denominator(None, "2024JJ00", {}) is None
    assert basket(*[5] * len(unknown.measures)).rate is None
