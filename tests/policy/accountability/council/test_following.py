"""Following a theme: what is new for a reader, and nothing that he may not see."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from integraal.foundation.audit.actors import Actor, Through
from integraal.foundation.audit.models import Event
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.foundation.people.access import NotAllowed
from integraal.policy.accountability.following.actions import follow_theme, leave_theme, mark_seen
from integraal.policy.accountability.following.queries import followed
from integraal.policy.accountability.models import FollowedTheme, Report
from integraal.policy.accountability.questions.actions import keep_question, write_answer
from integraal.policy.accountability.questions.fields import Asked
from integraal.policy.accountability.refusals import AccountRefused
from integraal.policy.accountability.reports.content import build_content
from integraal.policy.monitoring.models import Deviation
from integraal.policy.programme.actions import start_next_version
from integraal.policy.programme.content import build_content as programme_content
from integraal.policy.programme.measures.actions import add_measure
from integraal.policy.programme.models import ProgrammeChange, Update

THEME = "woonomgeving"


@pytest.fixture
def running(adviser, programme, measure):
    """The programme in force since before anybody followed anything."""
    lifecycle.propose(programme, by=adviser, verb="programme.proposed")
    decision = lifecycle.Decision("college", timezone.localdate(), "C-1")
    content = programme_content(programme)
    lifecycle.adopt(programme, by=adviser, verb="programme.adopted", decision=decision,
                    content=content)  # fmt: skip
    return programme


@pytest.fixture
def follower(councillor, running):
    follow_theme(by=councillor, theme=THEME)
    return councillor


def looked(by, days=3):
    """Let somebody have looked some days ago."""
    seen_at = timezone.now() - timedelta(days=days)
    FollowedTheme.objects.filter(member_id=by.member_id).update(seen_at=seen_at)


def say(measure, **given):
    return Update.objects.create(
        tenant_id=measure.tenant_id, lineage=measure.programme.lineage, measure=measure.key,
        **{"status": "running", "said_on": timezone.localdate(), "done": "Zes avonden gehouden.",
           **given},
    )  # fmt: skip


def answer(clerk, *, on=None, theme=THEME, text="Ja, ze helpen."):
    asked = Asked("Camera’s", "Helpen ze?", "Fractie Voorbeeld", date(2026, 3, 1), theme=theme)
    row = keep_question(by=clerk, asked=asked)
    return write_answer(by=clerk, question=row, text=text, answered_on=on, base_revision=1)


def words(by):
    return [one.words for one in followed(by)]


def test_a_councillor_follows_a_theme_and_has_seen_it_by_opening_it(
    client, follower, clerk, measure, sign_in
):
    assert words(follower) == [""]
    answer(clerk, on=timezone.localdate())
    looked(follower, 1)
    say(measure)
    assert "1 bijwerking" in words(follower)[0]
    assert "1 antwoord op een raadsvraag" in words(follower)[0]
    reader = sign_in(client, follower)
    page = reader.get(reverse("followed-theme", args=[THEME])).content.decode()
    for shown in ("Zes avonden gehouden.", "Elke wijk een preventieavond", "Minder inbraken",
                  "Fractie Voorbeeld", ">nieuw<"):  # fmt: skip
        assert shown in page
    assert words(follower) == [""]
    again = reader.get(reverse("followed-theme", args=[THEME])).content.decode()
    assert ">nieuw<" not in again
    assert "Zes avonden gehouden." in again


def test_what_is_adopted_and_decided_is_new(adviser, follower, running, report):
    looked(follower)
    lifecycle.propose(report, by=adviser, verb="plan.proposed")
    decision = lifecycle.Decision("college", timezone.localdate(), "C-2")
    lifecycle.adopt(report, by=adviser, verb="plan.adopted", decision=decision,
                    content=build_content(report))  # fmt: skip
    ProgrammeChange.objects.create(
        tenant_id=running.tenant_id, programme=running, title="Meer toezicht", cause="figure",
        decision="Meer uren.", decided_by="college", decided_on=timezone.localdate(),
        made_on=timezone.localdate(),
    )  # fmt: skip
    assert words(follower) == ["1 rapport, 1 versie van het programma en 1 wijziging"]


def test_nothing_that_is_not_settled_is_new_for_anybody(
    client, adviser, follower, clerk, running, measure, report, sign_in
):
    looked(follower)
    FollowedTheme.objects.create(
        tenant_id=adviser.tenant_id, member_id=adviser.member_id, theme=THEME,
        seen_at=timezone.now() + timedelta(minutes=-1),
    )  # fmt: skip
    say(measure, help_wanted="Er is een collega ziek.", obstacle="Geen zaal.")
    Report.objects.filter(pk=report.pk).update(title="Geheim concept")
    ProgrammeChange.objects.create(
        tenant_id=running.tenant_id, programme=running, title="Onbesloten wijziging",
        cause="figure", made_on=timezone.localdate(),
    )  # fmt: skip
    following = start_next_version(by=adviser, programme=running)
    add_measure(by=adviser, programme=following, theme=THEME, title="Nog niet besloten maatregel")
    answer(clerk, text="Dit wordt nog geschreven.")
    Deviation.objects.create(
        tenant_id=adviser.tenant_id, title="Afwijking in stilte", cause="figure", what="x",
        opened_on=timezone.localdate(),
    )  # fmt: skip
    for who in (follower, adviser):
        page = sign_in(client, who).get(reverse("followed-theme", args=[THEME])).content.decode()
        for hidden in ("collega ziek", "Geen zaal", "Geheim concept", "Onbesloten wijziging",
                       "Nog niet besloten", "nog geschreven", "Afwijking in stilte"):  # fmt: skip
            assert hidden not in page
        assert "Zes avonden gehouden." in page


def test_another_theme_and_an_older_update_are_not_new(clerk, follower, measure):
    looked(follower, 1)
    say(measure, said_on=timezone.localdate() - timedelta(days=10))
    answer(clerk, on=timezone.localdate(), theme="jeugd")
    assert "antwoord" not in words(follower)[0]
    assert "bijwerking" not in words(follower)[0]


def test_what_somebody_follows_is_his_own_and_no_reading_is_recorded(
    client, follower, mayor, sign_in
):
    assert followed(mayor) == []
    page = sign_in(client, mayor).get(reverse("followed-themes")).content.decode()
    assert "U volgt nog geen thema." in page
    events = Event.objects.count()
    sign_in(client, follower).get(reverse("followed-theme", args=[THEME]))
    assert Event.objects.count() == events


def test_following_begins_and_ends(client, councillor, running, sign_in):
    reader = sign_in(client, councillor)
    for _ in range(2):
        reader.post(reverse("theme-follow", args=[THEME]))
    assert FollowedTheme.objects.count() == 1
    reader.post(reverse("theme-leave", args=[THEME]))
    assert not FollowedTheme.objects.exists()
    wrong = reader.post(reverse("theme-follow", args=["onzin"]), follow=True)
    assert "staat niet in het beleid" in wrong.content.decode()
    assert reader.get(reverse("followed-theme", args=["onzin"])).status_code == 404
    assert reader.get(reverse("theme-follow", args=[THEME])).status_code == 405


def test_who_is_not_signed_in_follows_nothing(adviser):
    reader = Actor(adviser.tenant_id, through=Through.LINK)
    for deed in (follow_theme, leave_theme, mark_seen):
        with pytest.raises(NotAllowed):
            deed(by=reader, theme=THEME)
    with pytest.raises(AccountRefused):
        follow_theme(by=adviser, theme="onzin")
