"""From baskets, districts, the municipality and two exports nobody works out a hidden count."""

from fractions import Fraction
from itertools import product
from time import process_time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integraal.statistics.disclosure import LinkedSuppression, suppress_linked
from integraal.statistics.disclosure.audit import Relation, determined
from tests.statistics.linked_attack import attack, attack_both

COUNT = st.sampled_from([0, 0, 0, 1, 1, 2, 3, 4, 5, 6, 9, 30])
PUBLIC = ["all"]


def finest(size, letter):
    return {f"{letter}{each}": frozenset([f"{letter}{each}"]) for each in range(size)}


def filled(numbers, rows, columns):
    """Every line in every area, from the finest numbers."""
    return {
        (row, column): sum(numbers[pair] for pair in product(rows[row], columns[column]))
        for row, column in product(rows, columns)
    }


@st.composite
def structures(draw):
    """Classes with baskets and a total; areas with districts and the municipality."""
    rows, columns = (
        finest(draw(st.integers(1, 4)), "m"),
        finest(draw(st.integers(1, 4)), "a"),
    )
    for side, letter in ((rows, "basket"), (columns, "district")):
        parts = sorted(side)
        for each in range(draw(st.integers(0, 2))):
            side[f"{letter}{each}"] = frozenset(
                draw(st.sets(st.sampled_from(parts), min_size=1)),
            )
        side["all"] = frozenset(parts)
    return rows, columns


@st.composite
def linked_tables(draw):
    rows, columns = draw(structures())
    pairs = product(sorted(rows["all"]), sorted(columns["all"]))
    numbers = {pair: draw(COUNT) for pair in pairs}
    counts = filled(numbers, rows, columns)
    absent = draw(st.sets(st.sampled_from(sorted(counts)), max_size=3))
    kept = {cell: count for cell, count in counts.items() if cell not in absent}
    return kept, rows, columns


@st.composite
def two_exports(draw):
    """A table, and the same after some finest counts were corrected."""
    rows, columns = draw(structures())
    pairs = list(product(sorted(rows["all"]), sorted(columns["all"])))
    numbers = {pair: draw(COUNT) for pair in pairs}
    corrected = draw(st.dictionaries(st.sampled_from(pairs), COUNT, max_size=3))
    return filled(numbers, rows, columns), filled(numbers | corrected, rows, columns), rows, columns


def earlier_of(counts, result):
    return {cell: result.kinds.get(cell, count) for cell, count in counts.items()}


@settings(max_examples=80)
@given(linked_tables())
def test_no_hidden_count_of_linked_tables_can_be_worked_out(case):
    counts, rows, columns = case
    found = suppress_linked(counts, rows, columns, always_shown=PUBLIC)
    for (row, column), count in counts.items():
        if columns[column] == columns["all"]:
            assert (row, column) not in found.kinds
        elif 0 < count < 5:
            assert (row, column) in found.kinds
    attacked = attack(counts, found, rows, columns, PUBLIC)
    for cell, (lowest, highest) in attacked.reach.items():
        assert lowest <= counts[cell] <= highest
    assert not {cell for cell in attacked.found - found.exposed if counts[cell]}


@settings(max_examples=40)
@given(structures(), st.data())
def test_only_what_cannot_be_helped_is_exposed(structure, data):
    """Of full tables with more than one area, everything can be protected."""
    rows, columns = structure
    pairs = product(sorted(rows["all"]), sorted(columns["all"]))
    counts = filled({pair: data.draw(COUNT) for pair in pairs}, rows, columns)
    assert not suppress_linked(counts, rows, columns, always_shown=PUBLIC).exposed


@settings(max_examples=50)
@given(two_exports())
def test_two_exports_together_give_no_more_than_could_not_be_helped(case):
    before, after, rows, columns = case
    first = suppress_linked(before, rows, columns, always_shown=PUBLIC)
    told = earlier_of(before, first)
    second = suppress_linked(after, rows, columns, always_shown=PUBLIC, earlier=told)
    assert set(first.kinds) <= set(second.kinds)
    found = attack_both([(before, first), (after, second)], rows, columns, PUBLIC).found
    exposed = {row for row, _ in second.exposed}
    for (row, column), turn in found:
        count = (after if turn == 1 else before)[row, column]
        # A hidden number that was itself corrected may follow from what its sums lost.
        corrected = before[row, column] != after[row, column] and turn == 0
        assert count == 0 or row in exposed or corrected


def test_what_a_correction_does_not_touch_stays_safe_in_both_exports():
    """The total and one shown count are corrected; whoever hides anew gives the 3 away."""
    rows, columns = finest(1, "m"), finest(4, "a")
    columns["all"] = frozenset(columns)
    before = filled(
        {("m0", "a0"): 3, ("m0", "a1"): 9, ("m0", "a2"): 12, ("m0", "a3"): 40}, rows, columns
    )
    after = before | {("m0", "a2"): 8, ("m0", "all"): 60}
    first = suppress_linked(before, rows, columns, always_shown=PUBLIC)
    careless = suppress_linked(after, rows, columns, always_shown=PUBLIC)
    careful = suppress_linked(
        after, rows, columns, always_shown=PUBLIC, earlier=earlier_of(before, first)
    )
    assert set(first.kinds) == {("m0", "a0"), ("m0", "a1")}
    assert set(careless.kinds) == {("m0", "a0"), ("m0", "a2")}
    assert set(careful.kinds) == set(first.kinds)

    def found(second):
        return attack_both([(before, first), (after, second)], rows, columns, PUBLIC).found

    assert (("m0", "a0"), "both") in found(careless) or (("m0", "a0"), 0) in found(careless)
    assert found(careful) == set()


def test_a_basket_is_hidden_where_it_would_give_a_class_away():
    """Mugging 2 and robbery 30 make a basket of 32: less the 30 it would be the 2."""
    rows = {
        "mugging": frozenset(["mugging"]),
        "robbery": frozenset(["robbery"]),
        "basket": frozenset(["mugging", "robbery"]),
    }
    columns = {"north": frozenset(["north"]), "south": frozenset(["south"])}
    columns["all"] = frozenset(["north", "south"])
    numbers = {("mugging", "north"): 2, ("mugging", "south"): 20}
    numbers |= {("robbery", "north"): 30, ("robbery", "south"): 31}
    counts = filled(numbers, rows, columns)
    alone = LinkedSuppression(
        {("mugging", "north"): "small", ("mugging", "south"): "complementary"}, frozenset()
    )
    assert attack(counts, alone, rows, columns, PUBLIC).found == set(alone.kinds)
    found = suppress_linked(counts, rows, columns, always_shown=PUBLIC)
    assert set(alone.kinds) < set(found.kinds)
    assert attack(counts, found, rows, columns, PUBLIC).found == set()


def test_the_attacker_finds_what_follows_from_sums_and_from_limits():
    sums = [Relation("whole", ("a", "b")), Relation("b", ("c", "d"))]
    by_sums = determined({"whole": 10, "a": 4, "c": 5}, {"b": (5, np.inf), "d": (1, 4)}, sums)
    assert by_sums.by_sums == {"b": Fraction(6), "d": Fraction(1)}
    by_limits = determined({"whole": 8}, {"a": (1, 4), "b": (1, 4)}, sums[:1])
    assert by_limits.by_sums == {}
    assert by_limits.found == {"a", "b"}
    safe = determined({"whole": 7}, {"a": (1, 4), "b": (1, 4)}, sums[:1])
    assert safe.reach == {"a": (3, 4), "b": (3, 4)}
    known_rest = determined({"whole": 9}, {"a": (1, 4)}, [Relation("whole", ("a",), 6)])
    assert known_rest.found == {"a"}
    with pytest.raises(ValueError, match="contradicts itself"):
        determined({"whole": 9, "a": 1, "b": 1}, {}, sums[:1])


def test_the_same_tables_are_hidden_the_same_and_lines_with_the_same_parts_alike():
    rng = np.random.default_rng(5)
    rows, columns = finest(5, "m"), finest(6, "a")
    rows |= {"twin": rows["m0"], "all": frozenset(rows)}
    columns["all"] = frozenset(columns)
    numbers = {pair: int(rng.poisson(4)) for pair in product(rows["all"], columns["all"])}
    counts = filled(numbers, rows, columns)
    found = suppress_linked(counts, rows, columns, always_shown=PUBLIC)
    assert found == suppress_linked(dict(counts), rows, columns, always_shown=PUBLIC)
    for column in columns:
        assert found.kinds.get(("twin", column)) == found.kinds.get(("m0", column))


@pytest.mark.parametrize("areas", [20, 60])
def test_a_whole_municipality_is_done_at_once(areas):
    rng = np.random.default_rng(1)
    rows, columns = finest(52, "m"), finest(areas, "a")
    classes = sorted(rows)
    for each in range(12):
        rows[f"basket{each}"] = frozenset(rng.choice(classes, 5, replace=False).tolist())
    rows["all"] = frozenset(classes)
    columns["all"] = frozenset(columns)
    level = np.outer(rng.gamma(0.5, 6, 52), rng.gamma(1, 1, areas))
    drawn = rng.poisson(level)
    numbers = {
        (f"m{row}", f"a{column}"): int(count) for (row, column), count in np.ndenumerate(drawn)
    }
    counts = filled(numbers, rows, columns)
    started = process_time()
    found = suppress_linked(counts, rows, columns, always_shown=PUBLIC)
    assert process_time() - started < 3
    small = [cell for cell, count in counts.items() if 0 < count < 5 and cell[1] != "all"]
    assert not found.exposed
    assert set(small) <= set(found.kinds)
    assert len(found.kinds) < 2 * len(small)


def test_nothing_small_means_nothing_hidden_and_what_cannot_be_is_refused():
    rows, columns = finest(2, "m"), finest(2, "a")
    counts = filled(dict.fromkeys(product(rows, columns), 8), rows, columns)
    assert suppress_linked(counts, rows, columns).kinds == {}
    assert suppress_linked({}, {}, {}).kinds == {}
    for wrong, threshold in (({("m0", "a0"): -1}, 5), (counts, 2)):
        with pytest.raises(ValueError, match="zero or more"):
            suppress_linked(wrong, rows, columns, threshold=threshold)
