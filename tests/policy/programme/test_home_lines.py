"""What the home page says waits for somebody in a programme."""

from datetime import date

import pytest

from integraal.policy.programme.deciding.actions import adopt_programme, propose_programme
from integraal.policy.programme.models import Asking
from integraal.portal.home.programme_lines import programme_line


def titles(by):
    return [title for title, _, _ in programme_line(by).waits]


@pytest.fixture
def running(adviser, employ, programme, measure):
    propose_programme(by=adviser, programme=programme)
    return adopt_programme(
        by=employ("college"), programme=programme, body="college", decided_on=date(2026, 1, 5)
    )


def ask(by, programme, day, answered_on=None):
    Asking.objects.create(
        tenant_id=by.tenant_id, programme=programme, member_id=by.member_id, asked_on=day,
        due_on=day, ends_on=day, answered_on=answered_on,
    )  # fmt: skip


def test_a_measure_of_nobody_waits_for_who_runs_the_programme(adviser, employ, running):
    assert titles(adviser) == ["1 maatregel zonder eigenaar"]
    assert titles(employ("councillor")) == []


def test_only_the_last_question_waits_for_an_answer(adviser, running):
    ask(adviser, running, date(2026, 1, 6))
    assert "Zeg hoe uw maatregelen lopen" in titles(adviser)
    ask(adviser, running, date(2026, 4, 6), answered_on=date(2026, 4, 7))
    assert "Zeg hoe uw maatregelen lopen" not in titles(adviser)
