"""Charts of what a programme costs and holds: what they say, and what they refuse."""

from __future__ import annotations

from datetime import date

import pytest

from integraal.foundation.ui.charts import capacity, planning, spending, stacks
from integraal.foundation.ui.charts.capacity import Capacity, Quarter
from integraal.foundation.ui.charts.planning import Planned, Term
from integraal.foundation.ui.charts.scales import ChartRefused
from integraal.foundation.ui.charts.spending import Account, Spending
from integraal.foundation.ui.charts.stacks import Stack, Stacks
from integraal.foundation.ui.drawings import drawer_of

QUARTERS = (Quarter(2027, 1, 310, 380, is_past=True), Quarter(2027, 2, 452, 380))
HOURS = Capacity("Uren", "In het tweede kwartaal 72 te veel.", QUARTERS)
KINDS = Stacks(
    "Soorten", "Jeugd heeft geen nazorg.", "Thema", ("preventie", "handhaving", "nazorg"),
    (Stack("Jeugd", (7, 1, 0)), Stack("Wonen", (4, 5, 2))), expected=3,
)  # fmt: skip
MONEY = Spending(
    "Geld", "Te veel.", "Thema", (Account("Jeugd", 100, 140), Account("<b>", None, None))
)


@pytest.mark.parametrize("spec", [HOURS, KINDS, MONEY])
def test_a_chart_is_described_and_has_a_legend_and_a_twin(spec):
    drawer = drawer_of(spec)
    svg = drawer.draw(spec, "een")
    assert svg.count("<title") == svg.count("<desc") == 2  # wide and narrow
    assert "<b>" not in svg
    assert drawer.legend(spec)
    assert len(drawer.twin(spec).rows) == 2


def test_the_excess_is_named_in_the_drawing_and_in_the_table():
    assert "+72" in capacity.draw_wide(HOURS, "u")
    assert [row[3] for row in drawer_of(HOURS).twin(HOURS).rows] == ["70 over", "72 tekort"]


def test_what_a_theme_lacks_is_drawn_as_a_gap():
    assert stacks.draw_wide(KINDS, "s").count(">geen nazorg<") == 1
    assert [row[-1] for row in drawer_of(KINDS).twin(KINDS).rows] == ["nazorg", "niets"]


def test_money_that_is_not_known_is_not_zero():
    assert "onbekend van onbekend" in spending.draw_wide(MONEY, "g")
    assert drawer_of(MONEY).twin(MONEY).rows[1][1] == "geen gegevens"


def test_a_bar_stays_within_the_years_and_today_is_drawn_only_when_it_falls_in_them():
    term = Term(2027, 2028, date(2027, 7, 1))
    assert term.at(date(2020, 1, 1)) == term.at(date(2027, 1, 1))
    bar = Planned(date(2027, 1, 1), None, date(2027, 7, 1), (date(2027, 3, 1),))
    svg = planning.draw(bar, term, planning.grid_of(term))
    assert "g-open" in svg
    assert "g-now" in svg
    assert svg.count("g-ms") == 1
    assert "g-now" not in planning.draw(bar, Term(2027, 2028, date(2026, 1, 1)), "")
    assert "g-bar" not in planning.draw(Planned(None, None), term, "")


@pytest.mark.parametrize(
    "make",
    [
        lambda: Capacity("x", "x", ()),
        lambda: Capacity("x", "x", (Quarter(2027, 1, -1),)),
        lambda: Capacity("x", "x", (Quarter(2027, 1, float("nan")),)),
        lambda: Stacks("x", "x", "x", ("a",), (Stack("y", (1, 2)),)),
        lambda: Spending("x", "x", "x", (Account("y", -1, 0),)),
        lambda: Term(2028, 2027, date(2027, 1, 1)),
    ],
)
def test_what_would_mislead_is_refused(make):
    with pytest.raises(ChartRefused):
        make()
