"""Asking at a rhythm, one mail each; reminding, missing, and what the adviser sees of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from integraal.foundation.outbox.models import Message
from integraal.foundation.outbox.sending import send_due
from integraal.foundation.people.access import NotAllowed
from integraal.policy.programme.measures.actions import add_measure, change_measure
from integraal.policy.programme.models import Asking, Programme
from integraal.policy.programme.refusals import ProgrammeRefused
from integraal.policy.programme.updating import queries
from integraal.policy.programme.updating.asking import actions
from integraal.policy.programme.updating.rules import (
    Asked,
    Said,
    is_round_due,
    missed_in_a_row,
    misses,
    months_later,
)
from integraal.policy.programme.updating.saying.actions import say_update
from tests.policy.programme.updating.conftest import adopted

DAY = date(2027, 3, 1)


@pytest.fixture
def mail_is_set_up(settings):
    settings.MAIL_LACKS, settings.ADDRESS = [], "https://integraal.example"
    settings.DEFAULT_FROM_EMAIL = "veiligheid@molendrecht.example"


def test_each_person_gets_one_mail_with_a_link_that_works(
    client, adviser, running, measures, mail_is_set_up
):
    asked = actions.ask_for_updates(by=adviser, programme=running)
    assert [one.member.name for one in asked] == ["Kim Zandstra (fictief)"]
    assert send_due()["sent"] == 1
    letter = mail.outbox[0]
    assert letter.to == ["kim@brug.example"]
    assert all(one.title in letter.body for one in measures)
    assert "https://integraal.example/bijwerken/igu_" in letter.body
    assert letter.extra_headers["Message-ID"] == Message.objects.get().message_id
    link = next(line for line in letter.body.splitlines() if line.startswith("https://"))
    assert client.get(link.removeprefix("https://integraal.example")).status_code == 200
    with pytest.raises(ProgrammeRefused, match="niemand om te vragen"):
        actions.ask_for_updates(by=adviser, programme=running)
    assert Asking.objects.count() == 1


def test_the_deputy_is_asked_when_the_owner_left(adviser, running, measures, owner, somebody):
    deputy = somebody("Sam Vervanger (fictief)", "sam@brug.example")
    change_measure(
        by=adviser, programme=running, key=measures[0].key, base_revision=measures[0].revision,
        fields={"deputy": deputy},
    )  # fmt: skip
    owner.active_until = timezone.localdate()
    owner.save()
    asked = actions.ask_for_updates(by=adviser, programme=running)
    assert [one.member for one in asked] == [deputy]
    silent = {one.measure.title: one.reasons for one in queries.silent(running)}
    assert "no_owner" in silent[measures[0].title]


def test_finished_measures_are_not_asked_about(adviser, running, measures):
    for one in measures:
        say_update(by=adviser, programme=running, key=one.key, said=Said(status="done"))
    with pytest.raises(ProgrammeRefused):
        actions.ask_for_updates(by=adviser, programme=running)
    assert queries.silent(running) == []


def test_who_answered_meanwhile_gets_no_mail(adviser, running, measures, mail_is_set_up):
    actions.ask_for_updates(by=adviser, programme=running)
    for one in measures:
        say_update(by=adviser, programme=running, key=one.key, said=Said(status="running"))
    assert Asking.objects.get().answered_on == timezone.localdate()
    assert send_due()["cancelled"] == 1
    assert mail.outbox == []


def test_a_draft_is_not_asked_about_and_only_the_adviser_asks(adviser, mayor, programme, measures):
    with pytest.raises(ProgrammeRefused, match="vastgesteld"):
        actions.ask_for_updates(by=adviser, programme=programme)
    with pytest.raises(NotAllowed):
        actions.ask_for_updates(by=mayor, programme=adopted(adviser, programme))


def test_every_day_the_product_asks_and_reminds_where_it_is_time(adviser, running, measures):
    by, today = adviser, timezone.localdate()
    assert actions.ask_when_due(by=by) == 0
    Programme.objects.filter(pk=running.pk).update(first_year=today.year, last_year=today.year + 1)
    long_ago = today - timedelta(days=100)
    actions.ask_for_updates(by=by, programme=running, on=long_ago)
    assert not Message.objects.exists()
    assert actions.ask_when_due(by=by) == 1
    assert actions.ask_when_due(by=by) == 0
    late = today - timedelta(days=8)
    Asking.objects.filter(asked_on=today).update(asked_on=late, due_on=today - timedelta(days=1))
    assert actions.ask_when_due(by=by) == 1
    assert Message.objects.filter(kind="programme.update_reminder").count() == 1
    assert actions.ask_when_due(by=by) == 0
    with pytest.raises(ProgrammeRefused, match="Vandaag ging er al een mail"):
        actions.remind(by=by, asking=Asking.objects.get(asked_on=late))


def test_after_two_misses_the_adviser_sees_it(client, sign_in, adviser, running, measures):
    today = timezone.localdate()
    asked = actions.ask_for_updates(by=adviser, programme=running, on=today - timedelta(days=20))
    page = reverse("programme-updates", args=[running.pk])
    sign_in(client, adviser)
    assert "Twee keer of vaker gemist" not in client.get(page).content.decode()
    Asking.objects.filter(pk=asked[0].pk).update(reminded_on=today - timedelta(days=9))
    words = client.get(page).content.decode()
    assert "Twee keer of vaker gemist" in words
    assert "2 keer gevraagd zonder antwoord" in words
    reasons = {one.reasons for one in queries.silent(running)}
    assert reasons == {("never", "missed"), ("no_owner", "never")} or reasons == {
        ("never", "missed")
    }


def test_the_page_of_the_adviser(client, sign_in, adviser, running, measures, asking, address):
    say_update(
        by=adviser, programme=running, key=measures[0].key,
        said=Said(status="running", obstacle="Geen zaal.", help_wanted="Een sleutel."),
    )  # fmt: skip
    sign_in(client, adviser)
    words = client.get(reverse("programme-updates", args=[running.pk])).content.decode()
    for part in (
        "Hulp gevraagd",
        "Een sleutel.",
        "Geen zaal.",
        "nog nooit bijgewerkt",
    ):
        assert part in words
    person = reverse("programme-updates-person", args=[running.pk, asking.member_id])
    assert "Kim Zandstra" in client.get(person).content.decode()
    later = timezone.localdate() + timedelta(days=90)
    assert client.post(person, {"ends_on": later.isoformat()}).status_code == 302
    assert Asking.objects.get().ends_on == later
    wrong = client.post(person, {"ends_on": "2020-01-01"})
    assert wrong.status_code == 422
    assert "ligt in het verleden" in wrong.content.decode()
    client.post(reverse("programme-updates-revoke", args=[running.pk, asking.pk]))
    assert Asking.objects.get().revoked_on == timezone.localdate()
    assert Message.objects.get().state == "cancelled"
    assert client.get(address).status_code == 410
    client.post(reverse("programme-updates-rhythm", args=[running.pk]), {"months": "1"})
    assert Programme.objects.get(pk=running.pk).rhythm == 1
    excel = client.get(reverse("programme-updates-xlsx", args=[running.pk]))
    assert excel.content[:2] == b"PK"


def test_a_reader_without_a_role_does_not_see_who_missed_what(client, sign_in, employ, running):
    sign_in(client, employ("councillor"))
    assert client.get(reverse("programme-updates", args=[running.pk])).status_code == 403


def test_as_many_queries_for_many_measures(client, sign_in, adviser, programme, measures, somebody):
    for number in range(40):
        owner = somebody(f"Eigenaar {number} (fictief)", f"e{number}@brug.example")
        add_measure(
            by=adviser, programme=programme, theme="woonomgeving", title=f"Maatregel {number}",
            owner=owner,
        )  # fmt: skip
    running = adopted(adviser, programme)
    actions.ask_for_updates(by=adviser, programme=running)
    sign_in(client, adviser)
    page = reverse("programme-updates", args=[running.pk])
    client.get(page)
    with CaptureQueriesContext(connection) as found:
        assert client.get(page).status_code == 200
    # Savepoints and the tenant of the test around it are of the test itself.
    asked = [one["sql"] for one in found.captured_queries]
    assert len([sql for sql in asked if "SAVEPOINT" not in sql and "tenant'" not in sql]) <= 15


@pytest.mark.parametrize(
    ("reminded", "answered", "on", "times"),
    [
        (None, None, DAY + timedelta(days=7), 0),
        (None, None, DAY + timedelta(days=8), 1),
        (DAY + timedelta(days=8), None, DAY + timedelta(days=15), 1),
        (DAY + timedelta(days=8), None, DAY + timedelta(days=16), 2),
        (DAY + timedelta(days=8), DAY + timedelta(days=20), DAY + timedelta(days=30), 0),
    ],
)
def test_how_often_a_request_was_let_pass(reminded, answered, on, times):
    one = Asked(DAY, DAY + timedelta(days=7), reminded, answered, None)
    assert misses(one, on) == times


def test_misses_count_since_the_last_answer():
    due = timedelta(days=7)
    first = Asked(DAY, DAY + due, None, None, None)
    answered = Asked(date(2027, 6, 1), date(2027, 6, 8), None, date(2027, 6, 2), None)
    later = Asked(date(2027, 9, 1), date(2027, 9, 8), date(2027, 9, 9), None, None)
    assert missed_in_a_row([first, answered, later], date(2027, 12, 1)) == 2
    assert missed_in_a_row([first, answered], date(2027, 12, 1)) == 0


def test_when_a_round_is_due():
    assert months_later(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert is_round_due(DAY, 3, 2028, date(2027, 6, 1))
    assert not is_round_due(DAY, 3, 2028, date(2027, 5, 31))
    assert not is_round_due(DAY, 0, 2028, date(2028, 5, 31))
    assert not is_round_due(DAY, 3, 2028, date(2029, 1, 1))
