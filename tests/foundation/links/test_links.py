"""What holds for every personal link, whatever it opens."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from integraal.foundation.links import brake
from integraal.foundation.links.secret import new_secret, tenant_of
from integraal.foundation.links.terms import LONGEST, OPEN, state_of, term_problem
from integraal.foundation.people import tokens

TODAY = date(2026, 3, 2)
YESTERDAY = TODAY - timedelta(days=1)


def test_a_secret_has_128_random_bits_or_more_and_says_whose_it_is():
    secrets = {new_secret(7) for _ in range(50)}
    assert len(secrets) == 50
    for secret in secrets:
        assert len(secret.split("_")[2]) * 4 >= 128
        assert tenant_of(secret) == 7


def test_a_key_is_no_link_and_a_link_is_no_key():
    assert tenant_of(tokens.new_key(7)) is None
    assert tokens.tenant_of(new_secret(7)) is None
    assert tokens.tenant_of(tokens.new_key(7)) == 7


@pytest.mark.parametrize(
    ("ends_on", "revoked_on", "closed_on", "state"),
    [
        (TODAY, None, None, OPEN),
        (YESTERDAY, None, None, "ended"),
        (TODAY, TODAY, TODAY, "revoked"),
        (TODAY, None, TODAY, "closed"),
    ],
)
def test_a_link_works_to_its_last_day_unless_it_was_stopped(ends_on, revoked_on, closed_on, state):
    assert state_of(ends_on, revoked_on, TODAY, closed_on) == state


def test_a_term_lies_ahead_and_lasts_a_year_at_most():
    assert term_problem(TODAY, TODAY) is None
    assert term_problem(TODAY + LONGEST, TODAY) is None
    assert "verleden" in term_problem(YESTERDAY, TODAY)
    too_far = term_problem(TODAY + LONGEST + timedelta(days=1), TODAY, "Een ronde duurt")
    assert too_far.startswith("Een ronde duurt hoogstens een jaar.")


def test_no_code_of_the_brake_reads_an_address():
    source = Path(brake.__file__).read_text()
    assert "REMOTE_ADDR" not in source
    assert "request" not in source
