"""Over all indicators and areas of a year nobody works out a small count, nor in two versions."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from integraal.knowledge.figures.definitions import class_lists, indicators
from integraal.knowledge.figures.disclosing import (
    Told,
    finest_measures,
    hidden_in_tree,
    hidden_over_indicators,
    hidden_parts,
    told_by,
)
from integraal.statistics.disclosure.audit import Relation, determined

AREAS = ("Oost", "West", "Noord", "Zuid")
WHOLE = "Molendrecht"


@pytest.fixture
def measures(adviser):
    """The finest classes of every count indicator of the municipality."""
    return {
        code: finest_measures(one, class_lists())
        for code, one in indicators().items()
        if one.kind == "count" and one.numerator.list == "misdrijven"
    }


def drawn(measures, areas=AREAS, seed=3):
    """Invented counts that add up: by indicator and area, and the totals of the municipality."""
    rng = np.random.default_rng(seed)
    classes = sorted(set().union(*measures.values()))
    level = np.outer(rng.gamma(0.5, 12, len(classes)), rng.gamma(3, 0.4, len(areas)))
    numbers = {
        (one, area): int(count)
        for (one, area), count in zip(
            product(classes, areas), rng.poisson(level).ravel(), strict=True
        )
    }
    counts = {
        code: {area: sum(numbers[one, area] for one in parts) for area in areas}
        for code, parts in measures.items()
    }
    return counts, {code: sum(of_areas.values()) for code, of_areas in counts.items()}


def seen(counts, totals, hidden):
    """What a reader of the page has: numbers, and the limits that a mark gives away."""
    shown = {(code, WHOLE): total for code, total in totals.items()}
    limits = {}
    for code, of_areas in counts.items():
        open_line = set(of_areas) - set(hidden[code])
        for area, count in of_areas.items():
            kind = hidden[code].get(area)
            if kind is None:
                shown[code, area] = count
            elif kind == "small":
                limits[code, area] = 1, 4
            else:
                limits[code, area] = (min(count, 5) if open_line else 0), np.inf
    return shown, limits


def sums_of(counts, measures, areas=AREAS):
    found = [Relation((code, WHOLE), tuple((code, area) for area in areas)) for code in counts]
    for code, area in product(counts, areas):
        found.append(Relation((code, area), tuple((one, area) for one in sorted(measures[code]))))
    return found


def test_the_total_of_a_list_holds_all_its_classes_and_a_basket_its_own(measures):
    assert len(measures["misdrijven-totaal"]) > 50
    assert measures["online-criminaliteit"] < measures["misdrijven-totaal"]
    assert measures["bbv-diefstal-woning"] == measures["woninginbraak"] == {"misdrijven:1.1.1"}


def test_nobody_works_out_a_small_count_by_taking_baskets_apart(measures):
    """Hidden one by one, the same figures give small counts away; hidden together, none."""
    counts, totals = drawn(measures)
    hidden = hidden_over_indicators(counts, measures, totals)
    one_by_one = {
        code: {
            area: kind
            for area, kind in zip(
                AREAS, hidden_parts(list(of_areas.values()), totals[code]), strict=True
            )
            if kind
        }
        for code, of_areas in counts.items()
    }
    sums = sums_of(counts, measures)
    assert determined(*seen(counts, totals, one_by_one), sums).found
    found = determined(*seen(counts, totals, hidden), sums).found
    assert not {cell for cell in found if counts[cell[0]][cell[1]]}
    for code, of_areas in counts.items():
        for area, count in of_areas.items():
            assert area in hidden[code] or not 0 < count < 5


def test_indicators_of_the_same_class_are_hidden_alike_in_whatever_order(measures):
    counts, totals = drawn(measures)
    hidden = hidden_over_indicators(counts, measures, totals)
    assert hidden["bbv-diefstal-woning"] == hidden["woninginbraak"]
    assert hidden == hidden_over_indicators(dict(counts), dict(measures), dict(totals))


def test_a_page_of_one_indicator_beside_the_picture_gives_nothing_more(measures):
    """What one page hides and the other shows would be told: the picture hides all of it."""
    counts, totals = drawn(measures, seed=8)
    elsewhere = {code: total + seed % 4 for seed, (code, total) in enumerate(totals.items())}
    hidden = hidden_over_indicators(counts, measures, elsewhere)
    flat = dict.fromkeys(AREAS)
    for code, of_areas in counts.items():
        assert set(hidden_in_tree(of_areas, flat, elsewhere[code])) <= set(hidden[code])


def test_a_district_does_not_give_its_neighbourhoods_away():
    """Hof 3 and Veld 11 are Oost 14; West adds up by itself. As the explorer hides them."""
    counts = {"w": {"Oost": 14, "West": 21, "Hof": 3, "Veld": 11, "Kade": 8, "Duin": 13}}
    within = {"Oost": None, "West": None, "Hof": "Oost", "Veld": "Oost", "Kade": "West"}
    within |= {"Duin": "West"}
    hidden = hidden_over_indicators(counts, {"w": ["1.1.1"]}, {"w": 35}, within=within)
    assert hidden == {"w": {"Hof": "small", "Veld": "complementary"}}


def test_a_district_that_is_more_than_its_only_neighbourhood_is_another_count():
    counts = {"w": {"Oost": 14, "West": 21, "Hof": 3}}
    within = {"Oost": None, "West": None, "Hof": "Oost"}
    hidden = hidden_over_indicators(counts, {"w": ["1.1.1"]}, {"w": 35}, within=within)
    assert hidden["w"]["Hof"] == "small"


def test_a_sum_over_years_does_not_give_one_year_away():
    """Three years with the first hidden: their sum less the two others would be that year."""
    counts = {
        "2023": {"Oost": 2, "West": 20, "Noord": 30},
        "2024": {"Oost": 9, "West": 21, "Noord": 30},
        "2025": {"Oost": 8, "West": 22, "Noord": 30},
        "2023-2025": {"Oost": 19, "West": 63, "Noord": 90},
    }
    parts = {year: {f"1.1.1 {year}"} for year in ("2023", "2024", "2025")}
    parts["2023-2025"] = set().union(*parts.values())
    totals = {code: sum(of_areas.values()) for code, of_areas in counts.items()}
    hidden = hidden_over_indicators(counts, parts, totals)
    areas = ("Oost", "West", "Noord")
    named = [Relation((code, WHOLE), tuple((code, area) for area in areas)) for code in counts]
    years = [
        Relation(("2023-2025", one), tuple((code, one) for code in parts if code != "2023-2025"))
        for one in areas
    ]
    assert set(hidden["2023"]) >= {"Oost"}
    assert determined(*seen(counts, totals, hidden), named + years).found == set()
    year_by_year = {code: {"Oost": "small", "West": "complementary"} for code in ("2023",)}
    year_by_year |= {code: {} for code in counts if code != "2023"}
    assert ("2023", "Oost") in determined(*seen(counts, totals, year_by_year), named + years).found


def test_no_figure_or_no_total_hides_the_small_ones_only_where_that_does():
    counts = {"w": {"Oost": 3, "West": None, "Noord": 40}}
    assert hidden_over_indicators(counts, {"w": ["1"]}, {"w": None}) == {"w": {"Oost": "small"}}
    assert hidden_over_indicators({}, {}, {}) == {}


def test_a_later_version_keeps_hidden_what_the_earlier_one_hid(measures):
    counts, totals = drawn(measures)
    first = hidden_over_indicators(counts, measures, totals)
    told = Told(
        {
            code: {area: first[code].get(area, count) for area, count in of_areas.items()}
            for code, of_areas in counts.items()
        },
        totals,
    )
    # A source corrects one class in two areas, and with it all that it is part of.
    revised = {code: dict(of_areas) for code, of_areas in counts.items()}
    corrected = dict(totals)
    for code, parts in measures.items():
        if "misdrijven:1.1.1" in parts:
            revised[code]["Oost"] += 6
            revised[code]["West"] += 2
            corrected[code] += 8
    later = hidden_over_indicators(revised, measures, corrected, earlier=told)
    for code, of_areas in first.items():
        assert set(of_areas) <= set(later[code])
    # Both versions together: what is shown in either of them and is the same still.
    shown, limits = seen(revised, corrected, later)
    before, _ = seen(counts, totals, first)
    same = {
        cell: count
        for cell, count in before.items()
        if cell[1] != WHOLE and revised[cell[0]][cell[1]] == count
    }
    limits = {cell: ends for cell, ends in limits.items() if cell not in same}
    found = determined(shown | same, limits, sums_of(revised, measures)).found
    assert not {(code, area) for code, area in found if revised[code][area]}


@pytest.mark.parametrize(
    ("text", "told"),
    [("1.234", 1234), ("0", 0), ("< 5", "small"), ("niet getoond", "complementary")],
)
def test_a_frozen_count_is_read_as_it_was_told(text, told):
    assert told_by(text) == told
    assert told_by("onbekend") is None
