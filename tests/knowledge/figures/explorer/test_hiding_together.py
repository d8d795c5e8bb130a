"""A basket and its classes, looked at one after the other, give no small count away."""

from __future__ import annotations

import pytest

from integraal.knowledge.figures.definitions import indicators
from integraal.knowledge.figures.hiding.making import counted, hidden_in_years
from integraal.knowledge.figures.models import Figure, HiddenCounts, Snapshot

YEAR = "2022"


def alone() -> dict[str, str]:
    """Measure to the code of the indicator that counts it alone."""
    return {
        one.measures[0]: one.code
        for one in indicators().values()
        if one.kind == "count" and len(one.measures) == 1
    }


@pytest.fixture
def basket(places):
    """A basket of which every class is looked at alone too; of the first, Hof has only 3."""
    one = next(
        found
        for found in indicators().values()
        if found.kind == "count" and len(found.measures) > 1 and set(found.measures) <= set(alone())
    )
    like = Figure.objects.filter(period=f"{YEAR}JJ00").first()
    Figure.objects.filter(measure__in=one.measures).delete()
    for number, measure in enumerate(one.measures):
        counts = {"Hof": 9 if number else 3, "Veld": 20, "Kade": 20, "Duin": 20}
        counts["Molendrecht"] = sum(counts.values())
        for name, value in counts.items():
            Figure.objects.create(
                tenant=like.tenant, measure=measure, area=places[name], period=f"{YEAR}JJ00",
                value=value, status="present", snapshot=like.snapshot, line=900 + value,
            )  # fmt: skip
    return one


def shown(view):
    return {row.place.name: row.count for row in view.rows if row.period.label == YEAR}


def ask(explore, code, by):
    return shown(explore(f"cijfer={code}&gebied=buurten&gebied=gemeente&jaar={YEAR}", by))


def test_the_basket_less_its_other_class_is_not_the_small_count(basket, places, explore, mayor):
    together = ask(explore, basket.code, mayor)
    first, *others = (ask(explore, alone()[measure], mayor) for measure in basket.measures)
    assert first["Hof"] is None
    assert together["Hof"] is None or None in [one["Hof"] for one in others]
    assert together["Molendrecht"] == 63 + 69 * len(others)


def test_the_adviser_still_reads_every_row(basket, places, explore):
    from_all = ask(explore, basket.code, None)
    assert from_all["Hof"] == 3 + 9 * (len(basket.measures) - 1)


def test_a_second_look_reckons_nothing(
    basket, places, explore, mayor, django_assert_max_num_queries
):
    ask(explore, basket.code, mayor)
    kept = set(HiddenCounts.objects.values_list("pk", "stamp"))
    with django_assert_max_num_queries(12):
        ask(explore, basket.code, mayor)
    assert set(HiddenCounts.objects.values_list("pk", "stamp")) == kept


def test_new_figures_are_reckoned_again(basket, places, explore, mayor, adviser):
    ask(explore, basket.code, mayor)
    [first] = set(HiddenCounts.objects.values_list("stamp", flat=True))
    snapshot = Snapshot.objects.first()
    Snapshot.objects.filter(pk=snapshot.pk).update(taken_back_at=snapshot.loaded_at)
    ask(explore, basket.code, mayor)
    assert set(HiddenCounts.objects.values_list("stamp", flat=True)) != {first}


def test_it_hides_at_least_every_small_count(basket, places):
    year = places["Hof"].code_year
    hidden = hidden_in_years(year, [int(YEAR)])[int(YEAR)]
    assert str(places["Hof"].pk) in hidden[alone()[basket.measures[0]]]


def test_what_is_counted_to_hide_is_what_the_rows_of_the_adviser_show(places, explore):
    """Two ways to the same count: the short one that hides, and the rows that are shown."""
    from integraal.knowledge.figures.explorer.places import own_areas
    from integraal.knowledge.figures.hiding.counting import Counter
    from integraal.knowledge.figures.hiding.making import _known

    for year in (2022, 2023, 2024):
        own = own_areas()
        counter = Counter(_known(counted(), own.by_key, [year])[year], own.children)
        for one in counted():
            if one.code not in indicators() or one.measures != ("misdrijven:1.1.1",):
                continue
            asked = f"cijfer={one.code}&gebied=buurten&gebied=wijken&gebied=gemeente&jaar={year}"
            rows = [row for row in explore(asked).rows if row.counting == "current"]
            assert rows
            for row in rows:
                assert row.count == counter.count(one.measures, row.place.key)


def test_the_worker_reckons_before_anybody_looks(basket, places, explore, mayor):
    from integraal.portal.jobs import hide_small_counts

    assert hide_small_counts(0) >= HiddenCounts.objects.count() > 0
    assert hide_small_counts(0) == 0
    kept = set(HiddenCounts.objects.values_list("pk", "stamp"))
    ask(explore, basket.code, mayor)
    assert set(HiddenCounts.objects.values_list("pk", "stamp")) == kept
