from __future__ import annotations
import json
from django.urls import reverse
from integraal.policy.priorities.leading.rounds.actions import open_round, close_round


def test_pages(client, sign_in, adviser, held, come_in):
    person, secret = come_in("Wijkagent Noord", "partner", "Politie")
    page = client.get(reverse("join"))
    assert page.status_code == 200
    page = client.post(reverse("join"), {"code": held.join_code.lower()})
    assert page.status_code == 302
    assert client.get(page.url).status_code == 200
    me = reverse("participant", args=[secret])
    assert "U doet mee" in client.get(me).content.decode()
    r = open_round(by=adviser, session=held, minutes=5)
    assert "Ronde 1" in client.get(me).content.decode()
    answer = client.post(
        me + "bewaren",
        json.dumps({"changes": {"jeugd:impact": "4"}}),
        content_type="application/json",
        HTTP_ACCEPT="application/json",
    )
    assert answer.status_code == 200, answer.content
    assert answer.json()["fields"] == {"jeugd:impact": 4}
    stand = client.get(me + "stand")
    assert stand.status_code == 200
    assert client.get(me + "stand", HTTP_IF_NONE_MATCH=stand["ETag"]).status_code == 304
    sign_in(client, adviser)
    for name in (
        "session-lead",
        "session-lead-stand",
        "session-screen",
        "session-screen-stand",
        "session-sheet",
    ):
        assert client.get(reverse(name, args=[held.pk])).status_code == 200, name
    close_round(by=adviser, round_=r)
    for name in (
        "session-lead",
        "session-lead-stand",
        "session-screen",
        "session-screen-stand",
        "session-sheet",
    ):
        assert client.get(reverse(name, args=[held.pk])).status_code == 200, name
    assert "Uitslag" in client.get(me).content.decode()
