"""The chain as plain functions."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from integraal.foundation.audit.chain import (
    ChainedEvent,
    DestroyedStretch,
    faults,
    first_hash,
    next_hash,
)

START = first_hash(1)


def chain_of(number: int) -> list[ChainedEvent]:
    before, links = START, []
    for position in range(1, number + 1):
        event = {"id": f"e{position}", "verb": "organisation.added"}
        before = next_hash(before, position, event)
        links.append(ChainedEvent(position, f"e{position}", before, event))
    return links


def test_two_tenants_never_have_the_same_chain() -> None:
    assert first_hash(1) != first_hash(2)


def test_the_order_of_keys_does_not_matter_and_the_value_does() -> None:
    assert next_hash("x", 1, {"a": 1, "b": "é"}) == next_hash("x", 1, {"b": "é", "a": 1})
    assert next_hash("x", 1, {"a": 1}) != next_hash("x", 1, {"a": 2})
    assert next_hash("x", 1, {"a": 1}) != next_hash("x", 2, {"a": 1})


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 12), st.data())
def test_any_other_order_is_seen(number: int, data: st.DataObject) -> None:
    links = chain_of(number)
    shuffled = data.draw(st.permutations(range(number)))
    moved = [
        ChainedEvent(place + 1, links[source].event_id, links[source].hash, links[source].event)
        for place, source in enumerate(shuffled)
    ]
    assert bool(faults(START, moved)) == (list(shuffled) != list(range(number)))


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 12), st.data())
def test_any_changed_event_is_named_and_nothing_else(number: int, data: st.DataObject) -> None:
    links = chain_of(number)
    at = data.draw(st.integers(0, number - 1))
    links[at] = replace(links[at], event={**(links[at].event or {}), "verb": "member.added"})
    assert [fault.position for fault in faults(START, links)] == [at + 1]


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 12), st.data())
def test_a_destroyed_stretch_leaves_the_rest_whole(number: int, data: st.DataObject) -> None:
    links = chain_of(number)
    first = data.draw(st.integers(1, number))
    last = data.draw(st.integers(first, number))
    kept = [link for link in links if not first <= link.position <= last]
    stretch = DestroyedStretch(first, last, links[last - 1].hash)
    heads = {link.position: link.hash for link in links}
    assert faults(START, kept, [stretch], heads) == []
    wrong = replace(stretch, closing_hash="0" * 64)
    assert faults(START, kept, [wrong], heads)


def test_a_gap_is_told_without_accusing_the_next_event() -> None:
    links = chain_of(4)
    assert [fault.position for fault in faults(START, [*links[:1], *links[2:]])] == [2]


def test_a_link_that_stands_twice_is_seen() -> None:
    links = chain_of(3)
    assert faults(START, [links[0], links[1], links[1], links[2]])
