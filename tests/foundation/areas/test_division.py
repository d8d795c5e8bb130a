"""The country's division by year, and where an area of one year is in another."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.db import ProgrammingError, transaction
from hypothesis import given
from hypothesis import strategies as st

from integraal.foundation.areas.coded import DivisionProblem, read_changes, read_division
from integraal.foundation.areas.models import CodeChange, CodedArea
from integraal.foundation.areas.queries import successors
from integraal.foundation.areas.rules import geometry_problem
from tests.statline import square

SHARED = Path(os.environ.get("INTEGRAAL_SHARED_DATA", Path(__file__).parents[4] / "shared/data"))


def test_a_division_is_read_with_padded_codes_and_what_lies_in_what():
    content = b'"Key","Title"\n"GM0432    ","Opmeer"\n"WK043201  ","Opmeer"\n"BU04320101","West"\n'
    areas = read_division(content)
    assert [(area.code, area.kind, area.within_code) for area in areas] == [
        ("GM0432", "municipality", "NL00"),
        ("WK043201", "district", "GM0432"),
        ("BU04320101", "neighbourhood", "WK043201"),
    ]


def test_every_wrong_line_is_named_and_nothing_is_read():
    content = b"Key,Title\nGM0432,Opmeer\nXX99,Fout\nGM0432,Nog eens\nWK043201,\n"
    with pytest.raises(DivisionProblem) as problem:
        read_division(content)
    assert [sentence[:8] for sentence in problem.value.sentences] == [
        "Regel 3:",
        "Regel 4:",
        "Regel 5:",
    ]


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"a,b\n1,2\n", b"Key,Title\n"])
def test_a_file_of_another_kind_is_refused_with_a_sentence(content):
    with pytest.raises(DivisionProblem, match=r"\w+\."):
        read_division(content)


def test_shares_of_one_area_must_add_up():
    content = (
        b"from_code;from_year;to_code;to_year;share\nGM1;2022;GM2;2023;0,6\nGM1;2022;GM3;2023;0,3\n"
    )
    with pytest.raises(DivisionProblem, match="tellen op tot 0.900"):
        read_changes(content)


@given(st.binary(max_size=300))
def test_any_bytes_give_a_division_or_a_sentence(content):
    try:
        assert read_division(content)
    except DivisionProblem as problem:
        assert problem.sentences


@pytest.mark.shared_data
@pytest.mark.skipif(not SHARED.is_dir(), reason="the open data is not beside the repository")
def test_the_whole_country_of_2024_is_read():
    areas = read_division((SHARED / "cbs/WijkenEnBuurten_2024.csv").read_bytes())
    assert sum(area.kind == "neighbourhood" for area in areas) == 14_575
    assert sum(area.code.startswith("BU0432") for area in areas) == 46


@pytest.mark.parametrize("model", [CodedArea, CodeChange])
def test_the_application_cannot_write_the_national_tables(db, model):
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        model.objects.all().delete()
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        model().save()


@pytest.fixture
def merged(monkeypatch):
    """A went whole into C in 2023; C was split in 2024."""
    changes = [
        ("A", 2022, "C", 1.0),
        ("B", 2022, "C", 1.0),
        ("C", 2023, "D", 0.75),
        ("C", 2023, "E", 0.25),
    ]

    class Known:
        def filter(self, from_code__in, from_year, to_year):
            return [
                CodeChange(from_code=a, from_year=y, to_code=b, to_year=y + 1, share=s)
                for a, y, b, s in changes
                if a in from_code__in and y == from_year
            ]

    monkeypatch.setattr(CodeChange, "objects", Known())


def test_an_area_is_followed_through_merger_and_split(merged):
    assert successors("A", 2022, 2023) == {"C": 1.0}
    assert successors("A", 2022, 2024) == {"D": 0.75, "E": 0.25}
    assert successors("Z", 2020, 2026) == {"Z": 1.0}
    assert successors("A", 2022, 2022) == {"A": 1.0}


@pytest.mark.parametrize(
    ("geometry", "words"),
    [
        ({"type": "Point", "coordinates": [5, 52]}, "vlak"),
        (square(90, 52), "buiten Nederland"),
        (
            {"type": "Polygon", "coordinates": [[[5, 52], [5.1, 52], [5.1, 52.1], [5, 52.1]]]},
            "gesloten",
        ),
    ],
)
def test_an_outline_that_cannot_be_is_refused_with_a_sentence(geometry, words):
    assert words in geometry_problem(geometry)
    assert geometry_problem(square(5, 52)) is None
