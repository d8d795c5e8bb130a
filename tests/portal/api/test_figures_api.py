"""Figures, catalogue, explorer and open data by API: the numbers of the screens, same rules."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from integraal.foundation.audit.models import Event
from integraal.foundation.database.tenancy import tenant_scope
from integraal.foundation.people.actions import make_token
from integraal.knowledge.figures.definitions import indicators, sources
from tests.provisions import employ_at

ROOT = "/api/v1"


def bearer(by, *scopes: str) -> dict[str, str]:
    ends_on = timezone.localdate() + timedelta(days=30)
    key = make_token(by=by, name="proef", scopes=list(scopes), ends_on=ends_on)[1]
    return {"HTTP_AUTHORIZATION": f"Bearer {key}"}


@pytest.fixture
def reader(employ, loaded):
    return bearer(employ("adviser", "administrator"), "figures:read")


@pytest.fixture
def without_rows(employ, loaded):
    """A key of somebody who manages keys, but may not read small counts."""
    from integraal.foundation.people.models import Member

    by = employ("administrator")
    headers = bearer(by, "figures:read")
    Member.objects.filter(pk=by.member_id).update(roles=["councillor"])
    return headers


def items(client, reader, **asked):
    return client.get(f"{ROOT}/figures", asked, **reader).json()


def test_figures_are_filtered_by_indicator_measure_area_and_period(client, reader, loaded):
    by_indicator = items(client, reader, indicator="overlast-totaal", period="2025JJ00")
    assert by_indicator["count"] == 4
    measure = by_indicator["items"][0]["measure"]
    assert items(client, reader, measure=measure)["count"] == 28
    centre = loaded["Centrum"].pk
    found = items(client, reader, measure=measure, area=str(centre), period="2025JJ00")
    assert [(one["area"], one["value"], one["status"]) for one in found["items"]] == [
        ("Centrum", 90, "present")
    ]
    assert items(client, reader, indicator="bestaat-niet")["count"] == 0
    assert items(client, reader, area="GM9999")["count"] == 0


def test_a_basket_gives_the_figures_of_everything_it_adds(client, reader):
    basket = next(one for one in indicators().values() if len(one.measures) > 1)
    assert items(client, reader, indicator=basket.code)["count"] == 0


def test_small_counts_are_not_for_everybody(client, without_rows):
    assert client.get(f"{ROOT}/figures", **without_rows).status_code == 403
    assert client.get(f"{ROOT}/open-data", **without_rows).status_code == 403
    assert client.get(f"{ROOT}/indicators", **without_rows).status_code == 200


def test_indicators_come_with_classes_incidents_and_newest_period(client, reader):
    all_of_them = client.get(f"{ROOT}/indicators", **reader).json()
    assert {one["code"] for one in all_of_them} == set(indicators())
    one = client.get(f"{ROOT}/indicators/woninginbraak", **reader).json()
    assert one["classes"][0]["incidents"] == ["A20", "A30", "B20", "B30"]
    assert one["newest_period"] is None
    nuisance = client.get(f"{ROOT}/indicators/overlast-totaal", **reader).json()
    assert nuisance["newest_period"] == "2025JJ00"
    assert client.get(f"{ROOT}/indicators/bestaat-niet", **reader).status_code == 404


def test_sources_say_how_fresh_they_are_and_have_vintages(client, reader):
    found = {one["code"]: one for one in client.get(f"{ROOT}/sources", **reader).json()}
    assert set(found) == set(sources())
    assert found["politie-overlast"]["fetched_on"] == "2026-03-02"
    assert client.get(f"{ROOT}/sources/politie-overlast/vintages", **reader).json() == []
    assert client.get(f"{ROOT}/sources/bestaat-niet/vintages", **reader).status_code == 404


def test_the_explorer_gives_the_numbers_of_the_page(client, reader):
    answer = client.get(f"{ROOT}/explorer", {"cijfer": "overlast-totaal"}, **reader).json()
    of_2025 = [row for row in answer["rows"] if row["period_code"] == "2025JJ00"]
    assert [(row["area"], row["value"], row["low"]) for row in of_2025] == [
        ("Molendrecht", "125", "104")
    ]
    assert client.get(f"{ROOT}/explorer", {"cijfer": "niets"}, **reader).status_code == 404


def test_the_open_data_is_described_and_given(client, reader):
    answer = client.get(f"{ROOT}/open-data", **reader)
    assert answer["Content-Type"] == "application/ld+json"
    described = json.loads(answer.content)
    names = [
        one["dcat:distribution"][0]["dcat:downloadURL"]["@id"] for one in described["dcat:dataset"]
    ]
    for name in names:
        file = client.get(f"{ROOT}/open-data/{name}", **reader)
        assert file["Content-Type"].startswith("text/csv")
        assert file.content.startswith(b"indeling,klasse,")
    assert client.get(f"{ROOT}/open-data/anders.csv", **reader).status_code == 404
    assert Event.objects.filter(verb="figures.published", through="api").count() == len(names) + 1


def test_without_the_scope_nothing_is_read(client, employ, loaded):
    key = bearer(employ("adviser", "administrator"), "picture:read")
    for path in ("figures", "indicators", "sources", "explorer?cijfer=inwoners", "open-data"):
        assert client.get(f"{ROOT}/{path}", **key).status_code == 403
        assert client.get(f"{ROOT}/{path}").status_code == 401


def test_a_key_of_another_municipality_reads_nothing_of_ours(client, loaded, oostwaard):
    with tenant_scope(oostwaard.pk):
        key = bearer(employ_at(oostwaard, "adviser", "administrator"), "figures:read")
    assert client.get(f"{ROOT}/figures", **key).json()["count"] == 0
    assert json.loads(client.get(f"{ROOT}/open-data", **key).content)["dcat:dataset"] == []
    there = client.get(f"{ROOT}/indicators/overlast-totaal", **key).json()
    assert there["newest_period"] is None


def test_figures_take_a_fixed_number_of_queries(client, reader, django_assert_max_num_queries):
    with django_assert_max_num_queries(14):
        assert items(client, reader)["count"] == 56
