"""The invented figures: they say so, can be read as StatLine's, and add up."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from demo import make_figures
from integraal.knowledge.indicators.class_lists import load_class_lists
from integraal.knowledge.indicators.loading import load_indicators
from integraal.knowledge.sources.definitions import load_sources
from integraal.knowledge.sources.statline_matching import match_measures
from integraal.knowledge.sources.statline_screen import parse

DEMO = Path(make_figures.__file__).parent
DEFINITIONS = DEMO.parent / "definitions"
NUMBERS = yaml.safe_load((DEMO / "numbers.yaml").read_text())
FILES = sorted(DEMO.glob("*/figures/*.csv"))


@pytest.fixture(scope="module", params=NUMBERS["places"], ids=lambda place: place["folder"])
def place(request: pytest.FixtureRequest) -> dict[str, Any]:
    return request.param


@pytest.fixture(scope="module")
def tables(place: dict[str, Any]) -> dict[str, make_figures.Table]:
    return make_figures.tables(NUMBERS, place)


def test_the_files_are_what_the_script_makes(place: dict[str, Any]) -> None:
    folder = DEMO / place["folder"] / "figures"
    written = {path.name: path.read_text() for path in folder.iterdir()}
    assert written == make_figures.files(NUMBERS, place)


def test_the_months_of_a_year_add_up_to_that_year_everywhere(
    place: dict[str, Any], tables: dict[str, make_figures.Table]
) -> None:
    for code, table in make_figures.months(place, tables).items():
        for region, counts in table.items():
            per_year = counts.reshape(-1, 12).sum(axis=1)
            assert list(per_year) == list(tables[code][region][-len(per_year) :]), (code, region)


def test_kinds_of_crime_never_outnumber_all_crimes_in_any_month() -> None:
    molendrecht = NUMBERS["places"][0]
    found = make_figures.months(molendrecht, make_figures.tables(NUMBERS, molendrecht))
    kinds = [found[code] for code in make_figures.KINDS if code in found]
    for region, crimes in found[make_figures.CRIMES].items():
        assert (np.sum([kind[region] for kind in kinds], axis=0) <= crimes).all(), region


def test_areas_add_up_to_the_total_at_most_and_inhabitants_exactly(
    place: dict[str, Any], tables: dict[str, make_figures.Table]
) -> None:
    for code, table in tables.items():
        without_place = table[place["name"]] - sum(table[area] for area in place["areas"])
        assert (without_place >= 0).all(), code
        if code == make_figures.PEOPLE:
            assert not without_place.any()


def test_kinds_of_crime_never_outnumber_all_crimes_anywhere(
    tables: dict[str, make_figures.Table],
) -> None:
    kinds = [tables[code] for code in make_figures.KINDS if code in tables]
    for region, crimes in tables[make_figures.CRIMES].items():
        assert (np.sum([kind[region] for kind in kinds], axis=0) <= crimes).all(), region


def test_a_neighbour_with_its_own_files_has_the_same_figures_in_ours() -> None:
    molendrecht, oostwaard = NUMBERS["places"]
    ours = make_figures.tables(NUMBERS, molendrecht)
    for code, counts in oostwaard["totals"].items():
        assert list(ours[code]["Oostwaard"][-len(counts) :]) == counts


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_every_file_is_read_as_its_indicator_and_says_it_is_invented(path: Path) -> None:
    export = parse(path.read_bytes())
    indicator = load_indicators(DEFINITIONS / "indicators")[
        path.stem.removesuffix("-verzonnen").removesuffix("-maanden")
    ]
    lists = load_class_lists(DEFINITIONS / "lists")
    matched = match_measures(export, load_sources(DEFINITIONS / "sources"), lists)
    assert tuple(matched.measures.values()) == indicator.measures
    assert "verzonnen" in export.title
    assert "verzonnen" in path.read_text().splitlines()[1]
