"""A snapshot says exactly which file a figure was read from."""

from datetime import date

import pytest

from integraal.knowledge.sources.problems import FileProblem
from integraal.knowledge.sources.snapshots import describe

DAY = date(2026, 11, 23)


def test_a_file_is_known_by_its_hash_name_and_day():
    facts = describe(b"abc", "Misdrijven_2024.csv", DAY)
    assert facts.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert (facts.name, facts.size, facts.accessed_on) == ("Misdrijven_2024.csv", 3, DAY)


@pytest.mark.parametrize("name", ["C:\\map\\a.csv", "/map/a.csv", "../a.csv", " a.csv "])
def test_folders_are_left_out_of_the_name(name):
    assert describe(b"abc", name, DAY).name == "a.csv"


@pytest.mark.parametrize("name", ["", "map/", "a\nb.csv", "a" * 201])
def test_a_name_that_cannot_be_shown_is_refused(name):
    with pytest.raises(FileProblem, match="gewone naam"):
        describe(b"abc", name, DAY)


def test_an_empty_file_is_refused():
    with pytest.raises(FileProblem, match="leeg"):
        describe(b"", "a.csv", DAY)
