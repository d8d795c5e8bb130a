"""Loading a file: what it says is stored with where it said it, or nothing is stored at all."""

from __future__ import annotations

from datetime import date

import pytest

from integraal.foundation.people.access import NotAllowed
from integraal.knowledge.figures.actions import load_figures
from integraal.knowledge.figures.definitions import indicators
from integraal.knowledge.figures.models import Figure, Snapshot
from integraal.knowledge.figures.queries import estimates
from integraal.knowledge.figures.reading import read_file
from integraal.knowledge.sources.problems import FileProblem
from tests.statline import screen_export

DAY = date(2026, 3, 2)


def current(**where: object) -> dict[tuple[str, str], int | None]:
    rows = Figure.objects.filter(is_current=True, **where).select_related("area")
    return {(row.area.name, row.period): row.value for row in rows}


def load(by, rows, years=(2024, 2025), **options):
    reading = read_file(screen_export(rows, years, **options), "overlast.csv", DAY)
    return load_figures(by=by, reading=reading)


def test_a_figure_is_stored_with_its_line_and_the_file_byte_for_byte(adviser, areas):
    content = screen_export({"Centrum": [3, 4]}, (2024, 2025))
    load_figures(by=adviser, reading=read_file(content, "overlast.csv", DAY))
    figure = Figure.objects.get(period="2025JJ00")
    assert (figure.value, figure.area.name, figure.line) == (4, "Centrum", 7)
    assert bytes(figure.snapshot.content) == content
    assert figure.snapshot.accessed_on == DAY


def test_regions_that_are_not_ours_are_left_out(adviser, areas):
    load(adviser, {"Elders": [9, 9], "Centrum": [3, 4]})
    assert current() == {("Centrum", "2024JJ00"): 3, ("Centrum", "2025JJ00"): 4}


def test_a_withheld_figure_is_stored_as_withheld_and_not_as_zero(adviser, areas):
    load(adviser, {"Centrum": ["x", 0]})
    kept = dict(Figure.objects.values_list("period", "status"))
    assert kept == {"2024JJ00": "withheld", "2025JJ00": "present"}
    assert current()["Centrum", "2024JJ00"] is None
    assert current()["Centrum", "2025JJ00"] == 0


def test_the_same_file_twice_changes_nothing(adviser, areas):
    load(adviser, {"Centrum": [3, 4]})
    again = load(adviser, {"Centrum": [3, 4]})
    assert (again.added, again.revised, again.same) == (0, 0, 2)
    assert Figure.objects.count() == 2
    assert Snapshot.objects.count() == 1


def test_a_revision_counts_and_the_earlier_value_stays_known(adviser, areas):
    load(adviser, {"Centrum": [3, 4]})
    revised = load(adviser, {"Centrum": [3, 5]})
    assert (revised.added, revised.revised, revised.same) == (0, 1, 1)
    assert current()["Centrum", "2025JJ00"] == 5
    assert sorted(Figure.objects.filter(period="2025JJ00").values_list("value", flat=True)) == [
        4,
        5,
    ]


def test_loading_an_older_file_again_does_not_undo_a_revision(adviser, areas):
    load(adviser, {"Centrum": [3, 4]})
    load(adviser, {"Centrum": [3, 5]})
    load(adviser, {"Centrum": [3, 4]})
    assert current()["Centrum", "2025JJ00"] == 5


def test_an_area_added_later_is_filled_in_from_the_same_file(adviser, areas):
    from integraal.foundation.areas.actions import NewArea, add_area

    rows = {"Centrum": [3, 4], "Nieuwdorp": [1, 2]}
    load(adviser, rows)
    add_area(by=adviser, area=NewArea("village", "Nieuwdorp", date(2000, 1, 1), number=9))
    again = load(adviser, rows)
    assert (again.added, again.same) == (2, 2)
    assert current()["Nieuwdorp", "2025JJ00"] == 2


def test_a_file_without_our_areas_is_refused_with_what_to_do(adviser, areas):
    with pytest.raises(FileProblem, match="geen gebied van deze gemeente"):
        load(adviser, {"Elders": [1, 2]})
    assert Snapshot.objects.count() == 0


def test_a_councillor_may_not_load_figures(employ, areas):
    with pytest.raises(NotAllowed, match="cijfers inlezen"):
        load(employ("councillor"), {"Centrum": [3, 4]})


def test_an_estimate_has_margin_rate_and_source(loaded):
    whole = loaded["Molendrecht"]
    overlast = indicators()["overlast-totaal"]
    found = estimates([overlast], [whole])[("overlast-totaal", whole.pk, "2025JJ00")]
    shown = found.as_json()
    assert (shown["value"], shown["low"], shown["high"]) == ("125", "104", "149")
    assert (shown["rate"], shown["denominator"]) == ("10.2", "12300")
    assert shown["snapshot"]["name"] == "overlast.csv"


def test_estimates_take_a_fixed_number_of_queries(loaded, django_assert_max_num_queries):
    chosen = [one for one in indicators().values() if one.theme]
    with django_assert_max_num_queries(2):
        assert len(estimates(chosen, loaded.values())) == 28
