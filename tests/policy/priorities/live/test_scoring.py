"""What a phone saves, gets back, and is told when something is not right."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from integraal.foundation.audit.models import Event
from integraal.policy.priorities.leading.actions import open_door
from integraal.policy.priorities.leading.rounds.actions import (
    close_round,
    extend_round,
    open_round,
)
from integraal.policy.priorities.models import Ballot


@pytest.fixture
def secret(come_in):
    return come_in("Griffier", "staff")[1]


@pytest.fixture
def opened(adviser, held, secret):
    return open_round(by=adviser, session=held, minutes=5)


def me(secret, name="participant"):
    return reverse(name, args=[secret])


def test_each_change_is_kept_beside_the_others(client, opened, secret, score):
    score(secret, {"jeugd:impact": "4"})
    told = score(secret, {"jeugd:trend": 2}).json()
    assert told["fields"] == {"jeugd:impact": 4, "jeugd:trend": 2}
    assert told["status"] == "2 van 6 ingevuld, bewaard."
    assert told["done"] is False
    words = client.get(me(secret)).content.decode()
    assert 'name="jeugd:trend" value="2" checked' in words


def test_who_filled_in_everything_is_done_by_that_alone(opened, secret, score, everything):
    told = score(secret, everything(3)).json()
    assert told["done"] is True
    assert told["status"] == "6 van 6 ingevuld, bewaard. U bent klaar."


def test_who_leaves_something_open_can_say_to_be_done(opened, secret, score):
    assert score(secret, {"jeugd:impact": 4}, done=True).json()["done"] is True


@pytest.mark.parametrize(
    ("changes", "say"),
    [
        ({"jeugd:impact": 6}, "Geef een cijfer van 1 tot en met 5."),
        ({"jeugd:impact": 0}, "Geef een cijfer van 1 tot en met 5."),
        ({"jeugd:impact": -1}, "Geef een cijfer van 1 tot en met 5."),
        ({"jeugd:impact": 3.5}, "Geef een cijfer van 1 tot en met 5."),
        ({"jeugd:impact": True}, "Geef een cijfer van 1 tot en met 5."),
        ({"jeugd:impact": "veel"}, "Geef een cijfer van 1 tot en met 5."),
        ({"jeugd:impact": [1]}, "Geef een cijfer van 1 tot en met 5."),
        ({"nergens:impact": 3}, "Dit thema hoort niet bij deze sessie."),
        ({"jeugd:kosten": 3}, "Deze vraag hoort niet bij deze sessie."),
        ({"punten:impact": 3}, "Deze vraag hoort niet bij deze sessie."),
    ],
)
def test_what_cannot_be_gets_a_sentence_and_leaves_what_was_kept(
    opened, secret, score, changes, say
):
    score(secret, {"jeugd:impact": 2})
    answer = score(secret, changes)
    assert answer.status_code == 422
    assert say in answer.json()["problem"]
    assert Ballot.objects.get().marks == {"jeugd": {"impact": 2}}


@pytest.mark.parametrize("body", ["", "[]", "{}", '{"changes": 1}', "\x00", '{"changes": [1]}'])
def test_what_is_no_ballot_is_refused(client, opened, secret, body):
    answer = client.post(me(secret, "participant-save"), body, content_type="application/json")
    assert answer.status_code == 400


def test_without_a_script_the_form_saves_and_shows_what_it_saved(client, opened, secret):
    answer = client.post(me(secret), {"jeugd:impact": "4", "jeugd:trend": "1"})
    assert answer.status_code == 303
    words = client.get(answer.url).content.decode()
    assert "Uw scores zijn bewaard." in words
    assert 'name="jeugd:impact" value="4" checked' in words


def test_a_form_that_is_refused_comes_back_as_it_was_typed(client, prepare, adviser, score):
    session, secret = _with_points(prepare, adviser)
    open_round(by=adviser, session=session)
    typed = {"jeugd:impact": "4", "punten:impact": "70", "punten:trend": "40", "klaar": "1"}
    answer = client.post(me(secret), typed)
    words = answer.content.decode()
    assert answer.status_code == 422
    assert "110 punten verdeeld; dat zijn er 10 te veel. Verdeel er precies 100." in words
    assert 'name="jeugd:impact" value="4" checked' in words
    assert 'name="punten:impact" value="70"' in words


def test_points_may_be_on_their_way_to_a_hundred_and_done_is_at_a_hundred(
    prepare, adviser, score, everything
):
    session, secret = _with_points(prepare, adviser)
    open_round(by=adviser, session=session)
    assert score(secret, {**everything(3), "punten:impact": 60}).json()["done"] is False
    assert score(secret, {}, done=True).status_code == 422
    assert score(secret, {"punten:trend": 40}).json()["done"] is True


def test_dots_are_divided_and_no_more_than_there_are(client, prepare, adviser, score):
    session = open_door(by=adviser, session=prepare(scale="dots", dots=5))
    secret = _join(session)
    open_round(by=adviser, session=session)
    assert score(secret, {"jeugd:dots": 3}).json()["status"] == "3 van 5 stippen verdeeld, bewaard."
    assert score(secret, {"digitaal:dots": 2}).json()["done"] is True
    answer = score(secret, {"ondermijning:dots": 1})
    assert "U verdeelde 6 stippen, en u heeft er 5. Haal er 1 weg." in answer.json()["problem"]
    assert "Aantal stippen" in client.get(me(secret)).content.decode()


def test_a_second_person_on_one_link_is_seen_by_both_and_loses_nothing(opened, secret, score):
    first = score(secret, {"jeugd:impact": 4}).json()
    second = score(secret, {"digitaal:impact": 2}).json()
    assert second["fields"] == {"jeugd:impact": 4, "digitaal:impact": 2}
    assert second["revision"] > first["revision"]


def test_what_comes_after_the_round_is_shown_back_and_not_counted(
    client, adviser, opened, secret, score
):
    score(secret, {"jeugd:impact": 4})
    counted = close_round(by=adviser, round_=opened).counted
    late = score(secret, {"digitaal:impact": 2})
    assert (late.status_code, late.json()["closed"]) == (409, True)
    page = client.post(me(secret), {"digitaal:impact": "2", "jeugd:trend": ""})
    words = page.content.decode()
    assert page.status_code == 409
    assert "De ronde is gesloten. Dit telt niet meer mee." in words
    assert "Digitaal, Invloed op Molendrecht: 2" in words
    assert [one.marks for one in counted.all()] == [{"jeugd": {"impact": 4}}]
    assert not Ballot.objects.exists()


def test_before_the_first_round_there_is_nothing_to_save(secret, score):
    assert score(secret, {"jeugd:impact": 4}).status_code == 409


def test_a_phone_is_told_nothing_while_nothing_changes(client, adviser, opened, secret, score):
    ask = me(secret, "participant-stand")
    first = client.get(ask)
    assert first.json()["stage"] == "open-1"
    assert 0 < first.json()["left"] <= 300
    same = client.get(ask, HTTP_IF_NONE_MATCH=first["ETag"])
    assert (same.status_code, same.content) == (304, b"")
    for change in (
        lambda: score(secret, {"jeugd:impact": 4}),
        lambda: extend_round(by=adviser, round_=opened),
        lambda: close_round(by=adviser, round_=opened),
    ):
        change()
        other = client.get(ask, HTTP_IF_NONE_MATCH=first["ETag"])
        assert other.status_code == 200
        first = other
    assert first.json() == {"stage": "closed-1", "revision": 0, "left": None}


def test_asking_how_it_stands_costs_the_tenant_and_one_query(client, opened, secret):
    ask = me(secret, "participant-stand")
    client.get(ask)
    with CaptureQueriesContext(connection) as caught:
        client.get(ask)
    own = [one["sql"] for one in caught if "FROM" in one["sql"]]
    assert len(own) == 1, own


def test_saving_writes_one_event_per_ballot_and_no_score(opened, secret, score, everything):
    for mark in (1, 2, 3):
        score(secret, everything(mark))
    events = Event.objects.filter(verb="session.began_scoring")
    assert [one.details for one in events] == [{"number": 1}]
    recorded = Event.objects.exclude(verb__in=["session.joined", "session.began_scoring"])
    assert not recorded.filter(verb__contains="ballot").exists()


def _with_points(prepare, adviser):
    session = open_door(by=adviser, session=prepare(asks_weights=True))
    return session, _join(session)


def _join(session):
    from integraal.policy.priorities.joining.actions import join
    from integraal.policy.priorities.joining.people import Who
    from integraal.policy.priorities.joining.queries import participant_actor

    by = participant_actor(session.tenant_id)
    return join(by=by, session=session, who=Who("Griffier", "staff"))[1]
