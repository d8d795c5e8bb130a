"""What numbers may say: nothing beyond their margin, and in words why nothing can be said."""

import math
from datetime import date
from decimal import Decimal

import pytest

from integraal.policy.monitoring.goals.course import (
    Goal,
    Reached,
    beside_path,
    path_at,
    why_no_path,
)
from integraal.policy.monitoring.goals.evaluating import (
    said_before_after,
    said_beside_others,
    said_in_months,
    sides,
)
from integraal.policy.monitoring.goals.standstill import standstill
from integraal.policy.monitoring.thresholds.rules import (
    crossed_words,
    is_crossed,
    threshold_problem,
)
from integraal.statistics.wording import Limits

GOAL = Goal(
    "k", "Minder overlast", "", "t", "T", "", "2026-12-31", "x", "", "down", 160.0, 2022, "", 120.0,
    2026,
)  # fmt: skip
LIMITS = Limits()


def year(value, low=None, high=None, *, complete=True, of=2024):
    return Reached(of, value, low, high, str(value), "Bron", complete)


def test_the_path_is_a_straight_line_and_stays_at_the_target():
    assert [path_at(GOAL, of) for of in (2021, 2022, 2024, 2026, 2030)] == [
        None, 160.0, 140.0, 120.0, 120.0,
    ]  # fmt: skip


def test_nothing_is_ahead_or_behind_while_the_path_lies_within_the_margin():
    assert beside_path(GOAL, year(150, 120, 180)).stand == "unclear"
    assert beside_path(GOAL, year(100, 82, 122)).stand == "ahead"
    assert beside_path(GOAL, year(200, 173, 230)).stand == "behind"


def test_without_a_margin_or_a_whole_year_nothing_is_said():
    assert "geen marge" in beside_path(GOAL, year(20)).say
    assert "nog niet compleet" in beside_path(GOAL, year(20, 10, 30, complete=False)).say
    assert "geen cijfer" in beside_path(GOAL, year(None)).say


def test_a_goal_without_numbers_says_what_is_missing():
    bare = Goal("k", "x", "", "t", "T", "", "", "", "", "", None, None, "", None, None)
    assert path_at(bare, 2024) is None
    assert "een beginstand" in why_no_path(bare)
    assert beside_path(bare, year(10, 5, 18)) is None


def test_small_counts_cannot_show_a_change_and_get_no_percentage():
    found = sides({2021: 3, 2022: 4, 2023: 1, 2024: 1}, date(2023, 1, 1))
    said = said_before_after(found, LIMITS)
    assert said.kind == "few"
    assert "%" not in said.say


def test_a_change_that_fits_chance_says_how_large_it_had_to_be():
    found = sides({2020: 30, 2021: 28, 2022: 31, 2023: 27, 2024: 29}, date(2023, 1, 1))
    said = said_before_after(found, LIMITS)
    assert said.kind == "none"
    assert "geen bewijs dat de aanpak niets deed" in said.say
    assert any("pas vanaf ongeveer" in one for one in said.more)


def test_a_large_fall_is_demonstrable_but_not_explained():
    found = sides({2020: 160, 2021: 150, 2022: 155, 2023: 90, 2024: 95}, date(2023, 1, 1))
    said = said_before_after(found, LIMITS)
    assert said.kind == "down"
    assert "Waardoor dat komt, zegt dit cijfer niet" in said.say


def test_a_start_after_a_peak_is_warned_for():
    found = sides({2020: 100, 2021: 98, 2022: 180, 2023: 101}, date(2023, 1, 1))
    assert any("Na een piek" in one for one in said_before_after(found, LIMITS).more)


def test_a_half_year_and_other_counting_are_left_out_aloud():
    counts = {2018: 9, 2020: 100, 2021: 90, 2022: 95, 2023: 80, 2024: 70}
    found = sides(counts, date(2023, 4, 1), excluded=[2020], first_year=2019)
    assert (list(found.before), list(found.after)) == ([2021, 2022], [2024])
    assert len(found.left_out) == 3
    assert found.words == "2021 en 2022 tegenover 2024"


def test_without_a_whole_year_after_it_cannot_be_said():
    said = said_before_after(sides({2021: 90, 2022: 95}, date(2023, 1, 1)), LIMITS)
    assert said.say == "Dit kunnen we niet zeggen. Er is nog geen heel jaar met de maatregelen."


def test_rounded_counts_are_not_tested():
    found = sides({2021: 100, 2022: 90, 2023: 30}, date(2023, 1, 1))
    assert "rondt" in said_before_after(found, LIMITS, is_rounded=True).say


def test_beside_others_needs_twenty_of_them_and_judges_by_how_others_drift():
    found = sides({2021: 160, 2022: 160, 2023: 80, 2024: 80}, date(2023, 1, 1))
    few = said_beside_others((320, 160), [(300, 290)] * 19, found, LIMITS)
    assert "19 vergelijkbare gemeenten" in few.say
    steady = [(300 + n, 296 + n) for n in range(25)]
    assert said_beside_others((320, 160), steady, found, LIMITS).kind == "down"
    drifting = [(300, 150 + 12 * n) for n in range(25)]
    assert said_beside_others((320, 160), drifting, found, LIMITS).kind == "none"
    assert "niet ingelezen" in said_beside_others(None, [], found, LIMITS).say


def test_months_need_three_years_before():
    assert "36 maanden" in said_in_months([9.0] * 30, 20, LIMITS).say
    assert said_in_months([], 0, LIMITS).kind == "few"
    steady = [float(20 + n % 3) for n in range(48)] + [float(8 + n % 3) for n in range(12)]
    assert said_in_months(steady, 48, LIMITS).kind == "down"
    assert "te weinig gevallen" in said_in_months([0.0] * 45 + [1.0] * 9, 40, LIMITS).say
    assert said_in_months([math.nan] * 60, 48, LIMITS).kind == "few"


@pytest.mark.parametrize(
    ("rule", "value", "direction", "say"),
    [
        ("worse", None, "hold", "omlaag of omhoog"),
        ("worse", Decimal(3), "down", "hoort geen getal"),
        ("above", None, "down", "Vul het getal in"),
        ("above", Decimal(3), "up", "andere kant"),
        ("x", None, "down", "Kies wanneer"),
    ],
)
def test_a_wrong_threshold_gets_a_sentence(rule, value, direction, say):
    assert say in threshold_problem(rule, value, direction)


def test_a_threshold_is_crossed_by_whole_years_only_and_tells_of_chance():
    seen = year(150, 127, 176)
    assert is_crossed("above", Decimal(140), seen, is_worse=False)
    assert not is_crossed("above", Decimal(140), year(150, complete=False), is_worse=True)
    assert not is_crossed("worse", None, seen, is_worse=False)
    assert "kan toeval zijn" in crossed_words("above", Decimal(140), seen, "")
    assert "toeval" not in crossed_words("above", Decimal(100), seen, "")


@pytest.mark.parametrize(
    ("more", "say"),
    [
        ({"lights": ["stuck"]}, "knelpunt"),
        ({"unanswered": [date(2026, 1, 1), date(2026, 4, 1)]}, "2 keer"),
        ({"unanswered": [date(2026, 1, 1), date(2026, 4, 1)], "updated_on": date(2026, 2, 1)}, ""),
        ({"has_owner": False}, "niemand"),
        ({"status": "done", "lights": ["stuck"]}, ""),
    ],
)
def test_a_measure_stands_still_when_it_should_worry_somebody(more, say):
    given = {
        "status": "running", "lights": [], "has_owner": True, "updated_on": None, "unanswered": [],
    }  # fmt: skip
    found = standstill(**{**given, **more})
    assert say in found
    assert bool(found) == bool(say)
