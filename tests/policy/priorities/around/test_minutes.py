"""The minutes: proposed when something is decided, signed off by the mayor, then they stand."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from integraal.foundation.lifecycle.freezing import fingerprint
from integraal.foundation.lifecycle.states import ImpossibleMove
from integraal.foundation.people.access import NotAllowed
from integraal.policy.priorities.actions import start_next_version
from integraal.policy.priorities.deciding.actions import decide_theme
from integraal.policy.priorities.deciding.rules import Choice
from integraal.policy.priorities.minutes.actions import (
    propose_minutes,
    send_back_minutes,
    sign_minutes,
)
from integraal.policy.priorities.models import Session
from integraal.policy.priorities.preparing.actions import change_settings
from integraal.policy.priorities.preparing.queries import settings_of
from integraal.policy.priorities.queries import chosen, sessions, signed_session
from integraal.policy.priorities.refusals import SessionRefused


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def decided(adviser, session, today) -> Session:
    """A session of today with one decision."""
    youth = session.candidates.get(code="jeugd")
    choice = Choice("priority", reason="Meer jonge aanwas", dissent="Eén lid koos anders")
    decide_theme(by=adviser, candidate=youth, choice=choice, base_revision=0)
    return _held(adviser, session, today)


def _held(adviser, session, day):
    settings = settings_of(session)
    changed = type(settings)(**{**vars(settings), "held_on": day, "chair": "Burgemeester"})
    return change_settings(
        by=adviser, session=session, settings=changed, base_revision=session.revision
    )


def test_the_adviser_proposes_and_the_mayor_signs(adviser, mayor, decided, today):
    propose_minutes(by=adviser, session=decided)
    signed = sign_minutes(by=mayor, session=decided, on=today, number="2026-14")
    assert (signed.state, signed.adopting_body) == ("adopted", "burgemeester")
    assert signed.fingerprint == fingerprint(signed.frozen)
    [first, *_] = signed.frozen["decisions"]
    assert (first["name"], first["outcome_words"]) == ("Jeugd en veiligheid", "prioriteit")
    assert first["dissent"] == "Eén lid koos anders"
    assert signed.frozen["picture"]["fingerprint"] == decided.picture.fingerprint
    [home, *_] = signed.frozen["figures"]
    assert home["theme"] == "woonomgeving"
    assert home["indicators"]
    assert signed_session(mayor) == signed


def test_nothing_decided_is_nothing_to_propose(adviser, session, today):
    _held(adviser, session, today)
    with pytest.raises(SessionRefused, match="ten minste één thema"):
        propose_minutes(by=adviser, session=session)


def test_a_day_in_the_future_waits(adviser, decided, today):
    _held(adviser, decided, today + timedelta(days=1))
    with pytest.raises(SessionRefused, match="in de toekomst"):
        propose_minutes(by=adviser, session=decided)


def test_without_a_day_there_are_no_minutes(adviser, decided):
    _held(adviser, decided, None)
    with pytest.raises(SessionRefused, match="op welke dag"):
        propose_minutes(by=adviser, session=decided)


def test_the_mayor_signs_what_is_proposed_and_nobody_else_does(adviser, mayor, decided, today):
    with pytest.raises(ImpossibleMove):
        sign_minutes(by=mayor, session=decided, on=today)
    propose_minutes(by=adviser, session=decided)
    with pytest.raises(NotAllowed, match="aftekenen"):
        sign_minutes(by=adviser, session=decided, on=today)


@pytest.mark.parametrize(("days", "says"), [(1, "in de toekomst"), (-1, "vóór de dag")])
def test_the_day_of_the_signature_can_be(adviser, mayor, decided, today, days, says):
    propose_minutes(by=adviser, session=decided)
    with pytest.raises(SessionRefused, match=says):
        sign_minutes(by=mayor, session=decided, on=today + timedelta(days=days))


def test_what_is_sent_back_says_why(adviser, mayor, decided):
    propose_minutes(by=adviser, session=decided)
    with pytest.raises(SessionRefused, match="wat er anders moet"):
        send_back_minutes(by=mayor, session=decided, reason=" ")
    back = send_back_minutes(by=mayor, session=decided, reason="Noem de partners")
    assert (back.state, back.returned_reason) == ("draft", "Noem de partners")


def test_proposed_minutes_do_not_change(adviser, decided):
    propose_minutes(by=adviser, session=decided)
    with pytest.raises(NotAllowed, match="staat vast"):
        decide_theme(
            by=adviser, candidate=decided.candidates.get(code="jeugd"), choice=Choice("not"),
            base_revision=1,
        )  # fmt: skip


def test_a_next_version_supersedes_the_one_before(adviser, mayor, decided, today):
    propose_minutes(by=adviser, session=decided)
    signed = sign_minutes(by=mayor, session=decided, on=today)
    following = start_next_version(by=adviser, session=signed)
    assert [one.outcome for one in chosen(following)][:1] == ["priority"]
    propose_minutes(by=adviser, session=following)
    sign_minutes(by=mayor, session=following, on=today)
    assert Session.objects.get(pk=signed.pk).state == "superseded"


def test_a_councillor_reads_only_signed_minutes(employ, adviser, mayor, decided, today):
    councillor = employ("councillor")
    assert not sessions(councillor).exists()
    propose_minutes(by=adviser, session=decided)
    sign_minutes(by=mayor, session=decided, on=today)
    assert sessions(councillor).get() == decided


def test_the_day_of_the_minutes_is_text(adviser, decided):
    from integraal.policy.priorities.minutes.content import content_of

    assert date.fromisoformat(content_of(decided)["held_on"]) == decided.held_on
