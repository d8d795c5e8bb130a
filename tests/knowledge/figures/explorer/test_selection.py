"""A link keeps what was chosen, and nonsense in it is told in a sentence."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integraal.knowledge.figures.explorer.selection import (
    COUNTRY,
    GROUPS,
    LEVELS,
    Selection,
    read_selection,
)

_YEARS = st.integers(1950, 2100)
_MONTHS = st.tuples(_YEARS, st.integers(1, 12)).map(lambda both: f"{both[0]}-{both[1]:02d}")
_MOMENTS = {"jaren": _YEARS.map(str), "maanden": _YEARS.map(str) | _MONTHS}


@st.composite
def selections(draw: st.DrawFn) -> Selection:
    frequency = draw(st.sampled_from(["jaren", "maanden"]))
    ends = sorted(draw(st.lists(_MOMENTS[frequency], min_size=2, max_size=2)), key=lambda m: m[:4])
    if ends[0][:4] == ends[1][:4]:
        ends[1] = ""
    return Selection(
        indicator=draw(st.sampled_from(["", "woninginbraak", "overlast-totaal"])),
        areas=tuple(draw(st.lists(st.sampled_from(LEVELS) | st.uuids().map(str), max_size=5))),
        frequency=frequency,
        first=draw(st.sampled_from(["", ends[0]])),
        last=draw(st.sampled_from(["", ends[1]])),
        compared=tuple(
            draw(st.lists(st.sampled_from([COUNTRY, *GROUPS, "GM0432", "GM0363"]), max_size=4))
        ),
        form=draw(st.sampled_from(["tabel", "lijn", "kaart"])),
        per=draw(st.sampled_from(["aantal", "inwoners"])),
        year=draw(st.none() | _YEARS),
        division=draw(st.none() | _YEARS),
        without_corona=draw(st.booleans()),
    )


@given(selections())
def test_a_link_reads_back_as_what_was_chosen(selection):
    asked = read_selection(parse_qs(selection.query))
    assert asked.problems == ()
    assert asked.selection == selection
    assert asked.selection.query == selection.query


@given(
    st.dictionaries(
        st.sampled_from(
            ["cijfer", "gebied", "periode", "van", "tot", "vergelijk", "vorm", "per", "jaar",
             "indeling", "zonder_corona", "anders"]
        ),
        st.lists(st.text(max_size=50), max_size=4),
    )
)  # fmt: skip
def test_any_address_gives_a_selection_that_can_be_linked_to(given_):
    asked = read_selection(given_)
    again = read_selection(parse_qs(asked.selection.query))
    assert again.selection == asked.selection
    assert again.problems == ()
    assert all(problem.endswith(".") for problem in asked.problems)


def test_the_order_in_which_things_are_named_does_not_matter():
    one = read_selection({"gebied": ["buurten", "gemeente"], "vergelijk": ["GM0432", "NL00"]})
    other = read_selection({"vergelijk": ["NL00", "GM0432"], "gebied": ["gemeente", "buurten"]})
    assert one.selection.query == other.selection.query


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("cijfer", "'; drop", "geen code van een cijfer"),
        ("gebied", "provincies", "kennen we niet"),
        ("periode", "weken", "Kies uit: jaren, maanden"),
        ("van", "19x9", "Schrijf ‘van’ als 2019"),
        ("tot", "2019-13", "geen periode"),
        ("vergelijk", "BU04320101", "kan niet worden vergeleken"),
        ("vorm", "taart", "Kies uit: tabel, lijn, kaart"),
        ("jaar", "9999", "geen jaar"),
        ("jaar", "٢٠٢٤", "geen jaar"),
        ("zonder_corona", "misschien", "Kies uit: 1, 0"),
    ],
)
def test_nonsense_is_told_and_the_rest_still_holds(name, value, words):
    asked = read_selection({name: [value], "per": ["inwoners"]})
    assert words in " ".join(asked.problems)
    assert asked.selection.per == "inwoners"


def test_a_stretch_that_runs_backwards_is_told():
    asked = read_selection({"van": ["2022"], "tot": ["2020"]})
    assert asked.problems == ("‘Van’ ligt na ‘tot en met’. Draai ze om.",)
    assert asked.selection.query == ""


def test_too_many_areas_are_cut_and_that_is_said():
    areas = [f"00000000-0000-0000-0000-{number:012d}" for number in range(150)]
    asked = read_selection({"gebied": areas})
    assert len(asked.selection.areas) == 100
    assert "hooguit 100" in asked.problems[0]


@pytest.mark.parametrize(
    ("frequency", "first", "last", "codes"),
    [
        ("jaren", "2019", "2024", ("2019JJ00", "2024JJ00")),
        ("maanden", "2019", "2024", ("2019MM01", "2024MM12")),
        ("maanden", "2019-07", "2024-02", ("2019MM07", "2024MM02")),
        ("maanden", "", "", ("", "")),
    ],
)
def test_a_stretch_has_the_codes_of_cbs(frequency, first, last, codes):
    selection = Selection(frequency=frequency, first=first, last=last)
    assert (selection.first_code, selection.last_code) == codes
