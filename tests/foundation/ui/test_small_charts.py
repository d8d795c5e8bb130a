"""Months, strips, sparks, the term bar and the loop."""

import re
from datetime import date
from xml.etree import ElementTree

import pytest

from integraal.foundation.ui.charts import cycle_loop, months, spark, strip, term_bar
from integraal.foundation.ui.charts.cycle_loop import CycleLoop
from integraal.foundation.ui.charts.months import Month, Months
from integraal.foundation.ui.charts.scales import ChartRefused
from integraal.foundation.ui.charts.spark import Spark
from integraal.foundation.ui.charts.strip import Strip
from integraal.foundation.ui.charts.term_bar import Span, TermBar


def bar_of(today):
    return TermBar("Plan", "In woorden", 2023, 2026, today, (Span(2025, 2026, "lang", "kort"),))


def test_a_month_that_is_not_over_is_hatched_and_a_missing_one_is_a_question():
    spec = Months(
        "Per maand",
        "d",
        (Month("jan", 2025, 7, 8.6), Month("feb", 2025, None), Month("mrt", 2025, 2, None, False)),
    )
    svg = months.draw_wide(spec, "m")
    assert svg.count('class="c-bar"') == 1
    assert 'class="c-bar-part" fill="url(#mwh)"' in svg
    assert ">?</text>" in svg
    ElementTree.fromstring(months.draw(spec, "m"))


def test_a_new_year_is_named_once():
    spec = Months("t", "d", tuple(Month("dec", 2024 + i // 2, 3) for i in range(4)))
    assert months.draw_wide(spec, "m").count(">2025</text>") == 1


@pytest.mark.parametrize(
    "bad", [(), (Month("jan", 2025, -1),), (Month("jan", 2025, float("inf")),)]
)
def test_bad_months_are_refused(bad):
    with pytest.raises(ChartRefused):
        Months("t", "d", bad)


def test_a_strip_shows_value_margin_before_and_target():
    svg = strip.draw(Strip(60, 46, 77, before=88, target=70, tone="good"))
    for css in ("t-int good", "t-ref", "t-tgt", "t-dot good"):
        assert f'class="{css}"' in svg
    assert 'aria-hidden="true"' in svg


def test_a_strip_of_zero_is_drawn():
    assert "t-dot" in strip.draw(Strip(0, 0, 0))


@pytest.mark.parametrize("bad", [(5, 6, 7), (5, -1, 7), (8, 6, 7), (float("nan"), 0, 1)])
def test_a_margin_that_leaves_out_its_value_is_refused(bad):
    with pytest.raises(ChartRefused):
        Strip(*bad)


def test_a_spark_is_cut_where_a_value_is_missing_and_escapes_its_labels():
    svg = spark.draw(Spark((3, 4, None, 3, 10), "<b>", "2025"))
    assert svg.count("c-spark") == 2
    assert "<b>" not in svg


@pytest.mark.parametrize("bad", [(), (None,), (float("nan"),)])
def test_a_spark_without_values_is_refused(bad):
    with pytest.raises(ChartRefused):
        Spark(bad, "a", "b")


@pytest.mark.parametrize("today", [date(2020, 1, 1), date(2024, 7, 1), date(2031, 1, 1)])
def test_today_stays_on_the_bar(today):
    svg = term_bar.draw_wide(bar_of(today), "p")
    place = float(re.search(r'class="y-now" x1="([0-9.]+)"', svg)[1])
    assert 6 <= place <= 434


def test_the_term_bar_names_programmes_long_and_short():
    assert ">lang<" in term_bar.draw_wide(bar_of(date(2026, 3, 16)), "p")
    assert ">kort<" in term_bar.draw_narrow(bar_of(date(2026, 3, 16)), "p")
    with pytest.raises(ChartRefused, match="buiten"):
        TermBar("t", "d", 2023, 2026, date(2024, 1, 1), (Span(2022, 2023, "a", "b"),))


def test_the_loop_ends_where_the_round_is():
    end = re.compile(r'class="l-done" d="[^"]*H([0-9.]+)"')
    assert float(end.search(cycle_loop.draw(CycleLoop(2)))[1]) == 426
    assert float(end.search(cycle_loop.draw(CycleLoop(4)))[1]) == 994
    assert float(end.search(cycle_loop.draw(CycleLoop(6)))[1]) == 568
    assert "l-done" not in cycle_loop.draw(CycleLoop(0))
    with pytest.raises(ChartRefused):
        CycleLoop(8)
