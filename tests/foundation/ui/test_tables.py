"""Tables hold together, sort as asked, and differences lose no word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integraal.foundation.ui.differences import differences
from integraal.foundation.ui.drawings import course_twin
from integraal.foundation.ui.style_charts import UNFINISHED
from integraal.foundation.ui.tables import Column, Table, chosen_sorting

COLUMNS = (Column("Naam", key="naam"), Column("Uren", numeric=True, key="uren"), Column("Wie"))


def test_a_row_of_the_wrong_length_is_refused():
    with pytest.raises(ValueError, match="2 cells for 3 columns"):
        Table("t", COLUMNS, (("a", 1),))


@pytest.mark.parametrize(
    ("asked", "key", "descending"),
    [
        ("uren", "uren", False),
        ("-uren", "uren", True),
        ("wie", "naam", False),
        ("", "naam", False),
        ("--uren", "naam", False),
        ("uren;drop", "naam", False),
    ],
)
def test_only_a_known_column_sorts(asked, key, descending):
    sorting = chosen_sorting(asked, COLUMNS, default="naam")
    assert (sorting.key, sorting.descending) == (key, descending)


def test_the_twin_of_a_chart_says_what_is_missing_and_unfinished():
    rows = {row[0]: row[1] for row in course_twin(UNFINISHED).rows}
    assert rows["2022"] == "0"
    assert rows["2023"] == "geen gegevens"
    assert rows["2025 (nog niet compleet)"] == "5"


def words_of(pieces, kind):
    return " ".join(
        piece.text for paragraph in pieces for piece in paragraph if piece.kind in ("same", kind)
    ).split()


TEXT = st.text(alphabet="ab \n", max_size=60)


@given(before=TEXT, after=TEXT)
def test_a_difference_holds_every_word_of_both_texts(before, after):
    pieces = differences(before, after)
    assert words_of(pieces, "removed") == before.split()
    assert words_of(pieces, "added") == after.split()


def test_equal_texts_differ_nowhere():
    assert {p.kind for paragraph in differences("a b\n\nc", "a b\n\nc") for p in paragraph} == {
        "same"
    }
