"""Who may not read rows sees no small count: not in a row, a mean, a sum, an export or a file."""

from __future__ import annotations

import io

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from integraal.knowledge.figures.disclosing import hidden_in_tree, hidden_parts
from integraal.knowledge.figures.models import Figure
from tests.knowledge.figures.explorer.small_set import BURGLARY

ALL = "cijfer=woninginbraak&gebied=buurten&gebied=wijken&gebied=gemeente"


def shown(view, period="2022"):
    return {row.place.name: row.count for row in view.rows if row.period.label == period}


def test_the_adviser_sees_every_count(places, explore):
    assert shown(explore(ALL)) == {
        "Molendrecht": 35, "Oost": 14, "West": 21, "Hof": 3, "Veld": 11, "Kade": 8, "Duin": 13,
    }  # fmt: skip


def test_the_mayor_sees_no_small_count_and_none_it_follows_from(places, explore, mayor):
    """Hof has 3 of the 14 of Oost, so Veld is hidden with it; West adds up and stays."""
    view = explore(ALL, mayor)
    assert shown(view) == {
        "Molendrecht": 35, "Oost": 14, "West": 21, "Hof": None, "Veld": None, "Kade": 8, "Duin": 13,
    }  # fmt: skip
    hof = next(row for row in view.rows if row.place.name == "Hof" and row.period.year == 2022)
    assert hof.estimate.suppressed == "small"
    assert "Kleine aantallen zijn afgeschermd" in hof.reason
    assert (hof.estimate.rate, hof.estimate.low, hof.estimate.n) == (None, None, None)


def test_what_is_hidden_does_not_depend_on_what_is_asked(places, explore, mayor):
    alone = explore(f"cijfer=woninginbraak&gebied={places['Veld'].pk}", mayor)
    assert shown(alone) == {"Veld": None}
    assert alone.reconciliations == ()


def test_no_mean_of_a_series_with_a_hidden_count(places, explore, mayor):
    means = {one.place.name: one.mean for one in explore(ALL, mayor).series}
    assert means["Hof"] is None
    assert means["Molendrecht"].count == pytest.approx(149 / 4)


def test_months_of_parts_are_hidden_and_those_of_the_municipality_are_not(places, explore, mayor):
    view = explore("cijfer=woninginbraak&gebied=buurten&gebied=gemeente&periode=maanden", mayor)
    assert shown(view, "januari 2024")["Hof"] is None
    assert shown(view, "januari 2024")["Molendrecht"] == 2
    assert "Per maand" in " ".join(view.notes)


def test_the_exports_and_the_page_tell_the_mayor_no_more(client, sign_in, places, mayor):
    sign_in(client, mayor)
    query = f"{ALL}&jaar=2022"
    book = openpyxl.load_workbook(
        io.BytesIO(client.get(f"/cijfers/verkenner/export.xlsx?{query}").content)
    )
    rows = [[cell.value for cell in row] for row in book["Cijfers"].iter_rows()]
    values = {row[2]: (row[8], row[9], row[10], row[13]) for row in rows[1:]}
    assert values["Hof"] == ("afgeschermd", None, None, None)
    assert values["Veld"] == ("afgeschermd", None, None, None)
    table = client.get(f"/cijfers/verkenner/export.csv?{query}").content.decode("utf-8-sig")
    assert all(";3;" not in line for line in table.splitlines() if ";Hof;" in line)
    page = client.get(f"/cijfers/verkenner/?{query}").content.decode()
    assert "&lt; 5" in page
    assert 'data-l="Misdrijven">11<' not in page


@pytest.mark.parametrize("name", ["Hof", "Veld"])
def test_the_origin_tells_the_mayor_where_but_not_how_many(client, sign_in, places, mayor, name):
    figure = Figure.objects.get(area=places[name], measure=BURGLARY, period="2022JJ00")
    shown_ = sign_in(client, mayor).get(f"/cijfers/herkomst/{figure.pk}/").content.decode()
    assert figure.snapshot.sha256 in shown_
    assert "niet getoond" in shown_
    assert f"{name};2022JJ00;" not in shown_
    assert "In de bron staat" not in shown_


@given(st.lists(st.integers(0, 30), min_size=1, max_size=8), st.integers(0, 10))
def test_no_small_part_is_ever_shown(counts, elsewhere):
    kinds = hidden_parts(counts, sum(counts) + elsewhere)
    assert all(kind for count, kind in zip(counts, kinds, strict=True) if 0 < count < 5)


@given(
    st.lists(st.lists(st.integers(0, 20), min_size=1, max_size=4), min_size=1, max_size=4),
    st.integers(0, 10),
)
def test_under_a_hidden_district_not_one_neighbourhood_gives_it_away(districts, elsewhere):
    counts: dict[str, int | None] = {}
    within: dict[str, str | None] = {}
    for number, parts in enumerate(districts):
        counts[f"d{number}"], within[f"d{number}"] = sum(parts), None
        for place, count in enumerate(parts):
            counts[f"d{number}b{place}"], within[f"d{number}b{place}"] = count, f"d{number}"
    hidden = hidden_in_tree(counts, within, sum(map(sum, districts)) + elsewhere)
    for key, count in counts.items():
        if count is not None and 0 < count < 5:
            assert key in hidden
        above = within[key]
        if above in hidden:
            assert key in hidden
