"""What who leads does: rounds with a clock, people, paper sheets, the talk, the screens."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from integraal.foundation.people.access import NotAllowed
from integraal.policy.priorities.leading.actions import open_door
from integraal.policy.priorities.leading.rounds.actions import (
    close_round,
    extend_round,
    open_round,
)
from integraal.policy.priorities.models import Ballot, CountedBallot, Participant, Round
from integraal.policy.priorities.refusals import SessionRefused


@pytest.fixture
def led(client, sign_in, adviser):
    return sign_in(client, adviser)


def to(name, *arguments):
    return reverse(name, args=arguments)


def sheet(marks="343512", **who):
    names = [f"{t}:{c}" for t in ("ondermijning", "jeugd", "digitaal") for c in ("impact", "trend")]
    return {**dict(zip(names, marks, strict=True)), **who}


NEW = {"name": "Griffier", "group": "staff", "organisation": ""}


@pytest.mark.parametrize("minutes", [0, -1, 181])
def test_a_clock_that_cannot_be_is_refused(adviser, held, come_in, minutes):
    come_in("Een")
    with pytest.raises(SessionRefused, match="1 tot en met 180 minuten"):
        open_round(by=adviser, session=held, minutes=minutes)


def test_a_round_needs_people_and_one_is_open_at_a_time(adviser, held, come_in):
    with pytest.raises(SessionRefused, match="Er doet nog niemand mee"):
        open_round(by=adviser, session=held)
    come_in("Een")
    assert open_round(by=adviser, session=held).ends_at is None
    with pytest.raises(SessionRefused, match="Er is al een ronde open"):
        open_round(by=adviser, session=held)


def test_a_minute_comes_on_the_clock_also_when_the_time_is_up(adviser, held, come_in):
    come_in("Een")
    opened = open_round(by=adviser, session=held, minutes=5)
    more = extend_round(by=adviser, round_=opened)
    assert more.ends_at == opened.ends_at + timedelta(minutes=1)
    Round.objects.update(ends_at=timezone.now() - timedelta(minutes=10))
    later = extend_round(by=adviser, round_=opened)
    assert timedelta(seconds=50) < later.ends_at - timezone.now() <= timedelta(minutes=1)


def test_when_the_time_is_up_scores_still_come_in(adviser, held, come_in, score):
    _, secret = come_in("Een")
    open_round(by=adviser, session=held, minutes=1)
    Round.objects.update(ends_at=timezone.now() - timedelta(minutes=1))
    assert score(secret, {"jeugd:impact": 4}).status_code == 200


def test_only_who_leads_opens_the_door(client, sign_in, mayor, session):
    with pytest.raises(NotAllowed):
        open_door(by=mayor, session=session)
    sign_in(client, mayor)
    assert client.get(to("session-lead", session.pk)).status_code == 403
    assert client.post(to("session-door-open", session.pk)).status_code == 403
    assert client.get(to("session-screen", session.pk)).status_code == 200


def test_another_municipality_sees_no_session(client, sign_in, held, oostwaard):
    from integraal.foundation.database.tenancy import tenant_scope
    from tests.provisions import employ_at

    with tenant_scope(oostwaard.pk):
        other = employ_at(oostwaard, "adviser")
        sign_in(client, other)
    for name in ("session-lead", "session-screen", "session-lead-stand"):
        assert client.get(to(name, held.pk)).status_code == 404


def test_the_whole_course_from_door_to_second_round(led, session, score):
    led.post(to("session-door-open", session.pk))
    session.refresh_from_db()
    page = led.get(to("session-lead", session.pk)).content.decode()
    assert "Er doet nog niemand mee" in page
    inside = led.post(to("join-code", session.join_code), NEW)
    secret = re.search(r"/ik/([^/]+)/", inside.url).group(1)
    led.post(to("session-round-open", session.pk), {"minutes": "5"})
    first = Round.objects.get()
    score(secret, {"jeugd:impact": 4})
    page = led.get(to("session-lead", session.pk)).content.decode()
    assert "Ronde 1 is open" in page
    assert "0 van 1 klaar met ronde 1" in page
    assert "Met minder dan vijf stembriefjes is te raden wie wat gaf." in page
    led.post(to("session-round-extend", session.pk, first.pk))
    led.post(to("session-round-close", session.pk, first.pk))
    led.post(to("session-round-open", session.pk))
    assert [one.number for one in Round.objects.all()] == [1, 2]
    assert "Ronde 2" in led.get(to("participant", secret)).content.decode()


def test_a_new_link_is_shown_once_with_a_code_to_scan(led, come_in):
    person, _ = come_in("Griffier")
    page = led.post(to("session-let-in-again", person.session_id, person.pk))
    words = page.content.decode()
    fresh = re.search(r"/meedoen/ik/(igd_\w+)/", words).group(1)
    assert "QR-code met de nieuwe link van Griffier" in words
    assert led.get(to("participant", fresh)).status_code == 200
    assert fresh not in led.get(to("session-lead", person.session_id)).content.decode()


def test_who_joined_twice_is_taken_out_and_can_come_back(led, come_in):
    person, _ = come_in("Dubbel")
    led.post(to("session-take-out", person.session_id, person.pk))
    assert "Dubbel</b>" not in led.get(to("session-lead", person.session_id)).content.decode()
    led.post(to("session-let-in-again", person.session_id, person.pk))
    assert Participant.objects.get(pk=person.pk).left_at is None


def test_paper_sheets_are_typed_in_and_replace_themselves(led, adviser, held, come_in):
    come_in("Een")
    address = to("session-sheet", held.pk)
    assert "Er is geen ronde open" in led.get(address).content.decode()
    opened = open_round(by=adviser, session=held)
    assert led.post(address, sheet(**NEW)).status_code == 302
    person = Participant.objects.get(on_paper=True)
    words = led.get(address).content.decode()
    assert "Griffier (ingevoerd)" in words
    assert 'value="5"' not in words
    led.post(address, sheet("111111", participant=str(person.pk)))
    assert Ballot.objects.get(participant=person).marks["jeugd"] == {"impact": 1, "trend": 1}
    close_round(by=adviser, round_=opened)
    assert CountedBallot.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "say"),
    [
        (sheet("343519", **NEW), "Geef een cijfer van 1 tot en met 5."),
        (sheet("343512", name="", group="staff"), "Vul in van wie dit blad is."),
        (sheet("343512", participant="x"), "Kies een deelnemer uit de lijst."),
        ({**dict.fromkeys(sheet(), ""), **NEW}, "Het blad is nog leeg."),
    ],
)
def test_a_sheet_that_is_not_right_comes_back_as_typed(led, adviser, held, come_in, typed, say):
    come_in("Een")
    open_round(by=adviser, session=held)
    page = led.post(to("session-sheet", held.pk), typed)
    words = page.content.decode()
    assert page.status_code == 422
    assert say in words
    if typed.get("jeugd:impact"):
        assert f'name="jeugd:impact" value="{typed["jeugd:impact"]}"' in words
    assert not Participant.objects.filter(on_paper=True).exists()


def test_who_scores_by_phone_gets_no_sheet(led, adviser, held, come_in, score):
    person, secret = come_in("Een")
    open_round(by=adviser, session=held)
    score(secret, {"jeugd:impact": 5})
    page = led.post(to("session-sheet", held.pk), sheet(participant=str(person.pk)))
    assert "Een scoort met de telefoon." in page.content.decode()
    assert Ballot.objects.get().marks == {"jeugd": {"impact": 5}}


def test_the_talk_is_saved_by_script_and_by_form_and_two_writers_lose_nothing(led, held):
    address = to("session-conversation", held.pk)
    script = {"HTTP_X_REQUESTED_WITH": "autosave"}
    saved = led.post(address, {"text": "Eerst.", "base_revision": "1"}, **script)
    assert saved.json()["revision"] == 2
    other = led.post(address, {"text": "Ook.", "base_revision": "1"}, **script)
    assert (other.status_code, other.json()["text"]) == (409, "Eerst.")
    page = led.post(address, {"text": "Ook.", "base_revision": "1"})
    assert page.status_code == 422
    assert "Eerst." in page.content.decode()
    assert "Ook." in page.content.decode()
    held.refresh_from_db()
    assert held.conversation == "Eerst."


def test_screens_get_nothing_while_nothing_changes(led, adviser, held, come_in, score, everything):
    _, secret = come_in("Een")
    open_round(by=adviser, session=held)
    for name in ("session-lead-stand", "session-screen-stand"):
        first = led.get(to(name, held.pk))
        assert led.get(to(name, held.pk), HTTP_IF_NONE_MATCH=first["ETag"]).status_code == 304
        score(secret, everything(2 if "lead" in name else 3))
        is_first = "lead" in name
        again = led.get(to(name, held.pk), HTTP_IF_NONE_MATCH=first["ETag"])
        assert again.status_code == (200 if is_first else 304)


def test_pages_ask_the_same_number_of_questions_for_two_people_and_for_forty(led, held, come_in):
    counts = []
    for more in (2, 38):
        for at in range(more):
            come_in(f"Deelnemer {more}-{at}")
        with CaptureQueriesContext(connection) as caught:
            led.get(to("session-lead", held.pk))
            led.get(to("session-screen", held.pk))
        counts.append(len(caught))
    assert counts[0] == counts[1]
