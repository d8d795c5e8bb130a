"""After closing nobody can tell whose score it was; before, nobody sees a score at all."""

from __future__ import annotations

import json
import re

import pytest
from django.db import connection
from django.urls import reverse

from integraal.foundation.audit.models import Event
from integraal.foundation.people.access import NotAllowed
from integraal.policy.priorities.leading.people.actions import take_out
from integraal.policy.priorities.leading.rounds.actions import close_round, open_round
from integraal.policy.priorities.models import Ballot, CountedBallot, Participant
from integraal.policy.priorities.progress import result_of_round
from integraal.policy.priorities.refusals import SessionRefused

THEMES = ("ondermijning", "jeugd", "digitaal")
SCREENS = ("session-lead", "session-lead-stand", "session-screen", "session-screen-stand")


def rows_of_every_table():
    """Every row of every table of the database, as text."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
            " AND table_type = 'BASE TABLE'"
        )
        names = [row[0] for row in cursor.fetchall()]
        found = {}
        for name in names:
            cursor.execute(f'SELECT row_to_json(t)::text FROM "{name}" t')
            found[name] = [row[0] for row in cursor.fetchall()]
    return found


@pytest.fixture
def many(come_in):
    """Six council members, five partners and two residents."""
    groups = ["council"] * 6 + ["partner"] * 5 + ["resident"] * 2
    return [come_in(f"Deelnemer {at}", group) for at, group in enumerate(groups)]


@pytest.fixture
def scored(adviser, held, many, score):
    """A round in which everybody gave marks that are theirs alone."""
    opened = open_round(by=adviser, session=held)
    for at, (_, secret) in enumerate(many):
        marks = {f"{theme}:impact": (at // 5**i) % 5 + 1 for i, theme in enumerate(THEMES)}
        assert score(secret, {**marks, "jeugd:trend": at % 5 + 1}).status_code == 200
    return opened


def test_closing_counts_every_ballot_anew_and_removes_the_ballots(adviser, scored):
    before = list(Ballot.objects.order_by("pk"))
    close_round(by=adviser, round_=scored)
    counted = list(CountedBallot.objects.all())
    assert not Ballot.objects.exists()
    assert sorted(json.dumps(one.marks, sort_keys=True) for one in counted) == sorted(
        json.dumps(one.marks, sort_keys=True) for one in before
    )
    assert not {one.pk for one in before} & {one.pk for one in counted}


def test_no_table_lets_one_go_from_a_person_to_a_score(adviser, scored):
    """Nothing outside the counted ballots holds a mark, and nothing in them leads elsewhere."""
    ballots = {str(one.pk) for one in Ballot.objects.all()}
    people = {str(one.pk): one for one in Participant.objects.all()}
    close_round(by=adviser, round_=scored)
    everything = rows_of_every_table()
    counted = [json.loads(row) for row in everything.pop("priorities_countedballot")]
    assert len(counted) == 13
    assert set(counted[0]) == {"id", "tenant_id", "round_id", "group", "marks", "points"}
    told = json.dumps(counted)
    for person_id, person in people.items():
        assert person_id not in told
        assert person.name not in told
        assert person.digest not in told
    elsewhere = "\n".join(row for rows in everything.values() for row in rows)
    for one in counted:
        assert one["id"] not in elsewhere
    for ballot in ballots:
        assert ballot not in elsewhere
    assert not re.findall(r'"(?:marks|impact|trend)": ?[{0-9].*', elsewhere)


def test_the_table_stands_in_the_order_of_random_identifiers(adviser, scored):
    """On each page of the table the rows lie in the order of the identifiers, and no other.

    Which page comes first is the database's: it fills holes that earlier rows left.
    """
    close_round(by=adviser, round_=scored)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT (ctid::text::point)[0], id FROM priorities_countedballot ORDER BY ctid"
        )
        lying = [(page, str(row)) for page, row in cursor.fetchall()]
    assert lying == sorted(lying)
    assert len(lying) == 13


def test_in_which_order_somebody_filled_in_does_not_mark_a_ballot(adviser, held, come_in, score):
    (_, first), (_, second) = come_in("Een"), come_in("Twee")
    opened = open_round(by=adviser, session=held)
    score(first, {"jeugd:impact": 3})
    score(first, {"digitaal:trend": 3})
    score(second, {"digitaal:trend": 3})
    score(second, {"jeugd:impact": 3})
    close_round(by=adviser, round_=opened)
    assert len({json.dumps(one.marks) for one in CountedBallot.objects.all()}) == 1


def test_a_small_group_is_told_nowhere_and_neither_is_what_is_left(adviser, scored):
    """Two residents alone would be the ballots without a group; so the partners go with them."""
    close_round(by=adviser, round_=scored)
    groups = list(CountedBallot.objects.values_list("group", flat=True))
    assert sorted(groups) == [""] * 7 + ["council"] * 6


def test_the_trail_and_the_log_hold_no_score(adviser, scored, caplog):
    with caplog.at_level("DEBUG"):
        close_round(by=adviser, round_=scored)
    events = Event.objects.filter(verb__startswith="session.")
    assert {key for one in events for key in one.details} <= {
        "session", "number", "counted", "year", "version"
    }  # fmt: skip
    assert "impact" not in caplog.text
    assert events.filter(verb="session.began_scoring").count() == 13


def test_while_a_round_is_open_no_page_and_no_answer_holds_a_score(
    client, sign_in, adviser, mayor, held, come_in, score
):
    _, one = come_in("Een")
    _, other = come_in("Twee")
    open_round(by=adviser, session=held)
    nothing = _pages(client, sign_in, adviser, mayor, held, other)
    score(one, {"jeugd:impact": 5})
    something = _pages(client, sign_in, adviser, mayor, held, other)
    assert something == nothing


def test_a_round_that_is_open_has_no_result(scored):
    with pytest.raises(ValueError, match="no result"):
        result_of_round(scored)


def test_nobody_closes_twice_and_only_who_leads_closes(adviser, mayor, scored):
    with pytest.raises(NotAllowed):
        close_round(by=mayor, round_=scored)
    close_round(by=adviser, round_=scored)
    with pytest.raises(SessionRefused, match="Ronde 1 is al gesloten"):
        close_round(by=adviser, round_=scored)


def test_an_empty_ballot_does_not_count_and_unfinished_points_neither(
    adviser, prepare, held, come_in, score
):
    held.asks_weights = True
    held.save()
    (_, empty), (_, half), (_, whole) = (come_in(name) for name in ("Leeg", "Half", "Heel"))
    opened = open_round(by=adviser, session=held)
    score(empty, {})
    score(half, {"jeugd:impact": 2, "punten:impact": 60})
    score(whole, {"jeugd:impact": 4, "punten:impact": 60, "punten:trend": 40})
    close_round(by=adviser, round_=opened)
    points = {one.marks["jeugd"]["impact"]: one.points for one in CountedBallot.objects.all()}
    assert points == {2: {}, 4: {"impact": 60, "trend": 40}}


def test_who_is_taken_out_does_not_count(adviser, held, come_in, score):
    (twice, secret), (_, stays) = come_in("Dubbel"), come_in("Blijft")
    opened = open_round(by=adviser, session=held)
    score(secret, {"jeugd:impact": 1})
    score(stays, {"jeugd:impact": 5})
    take_out(by=adviser, participant=twice)
    close_round(by=adviser, round_=opened)
    assert [one.marks for one in CountedBallot.objects.all()] == [{"jeugd": {"impact": 5}}]


def _pages(client, sign_in, adviser, mayor, held, phone):
    """What leader, chair and another participant see, without what counts who is done."""
    found = []
    for who, names in ((adviser, SCREENS), (mayor, SCREENS[2:])):
        sign_in(client, who)
        for name in names:
            page = client.get(reverse(name, args=[held.pk])).content.decode()
            found.append(_without_tokens(page))
    client.logout()
    for name in ("participant", "participant-stand"):
        found.append(_without_tokens(client.get(reverse(name, args=[phone])).content.decode()))
    return found


def _without_tokens(page):
    lines = [line for line in page.splitlines() if "csrfmiddlewaretoken" not in line]
    return "\n".join(lines)
