"""The methods by API: the answers of the pages."""

from __future__ import annotations

import pytest

from integraal.portal.methods.target.content import Question, target_answer
from integraal.statistics.rates import compare_counts
from tests.portal.api.test_figures_api import ROOT, bearer


@pytest.fixture
def reader(employ, loaded):
    return bearer(employ("adviser", "administrator"), "figures:read")


def target(client, reader, **asked):
    return client.get(f"{ROOT}/methods/target", asked, **reader)


def test_a_target_gets_the_answer_of_the_page(client, reader):
    told = target(client, reader, aantal=14, verandering=-20, jaren_voor=3, jaren_na=3).json()
    found = target_answer(Question(14, -0.2, 3, 3))
    assert told["sentence"] == found.statement.sentence
    assert told["sentence"].startswith(
        "Met deze aantallen kunnen we een daling van 20 % niet aantonen; pas vanaf ongeveer "
    )
    assert (told["power"], told["count_needed"]) == (found.power, found.needed)
    assert told["smallest_sentence"] == found.smallest_words
    by_term = {(one["change"], one["years"]): one["power"] for one in told["power_table"]}
    assert len(by_term) == 20
    assert by_term[-0.2, 3] == found.power


def test_without_a_number_it_is_the_mean_of_the_own_last_years(client, reader):
    told = target(client, reader, cijfer="overlast-totaal", verandering=-20).json()
    # 2020 and 2021 are no fair yardstick, and these three are the newest ones.
    assert told["count"] == pytest.approx(131.333, abs=0.001)
    missing = target(client, reader, cijfer="woninginbraak", verandering=-20)
    assert missing.status_code == 404


@pytest.mark.parametrize(
    "asked",
    [
        {"verandering": 0},
        {"verandering": -4},
        {"verandering": -96},
        {"verandering": "veel"},
        {"verandering": -20, "aantal": "nan"},
        {"verandering": -20, "aantal": "1e30"},
        {"verandering": -20, "aantal": 0},
        {"verandering": -20, "jaren_voor": 0},
        {"verandering": -20, "jaren_na": 9},
        {},
    ],
)
def test_what_cannot_be_asked_is_refused(client, reader, asked):
    assert target(client, reader, **{"aantal": 14, **asked}).status_code == 422


def test_two_counts_get_their_sentence(client, reader):
    asked = {"eerder": 7, "later": 14}
    told = client.get(f"{ROOT}/methods/compare", asked, **reader).json()
    assert told["sentence"] == (
        "Geen aantoonbare verandering (7 tegen 14; zulke verschillen komen ook door toeval voor)."
    )
    assert told["p_value"] == float(compare_counts(14, 1, 7, 1).p_value)
    from_nothing = client.get(f"{ROOT}/methods/compare", {"eerder": 0, "later": 9}, **reader).json()
    assert (from_nothing["ratio"], from_nothing["upper"]) == (None, None)
    assert from_nothing["lower"] > 1


def test_the_scope_is_asked(client, employ, loaded):
    key = bearer(employ("adviser", "administrator"), "picture:read")
    for path in ("target?verandering=-20&aantal=14", "compare?eerder=7&later=14"):
        assert client.get(f"{ROOT}/methods/{path}", **key).status_code == 403
        assert client.get(f"{ROOT}/methods/{path}").status_code == 401
