"""Pages of a programme ask the database as often for many measures as for few."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from integraal.policy.programme.measures.actions import add_measure

MOST, MOST_OF_A_MEASURE = 12, 18


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
