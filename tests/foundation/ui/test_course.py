"""A course shows what is there, cuts where it must, and refuses what would mislead."""

import re
from xml.etree import ElementTree

import pytest

from integraal.foundation.ui.charts import course
from integraal.foundation.ui.charts.course import Band, Break, Course, Point
from integraal.foundation.ui.charts.scales import ChartRefused, round_ticks


def of(*values, **more):
    points = tuple(
        value if isinstance(value, Point) else Point(str(2012 + index), value)
        for index, value in enumerate(values)
    )
    return Course("Overlast", "In woorden", points, **more)


def paths(svg, css):
    return re.findall(rf'<path class="{css}" d="([^"]+)"', svg)


def test_both_forms_are_described_drawings_with_different_names():
    svg = course.draw(of(96, 104, 99), "v")
    assert svg.count('role="img"') == 2
    assert 'aria-labelledby="vwt vwd"' in svg
    assert 'aria-labelledby="vnt vnd"' in svg
    ElementTree.fromstring(svg)


@pytest.mark.parametrize("highest", [0, 1, 3, 7, 17, 88, 195, 999, 1131, 12300, 250_000])
@pytest.mark.parametrize("whole", [True, False])
def test_the_axis_starts_at_zero_covers_the_highest_and_has_five_lines_at_most(highest, whole):
    ticks = round_ticks(highest, whole)
    assert ticks[0] == 0
    assert ticks[-1] >= highest
    assert len(ticks) <= 5
    if whole:
        assert all(tick == round(tick) for tick in ticks)


def test_the_last_value_is_written_beside_its_point():
    assert re.search(r'class="c-val"[^>]*>12\.345<', course.draw_wide(of(9000, 12345), "v"))


def test_a_break_in_method_cuts_the_line_and_is_said_in_words():
    spec = of(1, 2, 3, 4, breaks=(Break(2, "nieuwe telwijze", "telwijze"),))
    assert len(paths(course.draw_wide(spec, "v"), "c-self")) == 2
    assert "nieuwe telwijze" in course.draw_wide(spec, "v")
    assert ">telwijze<" in course.draw_narrow(spec, "v")


def test_a_missing_year_cuts_the_line_and_gets_no_point():
    svg = course.draw_wide(of(5, 6, None, 7, 8), "v")
    assert len(paths(svg, "c-self")) == 2
    assert svg.count("<circle") == 4


def test_a_break_cuts_the_band_of_the_expectation_too():
    bands = tuple(Band(1, 2, 3) for _ in range(4))
    svg = course.draw_wide(of(1, 2, 3, 4, bands=bands, breaks=(Break(2, "a", "b"),)), "v")
    assert len(paths(svg, "c-band")) == 2


def test_an_unfinished_year_is_drawn_apart_and_is_never_the_last_value():
    svg = course.draw_wide(of(9, 14, Point("2025", 5, complete=False)), "v")
    assert "c-dot-part" in svg
    assert "nog niet compleet" in svg
    assert re.search(r'class="c-val c-val--s"[^>]*>14<', svg)
    assert len(paths(svg, "c-self")) == 1


def test_zero_is_a_value_and_nothing_known_is_said():
    assert ">0</text>" in course.draw_wide(of(0), "v")
    assert "geen gegevens" in course.draw_wide(of(None, None), "v")


def test_one_point_gives_a_point_and_no_line():
    svg = course.draw_wide(of(7), "v")
    assert not paths(svg, "c-self")
    assert svg.count("<circle") == 1


def test_words_of_a_user_cannot_break_out_of_the_drawing():
    nasty = '<script>alert("1")</script>&'
    spec = Course(nasty, nasty, (Point(nasty, 1, note=nasty), Point("b", 2)), unit=nasty)
    svg = course.draw(spec, '"><b>')
    assert "<script" not in svg
    assert "<b>" not in svg
    ElementTree.fromstring(svg)


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: of(), "ten minste"),
        (lambda: of(float("nan")), "geen getal"),
        (lambda: of(-1), "lager dan nul"),
        (lambda: of(Point("2025", 4, low=2)), "mist"),
        (lambda: of(1, 2, bands=(None,)), "ander aantal"),
        (lambda: of(1, 2, breaks=(Break(0, "a", "b"),)), "buiten de reeks"),
        (lambda: course.draw(Course("", "d", (Point("a", 1),)), "v"), "titel"),
    ],
)
def test_what_does_not_fit_is_refused_with_a_sentence(make, sentence):
    with pytest.raises(ChartRefused, match=sentence):
        make()
