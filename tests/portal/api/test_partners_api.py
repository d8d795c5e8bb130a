"""Partners, covenants and the visible team by API: the deeds and rules of the screens."""

from __future__ import annotations

import pytest
from django.utils import timezone

from integraal.foundation.audit.models import Event
from integraal.foundation.people.models import Member, Organisation
from tests.portal.api.test_api import ROOT, bearer, key_of

SCOPES = ["partners:read", "partners:write"]


@pytest.fixture
def writer(employ):
    return employ("adviser")


@pytest.fixture
def call(client, writer):
    """Send something, or get when nothing is given; returns status and answer."""
    key = key_of(writer, scopes=SCOPES)

    def called(path, given=None, *, way=""):
        options = {} if given is None else {"data": given, "content_type": "application/json"}
        send = getattr(client, way or ("get" if given is None else "post"))
        answer = send(ROOT + path, **options, **bearer(key))
        return answer.status_code, answer.json() if answer.content else None

    return called


@pytest.fixture
def police(call):
    status, made = call("/partners", {"name": "Politie", "kind": "police", "role": "Handhaaft"})
    assert status == 201
    return made


def test_a_partner_with_a_contact_from_beginning_to_end(call, police):
    one = f"/partners/{police['id']}"
    reach = {"name": "Astrid", "function": "Teamchef", "mail": "a@p.example", "subject": "inzet"}
    status, contact = call(f"{one}/contacts", reach)
    assert (status, contact["mail"]) == (201, "a@p.example")
    change = {**reach, "phone": "0000 555", "base_revision": contact["revision"]}
    changed = call(f"{one}/contacts/{contact['id']}", change)[1]
    assert (changed["phone"], changed["revision"]) == ("0000 555", 2)
    assert call(f"{one}/contacts/{contact['id']}", {**change, "phone": "1"})[0] == 409
    assert len(call(f"{one}/contacts")[1]) == 1
    assert Event.objects.filter(verb="contact.read", through="api").count() == 1
    assert call(f"{one}/contacts/{contact['id']}", way="delete")[0] == 204
    assert call(f"{one}/contacts")[1] == []
    change = {"name": "Politie", "kind": "police", "role": "Anders", "base_revision": 1}
    assert call(one, change)[1]["role"] == "Anders"
    assert call(one, change)[0] == 409
    assert call(f"{one}/end", {})[1]["ended_on"] == timezone.localdate().isoformat()
    assert call("/partners?who=nu")[1] == []
    assert call(f"{one}/resume", {})[1]["ended_on"] is None


def test_a_covenant_from_beginning_to_end(call, police):
    given = {"title": "Convenant", "parties": [police["id"]], "ends_on": "2020-01-01"}
    status, made = call("/covenants", given)
    assert (status, made["standing"], made["parties"]) == (201, "ended", [police["id"]])
    one = f"/covenants/{made['id']}"
    change = {**given, "ends_on": None, "base_revision": 1, "purpose": "Samen"}
    assert call(one, change)[1]["standing"] == "running"
    today = timezone.localdate().isoformat()
    told = call(f"{one}/evaluated", {"evaluated_on": today, "base_revision": 2})[1]
    assert told["evaluated_on"] == today
    held = call(f"/partners/{police['id']}/end", {})
    assert held[0] == 409
    assert "convenanten (1)" in held[1]["detail"]
    assert call(f"{one}/end", {"ended_on": today, "base_revision": 3})[1]["ends_on"] == today
    assert call(f"{one}/uses")[1] == []


def test_what_cannot_be_gets_a_sentence(call, police):
    status, said = call("/covenants", {"title": "Leeg", "parties": []})
    assert (status, "ten minste één partner" in said["detail"]) == (409, True)
    nobody = "00000000-0000-4000-8000-000000000000"
    assert call("/covenants", {"title": "X", "parties": [nobody]})[0] == 409
    assert call(f"/covenants/{nobody}")[0] == 404
    assert call(f"/partners/{police['id']}/contacts/{nobody}", way="delete")[0] == 404
    assert call("/partners", {"name": "X", "kind": "municipality"})[0] == 409


def test_the_visible_team(call, police):
    card = {"name": "Bea", "function": "Boa", "phone": "0000 555", "organisation": police["id"]}
    status, made = call("/team", card)
    assert (status, made["shown"]) == (201, False)
    one = f"/team/{made['id']}"
    assert call(f"{one}/show", {})[0] == 409
    agreed = {**card, "agreed_on": "2026-01-05", "base_revision": 1}
    assert call(one, agreed)[0] == 200
    assert call(f"{one}/show", {})[1]["shown"] is True
    assert call(f"{one}/move", {"direction": "up"})[1]["order"] == 1
    assert call(f"{one}/hide", {})[1]["shown"] is False
    assert call(one, way="delete")[0] == 204
    assert call("/team")[1] == []


def test_without_a_key_or_its_scope_nothing_is_read_or_written(client, writer, police):
    reads = key_of(writer, scopes=["partners:read"])
    for path in ("/partners", "/covenants", "/team", f"/partners/{police['id']}/contacts"):
        assert client.get(ROOT + path).status_code == 401
        elsewhere = key_of(writer, scopes=["plan:read"])
        assert client.get(ROOT + path, **bearer(elsewhere)).status_code == 403
        sent = client.post(ROOT + path, {}, content_type="application/json", **bearer(reads))
        assert sent.status_code == 403


def test_a_key_reads_no_more_than_its_owner(client, call, writer, police):
    one = f"/partners/{police['id']}/contacts"
    call(one, {"name": "Astrid", "function": "Teamchef", "mail": "a@p.example"})
    call("/team", {"name": "Verborgen", "function": "Boa"})
    key = key_of(writer, scopes=SCOPES)
    Member.objects.filter(pk=writer.member_id).update(roles=["councillor"])
    [told] = client.get(ROOT + one, **bearer(key)).json()
    assert told["function"] == "Teamchef"
    assert (told["name"], told["mail"], told["phone"]) == ("", "", "")
    assert client.get(f"{ROOT}/team", **bearer(key)).json() == []
    given = {"name": "X", "kind": "police"}
    sent = client.post(f"{ROOT}/partners", given, content_type="application/json", **bearer(key))
    assert sent.status_code == 403
    assert not Organisation.objects.filter(name="X").exists()
