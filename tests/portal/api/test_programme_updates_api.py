"""Updates of measures and outgoing mail by API: the deeds and the rules of the screens."""

from __future__ import annotations

import uuid
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from integraal.foundation.audit.models import Event
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.foundation.outbox.models import Message
from integraal.foundation.people.models import Member
from integraal.policy.programme.actions import start_programme
from integraal.policy.programme.content import content_of
from integraal.policy.programme.measures.actions import add_measure
from integraal.policy.programme.models import Asking, Progress
from tests.portal.api.test_api import ROOT, bearer, key_of

SCOPES = ["programme:read", "programme:write", "mail:read", "mail:write"]


@pytest.fixture
def writer(employ):
    return employ("adviser", "administrator")


@pytest.fixture
def measure(writer):
    """The only measure of a programme that runs; the adviser owns it."""
    year = timezone.localdate().year
    programme = start_programme(by=writer, first_year=year, last_year=year + 1)
    owner = Member.objects.get(pk=writer.member_id)
    made = add_measure(
        by=writer, programme=programme, theme="jeugd", title="Jongerenwerk", owner=owner,
        budget=Decimal(100),
    )  # fmt: skip
    lifecycle.propose(programme, by=writer, verb="plan.proposed")
    decision = lifecycle.Decision("college", timezone.localdate(), "C-1")
    content = content_of(programme)
    lifecycle.adopt(programme, by=writer, verb="plan.adopted", decision=decision, content=content)
    return made


@pytest.fixture
def call(client, writer):
    """Send something, or get when nothing is given; returns status and answer."""
    key = key_of(writer, scopes=SCOPES)

    def called(path, given=None):
        if given is None:
            answer = client.get(ROOT + path, **bearer(key))
        else:
            answer = client.post(ROOT + path, given, content_type="application/json", **bearer(key))
        return answer.status_code, answer.json()

    return called


def test_asked_said_and_read_back(call, measure):
    root = f"/programmes/{measure.programme_id}"
    assert call(f"{root}/silent")[1][0]["reasons"] == ["never"]
    status, [asked] = call(f"{root}/askings", {})
    assert (status, asked["answered_on"], asked["missed"]) == (201, None, 0)
    said = {"status": "running", "quality": "good", "spent": "90", "done": "Begonnen."}
    updates = f"{root}/measures/{measure.key}/updates"
    status, made = call(updates, {**said, "base_revision": 0})
    assert (status, made["number"], made["done"]) == (201, 1, "Begonnen.")
    assert call(updates)[1] == [made]
    [stand] = call(f"{root}/progress")[1]
    assert (stand["status"], stand["revision"], stand["measure"]) == (
        "running",
        1,
        str(measure.key),
    )
    assert call(f"{root}/askings")[1][0]["answered_on"] == str(timezone.localdate())
    assert call(f"{root}/silent")[1] == []
    assert Event.objects.filter(verb="programme.update_said", through="api").count() == 1


def test_what_is_not_right_is_refused_with_the_same_sentence(call, measure):
    root = f"/programmes/{measure.programme_id}"
    updates = f"{root}/measures/{measure.key}/updates"
    status, refused = call(updates, {"status": "running", "spent": "101"})
    assert status == 409
    assert "meer uitgegeven dan begroot" in refused["detail"]
    assert call(updates, {"status": "ooit"})[0] == 409
    assert call(updates, {"status": "running", "base_revision": 7})[0] == 409
    assert call(f"{root}/measures/{uuid.uuid4()}/updates", {"status": "done"})[0] == 404
    assert call(f"{root}/askings", {"members": [str(uuid.uuid4())]})[0] == 404
    assert not Progress.objects.exists()


def test_reminded_extended_and_revoked(call, measure):
    root = f"/programmes/{measure.programme_id}"
    [asked] = call(f"{root}/askings", {})[1]
    one = f"{root}/askings/{asked['id']}"
    assert call(f"{one}/remind", {})[0] == 409
    Asking.objects.update(asked_on=timezone.localdate() - timedelta(days=8))
    assert call(f"{one}/remind", {})[1]["reminded_on"] == str(timezone.localdate())
    later = timezone.localdate() + timedelta(days=90)
    assert call(f"{one}/extend", {"ends_on": str(later)})[1]["ends_on"] == str(later)
    assert call(f"{one}/extend", {"ends_on": str(date(2020, 1, 1))})[0] == 409
    assert call(f"{one}/revoke", {})[1]["revoked_on"] == str(timezone.localdate())
    assert call(f"{one}/extend", {"ends_on": str(later)})[0] == 409
    assert call(f"{root}/rhythm", {"months": 6})[1] == {"rhythm": 6}
    assert call(f"{root}/rhythm", {"months": 5})[0] == 409


def test_outgoing_mail_without_its_words(client, call, employ, measure):
    call(f"/programmes/{measure.programme_id}/askings", {})
    status, [one] = call("/outgoing-mail")
    assert (status, one["kind"], one["state"]) == (200, "programme.update_asked", "waiting")
    assert call("/outgoing-mail?state=sent")[1] == []
    assert call(f"/outgoing-mail/{one['id']}/again", {})[0] == 409
    Message.objects.update(state="given_up", problem="refused", tries=3)
    assert call(f"/outgoing-mail/{one['id']}/again", {})[1]["state"] == "waiting"
    key = key_of(employ("adviser"), scopes=["mail:read"])
    assert client.get(f"{ROOT}/outgoing-mail", **bearer(key)).status_code == 403
