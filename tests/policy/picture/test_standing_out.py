"""What stands out: one ranked list, taken over from the declared set and never judged anew."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from integraal.policy.picture.standing_out import difference, what_stands_out

KINDS = ("last_year", "five_years", "region", "similar", "country")
COMPARED = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(KINDS),
        "stands_out": st.booleans(),
        "favourable": st.sampled_from((True, False, None)),
        "ratio": st.sampled_from((0.2, 0.5, 0.8, 1.1, 1.25, 2.0, 5.0)),
    }
)
INDICATORS = st.lists(st.lists(COMPARED, max_size=5, unique_by=lambda one: one["kind"]), max_size=8)


def comparison(kind="last_year", *, ratio=2.0, favourable=False, stands_out=True):
    return {
        "kind": kind,
        "against": "2024",
        "source": "Bron",
        "stands_out": stands_out,
        "cautious_ratio": f"{ratio:.3f}",
        "verdict": {"kind": "up", "direction": "up", "favourable": favourable, "label": "Hoger",
                    "sentence": "Van 9 naar 24."},
    }  # fmt: skip


def indicator(code, compared, months=()):
    return {
        "code": code, "name": code.title(), "side": "objective", "credit": "Politie",
        "aim": "down", "comparisons": compared, "months": list(months),
        "estimate": {"snapshot": {"accessed": "2026-03-02"}},
    }  # fmt: skip


def month(period, standing, value="12", high="8"):
    return {
        "period": period, "standing": standing, "value": value, "label": "Opvallend",
        "sentence": "Meer dan verwacht.", "expected": {"mean": "4.0", "high": high},
    }  # fmt: skip


def given_indicators(drawn):
    return [
        indicator(
            f"cijfer-{number}",
            [
                comparison(
                    one["kind"], ratio=one["ratio"], favourable=one["favourable"],
                    stands_out=one["stands_out"],
                )
                for one in compared
            ],
        )
        for number, compared in enumerate(drawn)
    ]  # fmt: skip


def codes(found):
    return [one["indicator"] for one in found]


def slowly(indicators):
    """Every comparison that stands out in order, then the first of each indicator."""
    wish = {False: 0, None: 1, True: 2}
    order = ("last_year", "five_years", "similar", "region", "country")
    rows = [
        (
            wish[one["verdict"]["favourable"]],
            -abs(math.log(float(one["cautious_ratio"]))),
            order.index(one["kind"]),
            each["code"],
        )
        for each in indicators
        for one in each["comparisons"]
        if one["stands_out"]
    ]
    return list(dict.fromkeys(code for *_, code in sorted(rows)))


@given(INDICATORS)
def test_the_list_is_that_of_a_slow_reckoning(drawn):
    indicators = given_indicators(drawn)
    assert codes(what_stands_out({"thema": indicators})) == slowly(indicators)


@given(INDICATORS, st.randoms(use_true_random=False))
def test_the_order_in_which_they_come_does_not_matter(drawn, random):
    indicators = given_indicators(drawn)
    shuffled = [{**one, "comparisons": list(one["comparisons"])} for one in indicators]
    random.shuffle(shuffled)
    for one in shuffled:
        random.shuffle(one["comparisons"])
    assert what_stands_out({"a": shuffled}) == what_stands_out({"a": indicators})


@given(INDICATORS, st.integers(0, 8))
def test_a_filter_leaves_the_others_as_they_were(drawn, kept):
    indicators = given_indicators(drawn)
    whole = what_stands_out({"a": indicators})
    part = what_stands_out({"a": indicators[:kept]})
    assert part == [one for one in whole if one["indicator"] in codes(part)]


@given(INDICATORS)
def test_everything_that_stands_out_is_there_once(drawn):
    indicators = given_indicators(drawn)
    found = what_stands_out({"a": indicators})
    assert len(set(codes(found))) == len(found)
    told = sum(1 + len(one["others"]) for one in found)
    assert told == sum(c["stands_out"] for one in indicators for c in one["comparisons"])


def test_unfavourable_comes_first_however_small():
    found = what_stands_out(
        {
            "a": [indicator("groot-gunstig", [comparison(favourable=True, ratio=0.1)])],
            "b": [indicator("klein-ongunstig", [comparison(ratio=1.05)])],
        }
    )
    assert [(one["theme"], one["indicator"]) for one in found] == [
        ("b", "klein-ongunstig"), ("a", "groot-gunstig"),
    ]  # fmt: skip


def test_the_main_comparison_is_the_one_that_ranks_first():
    one = indicator("x", [comparison(ratio=1.2), comparison("country", ratio=3.0)])
    (entry,) = what_stands_out({"a": [one]})
    assert entry["main"]["kind"] == "country"
    assert [each["kind"] for each in entry["others"]] == ["last_year"]


def test_twice_and_half_are_as_large():
    assert difference(comparison(ratio=2)) == difference(comparison(ratio=0.5))


def test_the_newest_judged_month_is_a_line_when_it_stands_out():
    alarm = indicator("x", [], [month("2025MM08", "usual"), month("2025MM09", "alarm")])
    (entry,) = what_stands_out({"a": [alarm]})
    assert (entry["main"]["kind"], entry["main"]["cautious_ratio"]) == ("month", "1.471")
    earlier = indicator("x", [], [month("2025MM08", "alarm"), month("2025MM09", "usual")])
    assert what_stands_out({"a": [earlier]}) == []


def test_months_that_are_still_open_are_not_looked_at():
    months = [month("2025MM09", "alarm"), month("2025MM10", "incomplete", "40")]
    assert codes(what_stands_out({"a": [indicator("x", [], months)]})) == ["x"]
