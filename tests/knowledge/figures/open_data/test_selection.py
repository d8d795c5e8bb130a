"""What may be published: nothing from which a hidden count can be computed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linprog

from integraal.knowledge.figures.open_data.selection import Place, Value, publishable
from integraal.knowledge.indicators.class_lists import parse_class_list

WHOLE = Place("gm", "Molendrecht", "municipality", "GM9999", 2024, None)


def class_list(code: str, classes: list[dict], total: str | None = "0"):
    return parse_class_list(
        {
            "code": code,
            "name": code,
            "total": total,
            "classes": classes,
            "status": "proposal",
            "provenance": {"source": "proef", "date": "2026-11-24"},
        }
    )


LISTS = {
    "misdrijven": class_list(
        "misdrijven", [{"code": code, "label": code} for code in ("0", "1", "2")]
    ),
    "oud": class_list(
        "oud", [{"code": "0", "label": "alles", "newer": ["0"], "fit": "equal"}]
    ),
    "eigen-tabellen": class_list("eigen-tabellen", [{"code": "x", "label": "x"}], None),
}  # fmt: skip


def district(number: int, year: int = 2024) -> Place:
    code = f"WK9999{number:02d}"
    return Place(f"{code}/{year}", f"Wijk {number}", "district", code, year, "gm")


def neighbourhood(within: Place, number: int) -> Place:
    code = f"BU{within.code[2:]}{number:02d}"
    return Place(f"{code}/{within.code_year}", code, "neighbourhood", code, 2024, within.key)


def value(place: Place, count: int | None, measure: str = "misdrijven:0", **more) -> Value:
    return Value(
        **{
            "measure": measure,
            "place": place,
            "period": "2024JJ00",
            "value": None if count is None else Decimal(count),
            "status": "present" if count is not None else "withheld",
            "source": "politie",
            "accessed_on": "2026-03-02",
            "sha256": "ab" * 32,
            **more,
        }
    )


def published(*values: Value) -> list[Value]:
    return publishable(values, LISTS, ["politie"], lambda measure, division, year: {})


def test_small_counts_of_parts_are_hidden_and_those_of_the_whole_stay():
    found = published(
        value(WHOLE, 3, "misdrijven:1"),
        value(WHOLE, 30),
        *(value(district(number), count) for number, count in enumerate([2, 8, 20])),
    )
    shown = {(one.place.name, one.measure): (one.value, one.hidden) for one in found}
    assert shown["Molendrecht", "misdrijven:1"] == (3, None)
    assert shown["Wijk 0", "misdrijven:0"] == (None, "small")
    assert shown["Wijk 1", "misdrijven:0"] == (None, "complementary")
    assert shown["Wijk 2", "misdrijven:0"] == (20, None)


def test_what_is_hidden_over_all_figures_is_hidden_in_a_file_too():
    values = [value(WHOLE, 60), *(value(district(number), 20) for number in (0, 1, 2))]
    asked = []

    def together(*what):
        asked.append(what)
        return {district(1).key: "complementary"}

    found = publishable(values, LISTS, ["politie"], together)
    assert asked == [("misdrijven:0", 2024, 2024)]
    assert {one.place.name: one.value for one in found} == {
        "Molendrecht": 60, "Wijk 0": 20, "Wijk 1": None, "Wijk 2": 20,
    }  # fmt: skip


@pytest.mark.parametrize(
    "left_out",
    [
        value(district(1), 20, "misdrijven:1"),
        value(district(1), 20, period="2024MM03"),
        value(district(1), 20, source="partner"),
        value(WHOLE, 20, source="partner"),
        value(WHOLE, 20, "oud:0"),
        value(WHOLE, 20, "onbekend:0"),
        value(Place("v", "Het plein", "free", "", None, "gm"), 20),
    ],
)
def test_what_would_give_counts_away_or_is_not_open_is_left_out(left_out):
    assert published(left_out) == []


def test_months_of_the_whole_municipality_may_be_published():
    assert len(published(value(WHOLE, 2, period="2024MM03"))) == 1


def test_parts_of_two_divisions_are_never_published_together():
    older = [value(district(number, 2023), 20) for number in (1, 2)]
    newer = [value(district(number, 2024), 40) for number in (1,)]
    own = Place("k", "Centrum", "village", "", None, "gm", is_numbered=True)
    found = published(value(WHOLE, 40), *older, *newer, value(own, 30))
    assert {one.place.key for one in found if one.place is not WHOLE} == {district(1).key}


def test_what_the_source_withholds_stays_withheld_and_is_no_zero():
    (found,) = [one for one in published(value(WHOLE, None), value(WHOLE, 4, "misdrijven:1"))
                if one.measure == "misdrijven:0"]  # fmt: skip
    assert (found.value, found.status, found.hidden) == (None, "withheld", None)


@given(
    st.lists(st.lists(st.integers(0, 12), min_size=1, max_size=4), min_size=1, max_size=4),
    st.integers(0, 3),
)
def test_no_small_count_follows_from_what_is_published(counts, without_place):
    """Solved as equations: with all that is shown, a small count can still be two numbers."""
    places, values, total = [], [], without_place + sum(map(sum, counts))
    for number, below in enumerate(counts):
        above = district(number)
        places.append((above, sum(below)))
        places += [(neighbourhood(above, n), count) for n, count in enumerate(below)]
    values = [value(WHOLE, total), *(value(place, count) for place, count in places)]
    found = published(*values)
    true = {place.key: count for place, count in places}
    hidden = [one for one in found if one.hidden]
    small = [one for one in hidden if 0 < true[one.place.key] < 5]
    assert all(one.value is None for one in hidden)
    shown_parts = [one for one in found if one.place is not WHOLE and not one.hidden]
    assert all(one.value == 0 or one.value >= 5 for one in shown_parts)
    for one in small:
        low, high = _range_of(one.place.key, found, total)
        assert high - low >= 1, (one.place.key, counts, without_place)


def _range_of(key: str, found: list[Value], total: int) -> tuple[float, float]:
    """The smallest and largest that a hidden count can be, for whoever reads the file."""
    keys = [one.place.key for one in found if one.place is not WHOLE]
    place = {one: number for number, one in enumerate(keys)}
    rest = len(keys)  # what has no place in any district
    bounds = [(0.0, float(total))] * rest + [(0.0, float(total))]
    for one in found:
        if one.place is not WHOLE and not one.hidden:
            bounds[place[one.place.key]] = (float(one.value), float(one.value))
        elif one.hidden == "small":
            bounds[place[one.place.key]] = (1.0, 4.0)
    rows, right = [], []
    whole = [0.0] * (rest + 1)
    whole[rest] = 1.0
    for one in found:
        if one.place.kind == "district":
            whole[place[one.place.key]] = 1.0
            row = [0.0] * (rest + 1)
            row[place[one.place.key]] = -1.0
            for other in found:
                if other.place.within == one.place.key:
                    row[place[other.place.key]] = 1.0
            rows.append(row)
            right.append(0.0)
    rows.append(whole)
    right.append(float(total))
    ends = []
    for sign in (1, -1):
        aim = [0.0] * (rest + 1)
        aim[place[key]] = sign
        ends.append(linprog(aim, A_eq=rows, b_eq=right, bounds=bounds).fun * sign)
    return ends[0], ends[1]
