"""Pages of a programme ask the database as often for many measures as for few."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from integraal.policy.programme.deciding.actions import adopt_programme, propose_programme
from integraal.policy.programme.measures.actions import add_measure
from tests.policy.programme.many import fill

MOST, MOST_OF_A_MEASURE = 12, 15


@pytest.fixture
def asked(client, adviser, sign_in):
    """Return how often a page asks a table something."""
    user = sign_in(client, adviser)

    def counted(name, *place):
        with CaptureQueriesContext(connection) as found:
            assert user.get(reverse(name, args=place)).status_code == 200
        return sum(' FROM "' in one["sql"] for one in found.captured_queries)

    return counted


def test_the_table_asks_as_often_for_many_as_for_few(asked, adviser, programme, measure):
    few = asked("programme", programme.pk)
    for at in range(130):
        add_measure(by=adviser, programme=programme, theme="jeugd", title=f"Maatregel {at}")
    assert asked("programme", programme.pk) == few
    assert few <= MOST


def test_one_measure_asks_as_often_among_many(asked, adviser, programme, measure):
    few = asked("measure", programme.pk, measure.key)
    for at in range(30):
        add_measure(by=adviser, programme=programme, theme="jeugd", title=f"Maatregel {at}")
    assert asked("measure", programme.pk, measure.key) == few <= MOST_OF_A_MEASURE


def test_a_measure_that_runs_asks_no_more(asked, adviser, employ, programme, measure):
    propose_programme(by=adviser, programme=programme)
    adopt_programme(
        by=employ("college"), programme=programme, body="college", decided_on=date(2026, 1, 5)
    )
    assert asked("measure", programme.pk, measure.key) <= MOST_OF_A_MEASURE


def test_the_decision_asks_as_often_for_many_and_folds_what_is_much(
    asked, client, programme, measure
):
    few = asked("programme-decision", programme.pk)
    fill(programme, 130)
    assert asked("programme-decision", programme.pk) == few <= MOST
    shown = client.get(reverse("programme-decision", args=[programme.pk])).content.decode()
    assert "Elke maatregel hoort bij een doel van het plan: 130 keer niet" in shown
    assert "En nog 80 andere." in shown
