"""The explorer's quick way to its rows gives the very figures that the plain way gives."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest

from tests.knowledge.figures.explorer.small_set import BURGLARY, HOMES, OTHERS, Value, load

YEARS = range(2010, 2025)


@pytest.fixture
def generated(adviser, places):
    draw = random.Random(20261124)
    values = []
    for name in places:
        for year in YEARS:
            if draw.random() < 0.8:
                # Not every year has homes: then those of the year after or before count.
                homes = draw.choice([0, 1, 900, 1_250])
                values.append(Value(name, HOMES, f"{year}JJ00", homes))
            if draw.random() < 0.1:
                continue
            status = draw.choice(["present"] * 8 + ["missing", "withheld", "impossible"])
            count = draw.choice([0, 1, 4, 5, 60, 1_234]) if status == "present" else None
            step = draw.choice([1, 1, 5]) if count is None or count % 5 == 0 else 1
            more = (("rounded_to", step), ("provisional", year > 2022), ("incomplete", year > 2023))
            values.append(Value(name, BURGLARY, f"{year}JJ00", count, status, more))
    load(adviser, places, values, "gemaakt.csv")
    return places


def test_every_own_figure_equals_the_plain_one(generated, explore):
    from integraal.knowledge.figures.definitions import indicators
    from integraal.knowledge.figures.queries import estimates

    view = explore("cijfer=woninginbraak&gebied=gemeente&gebied=wijken&gebied=buurten")
    quick = {
        (row.place.key, row.period.code): row.estimate
        for row in view.rows
        if row.estimate and row.origins and not row.parts and row.counting == "current"
    }
    plain = estimates([indicators()["woninginbraak"]], generated.values())
    shown = {row.place.key for row in view.rows}
    expected = {
        (str(area), period): one
        for (_, area, period), one in plain.items()
        if "JJ" in period and str(area) in shown
    }
    assert len(expected) > 60
    assert quick == expected


@pytest.mark.parametrize("step", [1, 5, 10])
def test_margins_worked_out_together_equal_those_of_one_count(step):
    from integraal.knowledge.figures.margins import keep_margins, margins_of, rates_of
    from integraal.statistics.rates import poisson_interval, rate_interval

    counts = [*range(0, 400, step), 12_345 * step]
    keep_margins((count, step) for count in counts)
    for count in counts:
        slack = step / 2 if step > 1 else 0.0
        ends = [max(count - slack, 0.0), count + slack]
        limits = poisson_interval(ends)
        assert margins_of(count, step) == (limits.lower[0], limits.upper[1])
        rates = rate_interval(ends, 1_234, per=1000)
        assert rates_of(count, margins_of(count, step), 1_234, 1000)[1:] == (
            rates.lower[0],
            rates.upper[1],
        )


def test_a_group_equals_its_members_added_by_hand(places, national, explore):
    view = explore("cijfer=woninginbraak&jaar=2023&vergelijk=stedelijkheid&vergelijk=provincie")
    found = {row.place.key: row.estimate for row in view.rows if row.place.origin == "group"}
    groups = {"stedelijkheid": ("GM9902", "GM9903"), "provincie": ("GM9902", "GM9904")}
    assert found.keys() == groups.keys()
    for word, members in groups.items():
        count = sum(OTHERS[code][4] for code in members)
        homes = sum(OTHERS[code][5] for code in members)
        assert (found[word].value, found[word].denominator) == (count, homes)
        assert found[word].rate == pytest.approx(float(Fraction(count * 1000, homes)))


def test_a_district_says_why_it_cannot_be_added_up(places, explore):
    rows = {
        row.place.name: row for row in explore("cijfer=woninginbraak&jaar=2024&gebied=wijken").rows
    }
    assert rows["West"].status == "missing"
    assert rows["West"].reason == (
        "Niet op te tellen: 1 van de 2 buurten heeft geen cijfer (onbekend)."
    )
    assert rows["Oost"].reason == (
        "Niet op te tellen: 2 van de 2 buurten hebben geen cijfer "
        "(niet vrijgegeven of komt niet voor)."
    )
