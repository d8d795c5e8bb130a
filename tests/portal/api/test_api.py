"""The API: the figures and deeds of the screens, by a key that can do no more than its owner."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from integraal.foundation.audit.models import Event
from integraal.foundation.database.tenancy import tenant_scope
from integraal.foundation.people.actions import make_token, revoke_token
from integraal.foundation.people.models import ApiToken
from integraal.policy.picture.actions import propose_picture, start_picture
from integraal.policy.picture.writing.actions import write_text
from tests.provisions import employ_at
from tests.statline import screen_export

ROOT = "/api/v1"
ALL = ["picture:read", "picture:write", "figures:read", "figures:write", "audit:read"]


def key_of(by, scopes=ALL, days=30) -> str:
    ends_on = timezone.localdate() + timedelta(days=days)
    return make_token(by=by, name="koppeling", scopes=scopes, ends_on=ends_on)[1]


def bearer(key: str) -> dict[str, str]:
    return {"HTTP_AUTHORIZATION": f"Bearer {key}"}


@pytest.fixture
def writer(employ):
    """Somebody who writes pictures and may make keys."""
    return employ("adviser", "administrator")


@pytest.fixture
def picture(writer, loaded):
    draft = start_picture(by=writer, year=2025)
    write_text(by=writer, picture=draft, theme="woonomgeving", text="Eerste.", base_revision=0)
    return draft


def test_without_a_key_nothing_is_read(client, picture):
    for path in ("/pictures", f"/pictures/{picture.pk}", "/figures", "/events"):
        assert client.get(ROOT + path).status_code == 401


@pytest.mark.parametrize(
    "key", ["", "x", "igr_1_x", "igr_999999_" + "a" * 40, "igr_-1_a", "igr_1_"]
)
def test_a_key_that_is_none_is_refused(client, picture, key):
    assert client.get(f"{ROOT}/pictures", **bearer(key)).status_code == 401


def test_a_picture_is_read_with_the_numbers_of_the_page(client, picture, writer):
    answer = client.get(f"{ROOT}/pictures/{picture.pk}", **bearer(key_of(writer))).json()
    theme = next(one for one in answer["content"]["themes"] if one["code"] == "woonomgeving")
    assert theme["passages"]["story"]["text"] == "Eerste."
    assert theme["indicators"][0]["estimate"]["value"] == "125"


def test_figures_come_with_their_file_and_a_page_at_a_time(client, loaded, writer):
    answer = client.get(
        f"{ROOT}/figures?indicator=overlast-totaal&period=2025JJ00", **bearer(key_of(writer))
    ).json()
    assert answer["count"] == 4
    whole = next(one for one in answer["items"] if one["area"] == "Molendrecht")
    assert (whole["value"], whole["status"], whole["line"]) == (125, "present", 7)
    assert len(whole["snapshot_sha256"]) == 64


def test_a_scope_that_the_key_lacks_is_refused_with_its_name(client, picture, writer):
    key = key_of(writer, ["figures:read"])
    answer = client.get(f"{ROOT}/pictures", **bearer(key))
    assert answer.status_code == 403
    assert "picture:read" in answer.json()["detail"]


def test_a_key_can_do_no_more_than_its_owner(client, picture, writer):
    propose_picture(by=writer, picture=picture)
    answer = client.post(
        f"{ROOT}/pictures/{picture.pk}/adopt",
        {"on": timezone.localdate().isoformat()},
        content_type="application/json",
        **bearer(key_of(writer)),
    )
    assert answer.status_code == 403
    assert "Dat doet de burgemeester" in answer.json()["detail"]


def test_a_revoked_an_ended_and_an_orphaned_key_are_useless(client, picture, writer, employ):
    key = key_of(writer)
    revoke_token(by=writer, token=ApiToken.objects.get())
    assert client.get(f"{ROOT}/pictures", **bearer(key)).status_code == 401
    ended = key_of(writer)
    ApiToken.objects.filter(revoked_on=None).update(
        ends_on=timezone.localdate() - timedelta(days=1)
    )
    assert client.get(f"{ROOT}/pictures", **bearer(ended)).status_code == 401


def test_a_key_loses_its_power_with_its_owners_access(client, picture, writer, administrator):
    from integraal.foundation.people.actions import end_member
    from integraal.foundation.people.models import Member

    key = key_of(writer)
    end_member(by=administrator, member=Member.objects.get(pk=writer.member_id))
    assert client.get(f"{ROOT}/pictures", **bearer(key)).status_code == 401


def test_the_key_itself_is_nowhere_in_the_database(writer):
    key = key_of(writer)
    kept = ApiToken.objects.values().get()
    assert key not in str(kept)
    assert key.split("_")[2] not in str(kept)


def test_a_key_of_another_municipality_sees_nothing_here(client, picture, oostwaard):
    other = employ_at(oostwaard, "adviser", "administrator")
    with tenant_scope(oostwaard.pk):
        key = key_of(other)
    assert client.get(f"{ROOT}/pictures", **bearer(key)).json() == []
    there = client.get(f"{ROOT}/pictures/{picture.pk}", **bearer(key))
    nowhere = client.get(f"{ROOT}/pictures/{other.member_id}", **bearer(key))
    assert (there.status_code, there.content) == (404, nowhere.content)


def test_a_text_is_written_on_its_revision_and_a_conflict_is_told(client, picture, writer):
    key, path = key_of(writer), f"{ROOT}/pictures/{picture.pk}/texts/woonomgeving/story"
    put = {"content_type": "application/json", **bearer(key)}
    assert client.put(path, {"text": "Tweede.", "base_revision": 1}, **put).json()["revision"] == 2
    assert client.put(path, {"text": "Derde.", "base_revision": 1}, **put).status_code == 409
    assert client.get(path, **bearer(key)).json()["text"] == "Tweede."


def test_a_file_is_loaded_by_api_with_the_same_refusals_as_on_screen(client, areas, writer):
    key = key_of(writer)
    good = SimpleUploadedFile("overlast.csv", screen_export({"Centrum": [3, 4]}, (2024, 2025)))
    sent = {"file": good, "accessed_on": "2026-03-02"}
    assert client.post(f"{ROOT}/figures/files", sent, **bearer(key)).json()["added"] == 2
    cut = SimpleUploadedFile("cut.csv", screen_export({"Centrum": [3, 4]}, (2024, 2025))[:-20])
    answer = client.post(
        f"{ROOT}/figures/files", {"file": cut, "accessed_on": "2026-03-02"}, **bearer(key)
    )
    assert answer.status_code == 400
    assert "Bron" in answer.json()["detail"]


def test_a_deed_by_api_is_in_the_trail_as_such(client, picture, writer):
    client.post(f"{ROOT}/pictures/{picture.pk}/propose", **bearer(key_of(writer)))
    event = Event.objects.get(verb="picture.proposed")
    assert (event.through, event.actor_id) == ("api", writer.member_id)


def test_the_trail_is_read_by_who_supervises_and_the_reading_is_recorded(client, picture, employ):
    supervisor = employ("privacy_officer", "administrator")
    answer = client.get(f"{ROOT}/events", **bearer(key_of(supervisor, ["audit:read"])))
    assert "picture.started" in {event["verb"] for event in answer.json()["items"]}
    assert Event.objects.filter(verb="trail.read", actor_id=supervisor.member_id).exists()


def test_the_trail_is_refused_to_who_is_supervised(client, picture, writer):
    assert client.get(f"{ROOT}/events", **bearer(key_of(writer))).status_code == 403
