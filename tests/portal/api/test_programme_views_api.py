"""The views, workbook, saved views and calendar by API: the deeds and rules of the screens."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from integraal.policy.programme.models import CalendarFeed, Measure, SavedView
from tests.policy.programme.conftest import adopted_plan, goal, measure, programme
from tests.policy.programme.excel.workbooks import with_cells
from tests.policy.programme.many import fill
from tests.portal.api.test_api import ROOT, bearer, key_of

__all__ = ["adopted_plan", "goal", "measure", "programme"]
SCOPES = ["programme:read", "programme:write"]


@pytest.fixture
def adviser(employ):
    return employ("adviser", "administrator")


@pytest.fixture
def key(adviser):
    return key_of(adviser, SCOPES)


@pytest.fixture
def base(programme):
    return f"/programmes/{programme.pk}"


def get(client, path, key, status=200):
    answer = client.get(ROOT + path, **bearer(key))
    assert answer.status_code == status, answer.content
    return answer.json()


def send(client, path, key, given=None, status=200):
    answer = client.post(ROOT + path, given, content_type="application/json", **bearer(key))
    assert answer.status_code == status, answer.content
    return answer.json()


def test_lines_parties_and_the_balance(client, key, programme, base):
    fill(programme, 8)
    lines = get(client, f"{base}/lines", key)
    assert [one["title"] for one in lines] == [f"Maatregel {nr}" for nr in range(8)]
    assert lines[1]["lights"] == ["attention", "attention", "good"]
    assert lines[1]["milestones"][0]["title"] == "Mijlpaal 1"
    without = get(client, f"{base}/lines?owner=none", key)
    assert [one["title"] for one in without] == ["Maatregel 0", "Maatregel 7"]
    owners = get(client, f"{base}/parties?by_owner=true", key)
    assert owners[0]["is_missing"]
    assert {one["title"] for one in owners[0]["parts"]} == {"Maatregel 0", "Maatregel 7"}
    hours = {f"2027-{nr}": "2" for nr in range(1, 5)}
    assert send(client, f"{base}/available-hours", key, {"hours": hours}) == hours
    balance = get(client, f"{base}/balance", key)
    assert balance["available"] == hours
    assert "uur tekort" in balance["figures"][0]["title"]
    assert len(balance["figures"][1]["rows"]) == 4
    refused = send(client, f"{base}/available-hours", key, {"hours": {"2027-1": "veel"}}, 409)
    assert "geen aantal uren" in refused["detail"]


def test_a_workbook_goes_out_is_checked_and_taken_over(client, key, programme, measure, base):
    answer = client.get(f"{ROOT}{base}/workbook", **bearer(key))
    content = with_cells(answer.content, {(2, "Risico"): "Te weinig mensen"})

    def offer(path, content, **more):
        file = SimpleUploadedFile("programma.xlsx", content)
        return client.post(f"{ROOT}{base}{path}", {"file": file, **more}, **bearer(key))

    report = offer("/workbook/check", content).json()
    assert report["changed"][0]["changes"] == [
        {"heading": "Risico", "before": "", "after": "Te weinig mensen"}
    ]
    assert Measure.objects.get().risk == ""
    assert offer("/workbook", content).status_code == 200
    assert Measure.objects.get().risk == "Te weinig mensen"
    wrong = offer("/workbook", with_cells(content, {(2, "Begin"): "ooit"}))
    assert wrong.status_code == 409
    assert "Rij 2" in wrong.json()["detail"]
    assert offer("/workbook/check", b"geen excel").status_code == 400


def test_views_and_the_calendar_are_ones_own(client, key, employ, base):
    given = {"name": "Vast", "page": "programme-board", "asked": {"stand": "stuck"}}
    made = send(client, "/saved-views", key, given, 201)
    assert made["query"] == "pagina=programme-board&stand=stuck"
    one = f"/saved-views/{made['id']}"
    assert send(client, one, key, {"name": "Knelpunten"})["name"] == "Knelpunten"
    other = key_of(employ("adviser", "administrator", name="Ander"), SCOPES)
    assert get(client, "/saved-views", other) == []
    assert client.delete(ROOT + one, **bearer(other)).status_code == 404
    assert client.delete(ROOT + one, **bearer(key)).status_code == 204
    assert not SavedView.objects.exists()

    get(client, "/own-calendar", key, 404)
    path = send(client, "/own-calendar", key, status=201)["path"]
    assert get(client, "/own-calendar", key)["path"] == path
    assert client.get(path).status_code == 200
    assert client.delete(f"{ROOT}/own-calendar", **bearer(key)).status_code == 204
    assert client.get(path).status_code == 404
    assert CalendarFeed.objects.get().revoked_on


def test_who_only_reads_changes_nothing(client, adviser, employ, programme, measure, base):
    reading = key_of(adviser, ["programme:read"])
    send(client, f"{base}/available-hours", reading, {"hours": {}}, 403)
    send(client, "/own-calendar", reading, status=403)
    mayor = key_of(employ("mayor", "administrator"), SCOPES)
    send(client, f"{base}/available-hours", mayor, {"hours": {}}, 403)
    assert client.get(f"{ROOT}{base}/workbook", **bearer(mayor)).status_code == 403
    partner = key_of(employ("partner", "administrator"), SCOPES)
    assert get(client, f"{base}/lines", partner)  # the administrator's role reads drafts
    get(client, "/programmes/00000000-0000-0000-0000-000000000000/lines", reading, 404)
