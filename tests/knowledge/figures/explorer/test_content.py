"""What the explorer says, against numbers added up by hand."""

from __future__ import annotations

import pytest
from scipy import stats

from tests.knowledge.figures.explorer.small_set import (
    OF_2023,
    WHOLE,
    YEARS,
    Value,
    load,
)


def numbers(view, name, counting="current"):
    """Return year to number of one place."""
    series = next(one for one in view.series if one.place.name == name and one.counting == counting)
    return {row.period.label: row.count for row in series.rows}


def row_of(view, name, label):
    return next(row for row in view.rows if row.place.name == name and row.period.label == label)


def test_the_municipality_over_the_years(places, explore):
    view = explore("cijfer=woninginbraak")
    assert numbers(view, "Molendrecht") == dict(zip(map(str, YEARS), WHOLE, strict=True))
    shown = row_of(view, "Molendrecht", "2023").estimate.as_json()
    low, high = stats.chi2.ppf(0.025, 76) / 2, stats.chi2.ppf(0.975, 78) / 2
    assert (shown["low"], shown["high"]) == (str(int(low)), str(int(high) + 1))
    assert shown["rate"] == "7.6"


def test_only_the_years_that_are_asked(places, explore):
    view = explore("cijfer=woninginbraak&van=2020&tot=2022")
    assert numbers(view, "Molendrecht") == {"2020": 30, "2021": 28, "2022": 35}
    assert numbers(explore("cijfer=woninginbraak&jaar=2021"), "Molendrecht") == {"2021": 28}


def test_zero_missing_withheld_and_impossible_are_four_things(places, explore):
    view = explore("cijfer=woninginbraak&gebied=buurten&jaar=2024")
    found = {row.place.name: (row.status, row.count) for row in view.rows}
    assert found == {
        "Hof": ("withheld", None),
        "Veld": ("impossible", None),
        "Kade": ("missing", None),
        "Duin": ("present", 0),
    }
    reasons = [row.reason for row in view.rows]
    assert len(set(reasons)) == 4
    assert reasons.count("") == 1


def test_what_the_source_hides_at_a_level_is_withheld_with_the_reason(places, explore):
    view = explore("cijfer=zedenmisdrijven&gebied=gemeente&gebied=buurten&gebied=wijken")
    assert row_of(view, "Molendrecht", "2023").count == 7
    for name in ("Hof", "Oost"):
        row = row_of(view, name, "2023")
        assert row.status == "withheld"
        assert "niet per wijk of buurt" in row.reason


def test_what_nobody_loaded_is_missing_and_not_withheld(places, explore):
    row = row_of(explore("cijfer=woninginbraak&gebied=buurten&gebied=gemeente"), "Hof", "2020")
    assert (row.status, row.estimate, row.reason) == (
        "missing",
        None,
        "Hier is geen cijfer van ingelezen.",
    )


def test_a_district_is_added_up_from_its_neighbourhoods(places, explore):
    view = explore("cijfer=woninginbraak&gebied=wijken&jaar=2023")
    oost = row_of(view, "Oost", "2023")
    assert (oost.count, oost.notes) == (22, ("opgeteld uit 2 buurten",))
    assert set(oost.parts) == {str(places["Hof"].pk), str(places["Veld"].pk)}
    assert oost.estimate.as_json()["rate"] == "8.8"  # 22 of 2,500 homes
    assert "indeling van 2024" in " ".join(view.notes)


def test_a_district_is_not_added_up_when_a_neighbourhood_has_no_number(places, explore):
    assert row_of(explore("cijfer=woninginbraak&gebied=wijken"), "Oost", "2024").status == "missing"


def test_no_area_of_another_division_is_among_them(places, explore):
    view = explore("cijfer=woninginbraak&gebied=wijken&jaar=2022")
    assert {row.place.name for row in view.rows} == {"Oost", "West"}
    assert "indeling van 2022" in " ".join(view.notes)
    other = explore("cijfer=woninginbraak&gebied=wijken&jaar=2022&indeling=2022")
    assert [(row.place.name, row.count) for row in other.rows] == [("Vroeger", 19)]


def test_parts_that_do_not_add_up_are_explained(places, explore):
    view = explore("cijfer=woninginbraak&gebied=buurten&gebied=gemeente&jaar=2023")
    (found,) = view.reconciliations
    assert sum(OF_2023.values()) == 36
    assert found.sentence.startswith(
        "De 4 buurten tellen in 2023 op tot 36; de gemeente zelf staat op 38, een verschil van 2."
    )
    assert "Zaken zonder bekende buurt" in found.sentence


def test_parts_that_are_not_all_known_are_not_added_up(places, explore):
    assert explore("cijfer=woninginbraak&gebied=buurten&jaar=2024").reconciliations == ()


def test_the_mean_leaves_out_the_years_of_corona_and_says_so(places, explore):
    mean = explore("cijfer=woninginbraak").series[0].mean
    assert mean.count == pytest.approx((40 + 35 + 38 + 36) / 4)
    assert (mean.periods, mean.left_out) == (4, ("2020", "2021"))
    assert mean.low == pytest.approx(stats.chi2.ppf(0.025, 2 * 149) / 2 / 4)
    assert mean.rate == pytest.approx(149 / 20_000 * 1000)
    every = explore("cijfer=woninginbraak&zonder_corona=0").series[0].mean
    assert every.count == pytest.approx(sum(WHOLE) / 6)
    assert every.left_out == ()


def test_months_are_shown_with_the_unfinished_one_marked_and_left_out_of_the_mean(places, explore):
    view = explore("cijfer=woninginbraak&periode=maanden")
    assert len(view.rows) == 12
    last = view.rows[-1]
    assert (last.period.label, last.count, last.notes) == (
        "december 2024",
        2,
        ("nog niet compleet",),
    )
    assert view.series[0].mean.count == pytest.approx(sum(range(2, 13)) / 11)
    assert view.series[0].mean.unfinished == ("december 2024",)


def test_the_older_counting_is_a_series_of_its_own(places, explore):
    view = explore("cijfer=misdrijven-totaal")
    assert numbers(view, "Molendrecht") == {"2019": 291, "2023": 293}
    assert numbers(view, "Molendrecht", "older") == {"2015": 310, "2019": 300}
    older = [row for row in view.rows if row.counting == "older"]
    assert all("afgerond op 5" in row.notes for row in older)
    assert view.indicator.numerator.older.fit in " ".join(view.notes)
    assert "voorlopig" in row_of(view, "Molendrecht", "2023").notes


def test_a_basket_without_one_of_its_parts_has_no_number(places, explore):
    row = row_of(explore("cijfer=high-impact-crimes"), "Molendrecht", "2023")
    assert (row.status, row.count) == ("missing", None)
    assert row.reason.startswith("Van de 5 delen van dit cijfer zijn er 1 ingelezen.")


def test_breaks_and_stretches_left_out_are_named(places, explore):
    view = explore("cijfer=woninginbraak")
    assert [one.start.code for one in view.left_out] == ["2020MM03"]
    assert view.breaks == ()
    assert view.caveats


def test_an_unknown_figure_or_area_is_told(places, explore):
    assert "geen cijfer met de code ‘bestaat-niet’" in explore("cijfer=bestaat-niet").problems[0]
    nobody = "00000000-0000-0000-0000-000000000000"
    view = explore(f"cijfer=woninginbraak&gebied={nobody}")
    assert "bestaat niet (meer)" in view.problems[0]
    assert view.rows == ()


def test_an_area_of_another_tenant_gives_nothing(places, explore, oostwaard):
    from integraal.foundation.areas.models import Area
    from integraal.foundation.database.tenancy import tenant_scope
    from tests.provisions import employ_at

    stranger = employ_at(oostwaard, "adviser")
    with tenant_scope(oostwaard.pk):
        from integraal.foundation.areas.actions import NewArea, add_area

        other = add_area(
            by=stranger, area=NewArea("village", "Vreemd", places["Hof"].valid_from, number=1)
        )
        load(stranger, {"Vreemd": other}, [Value("Vreemd", "misdrijven:1.1.1", "2023JJ00", 66)])
    view = explore(f"cijfer=woninginbraak&gebied={other.pk}")
    assert view.rows == ()
    assert "bestaat niet (meer)" in view.problems[0]
    assert not Area.objects.filter(pk=other.pk).exists()


def test_a_municipality_without_areas_or_figures_gives_nothing_but_no_error(adviser, explore):
    view = explore("cijfer=woninginbraak&gebied=wijken&gebied=gemeente&vorm=kaart")
    assert view.rows == ()
    assert view.map is None


def test_a_group_that_is_not_known_is_told(places, explore):
    view = explore("cijfer=woninginbraak&vergelijk=provincie")
    assert "Vergelijken op provincie kan nog niet" in " ".join(view.notes)
