"""Reading areas from GeoJSON: what is right is kept, what is wrong is all named at once."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integraal.portal.setting_up.area_file import read_areas
from integraal.portal.setting_up.problems import SettingUpProblem

SQUARE = [[5.0, 52.0], [5.1, 52.0], [5.1, 52.1], [5.0, 52.1], [5.0, 52.0]]


def collection(*features: Any) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def feature(geometry: Any = None, **properties: Any) -> dict[str, Any]:
    shape = geometry or {"type": "Polygon", "coordinates": [SQUARE]}
    return {"type": "Feature", "properties": properties, "geometry": shape}


def test_districts_of_cbs_keep_their_code_with_its_year() -> None:
    content = collection(
        feature(statcode="WK043201", statnaam="Opmeer", rubriek="wijk", jrstatcode="2024WK043201")
    )
    (area,) = read_areas(content, "wijken.geojson")
    assert (area.kind, area.name, area.number) == ("district", "Opmeer", 1)
    assert (area.code, area.code_year) == ("WK043201", 2024)


def test_every_problem_is_named_with_its_place() -> None:
    content = collection(
        feature(name="", kind="village"),
        feature(name="Dorp", kind="kasteel"),
        feature({"type": "Point", "coordinates": [5, 52]}, name="Punt", kind="village"),
        "geen gebied",
        feature(name="Dorp", kind="village"),
    )
    with pytest.raises(SettingUpProblem) as refusal:
        read_areas(content, "a.geojson")
    assert [text[:20] for text in refusal.value.sentences] == [
        f"a.geojson, gebied {place}:" for place in (1, 2, 3, 4)
    ]


def test_two_areas_of_one_name_are_refused() -> None:
    content = collection(feature(name="Dorp", kind="village"), feature(name="dorp", kind="free"))
    with pytest.raises(SettingUpProblem, match="komt vaker voor"):
        read_areas(content, "a.geojson")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["type", "features", "properties", "geometry", "coordinates", "name"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(json_values)
def test_whatever_the_file_holds_there_is_an_answer(value: Any) -> None:
    for content in (json.dumps(value).encode(), collection(value), collection(feature(value))):
        with pytest.raises(SettingUpProblem):
            read_areas(content, "a.geojson")


@given(st.binary(max_size=60))
def test_whatever_the_bytes_are_there_is_an_answer(content: bytes) -> None:
    with pytest.raises(SettingUpProblem):
        read_areas(content, "a.geojson")
