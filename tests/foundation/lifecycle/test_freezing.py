"""The fingerprint is the same for the same content, and another for any other."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integraal.foundation.lifecycle.freezing import canonical, fingerprint
from integraal.foundation.lifecycle.states import (
    MOVES,
    ImpossibleMove,
    State,
    check_move,
    state_diagram,
)

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


def test_the_canonical_form_is_sorted_tight_and_readable():
    assert canonical({"b": [1, None], "a": "één"}) == '{"a":"één","b":[1,null]}'


def test_the_fingerprint_is_plain_sha256_of_the_canonical_form():
    assert fingerprint({"a": 1}) == hashlib.sha256(b'{"a":1}').hexdigest()


@given(st.dictionaries(st.text(), VALUES))
def test_the_order_of_keys_does_not_matter(content):
    turned = dict(reversed(list(content.items())))
    assert fingerprint(turned) == fingerprint(content)


@given(VALUES, VALUES)
def test_other_content_has_another_fingerprint(one, other):
    assert (fingerprint(one) == fingerprint(other)) == (canonical(one) == canonical(other))


def test_a_float_is_refused_with_its_place():
    with pytest.raises(TypeError, match=r"content\.a\[1\] is a float"):
        canonical({"a": [1, 0.1]})


@pytest.mark.parametrize("move", MOVES, ids=lambda move: move.code)
@pytest.mark.parametrize("state", list(State))
def test_a_move_begins_in_one_state_only(move, state):
    if state is move.start:
        check_move(move, state)
    else:
        with pytest.raises(ImpossibleMove, match="Dit kan nu niet"):
            check_move(move, state)


def test_the_diagram_shows_every_move():
    diagram = state_diagram()
    assert all(f"{move.start} --> {move.end}" in diagram for move in MOVES)
