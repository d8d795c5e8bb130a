"""The map puts areas and numbers where they are, and the scale bar tells the truth."""

import math
import re
from xml.etree import ElementTree

import pytest

from integraal.foundation.ui.charts import area_map
from integraal.foundation.ui.charts.area_map import AreaMap, MapArea
from integraal.foundation.ui.charts.polygons import is_inside, point_well_inside, to_metres
from integraal.foundation.ui.charts.scales import ChartRefused


def square(x, y, side=1000.0):
    return ((x, y), (x + side, y), (x + side, y + side), (x, y + side))


def of(*verdicts, metric="metres", rings=None):
    areas = tuple(
        MapArea(index + 1, f"Gebied {index + 1}", rings or (square(index * 1000, 0),), verdict)
        for index, verdict in enumerate(verdicts)
    )
    return AreaMap("Kaart", "In woorden", areas, metric)


def test_every_class_has_its_own_look_and_direction_is_also_a_shape():
    svg = area_map.draw_wide(of("higher", "lower", "none", "few", "uninhabited"), "k")
    for css in ("m-hoger", "m-lager", "m-rond", "m-weinig", "m-geen"):
        assert f"m-area {css}" in svg
    assert svg.count('class="m-dir"') == 2
    assert 'fill="url(#kwn)"' in svg
    ElementTree.fromstring(svg)


def test_the_number_of_an_area_stands_inside_it_even_when_it_is_a_horseshoe():
    horseshoe = ((0, 0), (9, 0), (9, 9), (6, 9), (6, 3), (3, 3), (3, 9), (0, 9))
    assert is_inside((horseshoe,), point_well_inside((horseshoe,)))


def test_the_number_stays_out_of_a_hole():
    outer, hole = square(0, 0, 10), square(3, 3, 4)
    spot = point_well_inside((outer, hole))
    assert not (3 < spot[0] < 7 and 3 < spot[1] < 7)


def test_the_scale_bar_has_the_length_it_says():
    svg = area_map.draw_wide(of("none", "none"), "k")
    length = float(re.search(r'm-scale"><path d="M8 [0-9.]+v6h([0-9.]+)', svg)[1])
    corners = re.search(r'class="m-area m-rond"[^>]*d="M([0-9.]+) [0-9.]+L([0-9.]+)', svg)
    units_per_kilometre = float(corners[2]) - float(corners[1])
    words = re.search(r"([0-9.]+) (m|km)</text></g>", svg)
    kilometres = float(words[1].replace(".", "")) / (1000 if words[2] == "m" else 1)
    assert length == pytest.approx(kilometres * units_per_kilometre, abs=0.2)


def test_degrees_become_metres_as_the_sphere_has_them():
    # One minute of latitude is a nautical mile: 1852 m by definition, 1853 m on this sphere.
    ((_, (x, y)),) = to_metres((((4.9, 52.5), (4.9 + 1 / 60, 52.5 + 1 / 60)),), (4.9, 52.5))
    assert y == pytest.approx(1852, rel=0.002)
    assert x == pytest.approx(1852 * math.cos(math.radians(52.5)), rel=0.002)


def test_north_is_up():
    south, north = square(0, 0), square(0, 1000)
    areas = (MapArea(1, "z", (south,), "none"), MapArea(2, "n", (north,), "none"))
    svg = area_map.draw_wide(AreaMap("Kaart", "d", areas, "metres"), "k")
    heights = [float(y) for y in re.findall(r'class="m-tag" cx="[0-9.]+" cy="([0-9.]+)"', svg)]
    assert heights[0] > heights[1]


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: of(), "ten minste"),
        (lambda: of("best"), "Onbekend oordeel"),
        (lambda: of("none", rings=(((0, 0), (1, 1)),)), "drie punten"),
        (lambda: of("none", rings=(((0, 0), (1, float("nan")), (2, 2)),)), "geen getal"),
        (lambda: of("none", metric="mijlen"), "eenheid"),
        (lambda: area_map.draw(of("none", metric="lonlat"), "k"), "niet op de aarde"),
        (
            lambda: area_map.draw(of("none", rings=(((0, 0), (1, 0), (2, 0)),)), "k"),
            "geen oppervlak",
        ),
        (
            lambda: AreaMap("t", "d", (MapArea(1, "a", (square(0, 0),), "none"),) * 2, "metres"),
            "hetzelfde nummer",
        ),
    ],
)
def test_what_cannot_be_a_map_is_refused_with_a_sentence(make, sentence):
    with pytest.raises(ChartRefused, match=sentence):
        make()
