"""A personal calendar address: what it gives, to whom, and that it stops when it must."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from integraal.foundation.database.tenancy import tenant_scope
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.foundation.links import brake
from integraal.foundation.links.derived import derived_secret
from integraal.foundation.people.models import Member
from integraal.policy.programme.calendar.actions import make_feed, revoke_feed
from integraal.policy.programme.calendar.feeds import KIND, PREFIX, secret_of
from integraal.policy.programme.content import build_content
from integraal.policy.programme.measures.actions import add_measure, change_measure
from integraal.policy.programme.models import Asking, CalendarFeed, Progress
from tests.provisions import employ_at


@pytest.fixture
def adopted(adviser, programme, measure):
    """Two measures, one of the adviser with a milestone, adopted."""
    change_measure(
        by=adviser, programme=programme, key=measure.key, base_revision=1,
        fields={"owner": Member.objects.get(pk=adviser.member_id)},
        milestones=[(None, "Eerste avond; met koffie", date(2027, 3, 1))],
    )  # fmt: skip
    add_measure(
        by=adviser, programme=programme, theme="jeugd", title="Straathoekwerk",
        ends_on=date(2028, 6, 30),
    )  # fmt: skip
    lifecycle.propose(programme, by=adviser, verb="programme.started")
    decision = lifecycle.Decision("college", date(2026, 11, 1), "C-1")
    lifecycle.adopt(
        programme, by=adviser, verb="programme.started", decision=decision,
        content=build_content(programme),
    )  # fmt: skip
    return programme


@pytest.fixture
def secret(adviser, adopted):
    return secret_of(make_feed(by=adviser))


def calendar(client, secret, query="", status=200):
    answer = client.get(f"/agenda/{secret}.ics{query}")
    assert answer.status_code == status
    return answer.content.decode().replace("\r\n ", "")


def test_somebody_gets_the_days_of_their_own_measures(client, adviser, adopted, measure, secret):
    today = timezone.localdate()
    Asking.objects.create(
        tenant_id=adopted.tenant_id, programme=adopted, member_id=adviser.member_id,
        asked_on=today, due_on=today + timedelta(days=14), ends_on=today + timedelta(days=60),
    )  # fmt: skip
    text = calendar(client, secret)
    assert f"SUMMARY:Loopt af: {measure.title}" in text
    assert "SUMMARY:Mijlpaal: Eerste avond\\; met koffie" in text
    assert "SUMMARY:Bijwerken: Uitvoeringsprogramma 2027-2028" in text
    assert text.count("BEGIN:VEVENT") == 3
    assert text == calendar(client, secret)  # the same names and stamps every time
    answer = client.get(f"/agenda/{secret}.ics")
    assert answer.headers["Content-Type"].startswith("text/calendar")
    assert "no-store" in answer.headers["Cache-Control"]


def test_no_person_is_named(client, adviser, adopted, secret):
    assert adviser.name not in calendar(client, secret, "?alles=1")


def test_only_the_adviser_gets_all_measures(client, employ, secret):
    assert "Straathoekwerk" not in calendar(client, secret)
    assert "Straathoekwerk" in calendar(client, secret, "?alles=1")
    other = secret_of(make_feed(by=employ("partner", name="Partner Molendrecht")))
    assert "BEGIN:VEVENT" not in calendar(client, other, "?alles=1")


def test_a_draft_and_what_was_stopped_are_in_nobodys_calendar(client, adviser, programme, measure):
    other = secret_of(make_feed(by=adviser))
    assert "BEGIN:VEVENT" not in calendar(client, other, "?alles=1")


def test_what_was_stopped_is_left_out(client, adopted, measure, secret):
    Progress.objects.create(
        tenant_id=adopted.tenant_id, lineage=adopted.lineage, measure=measure.key, status="stopped"
    )
    assert measure.title not in calendar(client, secret)


def test_a_new_address_ends_the_old_one_and_revoking_ends_all(client, adviser, secret):
    fresh = secret_of(make_feed(by=adviser))
    assert fresh != secret
    calendar(client, secret, status=404)
    calendar(client, fresh)
    revoke_feed(by=adviser)
    calendar(client, fresh, status=404)


def test_it_ends_after_a_year_and_when_somebody_leaves(client, adviser, secret):
    feed = CalendarFeed.objects.get()
    assert feed.ends_on == feed.made_on + timedelta(days=365)
    CalendarFeed.objects.update(ends_on=timezone.localdate() - timedelta(days=1))
    calendar(client, secret, status=404)
    CalendarFeed.objects.update(ends_on=timezone.localdate())
    calendar(client, secret)
    Member.objects.filter(pk=adviser.member_id).update(active_until=timezone.localdate())
    calendar(client, secret, status=404)


def test_a_forged_address_gives_nothing_and_the_same_nothing(client, adviser, secret):
    feed = CalendarFeed.objects.get()
    forged = [
        "x", "igc_1_x", secret[:-1], secret[:-1] + ("a" if secret[-1] != "a" else "b"),
        secret.upper(), derived_secret("igu", feed.tenant_id, feed.pk),
        derived_secret(PREFIX, feed.tenant_id + 1, feed.pk),
        derived_secret(PREFIX, feed.tenant_id, feed.member_id),
    ]  # fmt: skip
    answers = {calendar(client, one, status=404) for one in forged}
    assert answers == {"Deze agenda is er niet."}


def test_a_secret_stands_nowhere_in_the_database(adviser, secret):
    row = CalendarFeed.objects.values().get()
    assert not any(secret.split("_")[2][26:] in str(value) for value in row.values())


def test_guessing_is_braked(client, monkeypatch, secret):
    monkeypatch.setattr(brake, "WRONG_IN_A_MINUTE", 3)
    tenant = CalendarFeed.objects.get().tenant_id
    for _ in range(3):
        calendar(client, secret[:-4] + "aaaa", status=404)
    assert brake.is_on(tenant, KIND)
    calendar(client, secret, status=404)


def test_another_municipality_has_another_calendar(client, adviser, adopted, secret, oostwaard):
    with tenant_scope(oostwaard.pk):
        stranger = employ_at(oostwaard, "adviser")
        theirs = secret_of(make_feed(by=stranger))
    assert "BEGIN:VEVENT" not in calendar(client, theirs, "?alles=1")


def test_on_screen_an_address_is_made_made_anew_and_revoked(client, sign_in, adviser, adopted):
    sign_in(client, adviser)
    assert "Maak mijn agenda" in client.get("/agenda/").content.decode()
    client.post("/agenda/nieuw/")
    page = client.get("/agenda/").content.decode()
    first = secret_of(CalendarFeed.objects.get(revoked_on=None))
    assert f"/agenda/{first}.ics" in page
    assert f"/agenda/{first}.ics?alles=1" in page
    client.post("/agenda/nieuw/")
    assert first not in client.get("/agenda/").content.decode()
    client.post("/agenda/intrekken/")
    assert "Maak mijn agenda" in client.get("/agenda/").content.decode()
