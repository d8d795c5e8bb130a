"""The funnel as a drawing: the own area named, others never, and nothing outside its frame."""

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integraal.foundation.ui.charts import funnel
from integraal.foundation.ui.charts.funnel import Funnel, FunnelArea, FunnelLimit
from integraal.foundation.ui.charts.printing import for_print
from integraal.foundation.ui.charts.scales import ChartRefused
from integraal.foundation.ui.drawings import drawer_of

LIMITS = (
    FunnelLimit(5_000, 0, 2, 9, 14),
    FunnelLimit(20_000, 2, 3.5, 7, 9),
    FunnelLimit(90_000, 3.5, 4.2, 6, 7),
)
OTHERS = (FunnelArea(8_000, 4.0), FunnelArea(50_000, 9.5, is_similar=False), FunnelArea(12_000, 0))


def spec(**changes):
    given_ = {
        "title": "Trechter", "description": "d", "own_name": "Molendrecht",
        "own": FunnelArea(12_300, 6.1), "others": OTHERS, "target": 5.0, "limits": LIMITS,
    }  # fmt: skip
    return Funnel(**{**given_, **changes})


def test_similar_areas_are_filled_others_open_and_only_the_own_is_named():
    svg = funnel.draw_wide(spec(), "t")
    assert svg.count('class="c-peer"') == 2
    assert svg.count('class="c-peer-open"') == 1
    assert svg.count('class="c-dot-last"') == 1
    assert svg.count(">Molendrecht</text>") == 1
    ElementTree.fromstring(funnel.draw(spec(), "t"))


def test_the_name_gives_way_to_the_dots_of_others():
    def place(svg):
        found = re.search(r'x="([\d.-]+)" y="([\d.-]+)"[^>]*>Molendrecht<', svg)
        assert found
        return float(found[1]), float(found[2])

    alone = place(funnel.draw_wide(spec(others=()), "t"))
    in_the_way = (FunnelArea(14_000, 6.3), FunnelArea(17_000, 6.3))
    assert place(funnel.draw_wide(spec(others=in_the_way), "t")) != alone


def test_both_limits_are_tints_and_the_target_a_line():
    svg = funnel.draw_narrow(spec(), "t")
    assert svg.index("c-funnel-outer") < svg.index("c-funnel-inner") < svg.index("c-mean")


def test_the_dots_fill_the_height_and_the_axis_says_what_it_measures():
    """A limit far above every dot may leave the drawing; the highest dot may not be squeezed."""
    far = (FunnelLimit(5_000, 0, 0, 90, 900), *LIMITS[1:])
    svg = funnel.draw_wide(spec(limits=far, unit="misdrijven per 1.000 inwoners"), "t")
    heights = [float(y) for y in re.findall(r'cy="([\d.-]+)"', svg)]
    assert min(heights) < funnel.WIDE.top + 0.1 * (funnel.WIDE.bottom - funnel.WIDE.top)
    assert ">misdrijven per 1.000 inwoners</text>" in svg
    assert ">aantal inwoners</text>" in svg


def test_a_limit_is_drawn_only_as_far_as_it_runs_within_the_frame():
    high = tuple(FunnelLimit(size, 0, 2, 8, 400) for size in (5_000, 90_000))
    svg = funnel.draw_wide(spec(limits=high), "t")
    assert "c-limit-outer" not in svg
    assert svg.count("c-limit-inner") == 2


def test_a_municipality_without_a_single_case_can_be_drawn():
    nothing = spec(own=FunnelArea(12_300, 0), others=(FunnelArea(9_000, 0),), target=0.0)
    ElementTree.fromstring(funnel.draw(nothing, "t"))


def test_on_paper_the_funnel_keeps_its_colours():
    paper = for_print(funnel.draw(spec(), "t"))
    assert "var(" not in paper
    for css in ("c-funnel-outer", "c-funnel-inner", "c-limit-inner", "c-peer", "c-dot-last"):
        assert re.search(rf"\.{css}\b[^{{]*{{[^}}]*#", paper), css


def test_the_legend_only_has_what_the_funnel_uses():
    words = [item.text for item in drawer_of(spec()).legend(spec())]
    assert words[0] == "Molendrecht"
    assert "Andere gemeenten" in words
    alike = spec(others=(FunnelArea(9_000, 3.0),))
    assert "Andere gemeenten" not in [item.text for item in drawer_of(alike).legend(alike)]


@given(
    st.lists(st.tuples(st.floats(100, 1e6), st.floats(0, 500)), min_size=1, max_size=30),
    st.floats(100, 1e6),
)
def test_every_dot_lies_within_the_frame(others, size):
    drawn = spec(others=tuple(FunnelArea(*one) for one in others), own=FunnelArea(size, 3.0))
    for draw, layout in ((funnel.draw_wide, funnel.WIDE), (funnel.draw_narrow, funnel.NARROW)):
        for x, y in re.findall(r'cx="([\d.-]+)" cy="([\d.-]+)"', draw(drawn, "t")):
            assert 0 <= float(x) <= layout.size.width
            assert layout.top - 1 <= float(y) <= layout.bottom + 1


@pytest.mark.parametrize(
    "change",
    [
        {"own": FunnelArea(0, 1)},
        {"own": FunnelArea(10, -1)},
        {"others": (FunnelArea(10, float("nan")),)},
        {"limits": LIMITS[:1]},
        {"limits": LIMITS[::-1]},
        {"target": float("inf")},
        {"limits": (*LIMITS[:2], FunnelLimit(90_000, 0, 0, 6, float("inf")))},
    ],
)
def test_a_funnel_that_cannot_be_is_refused(change):
    with pytest.raises(ChartRefused):
        spec(**change)
