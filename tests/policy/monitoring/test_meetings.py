"""A meeting: filled with what is open, led item by item, its minutes written and adopted."""

from datetime import timedelta

import pytest
from django.db import ProgrammingError, transaction
from django.urls import reverse
from django.utils import timezone

from integraal.foundation.lifecycle.freezing import fingerprint
from integraal.foundation.people.access import NotAllowed
from integraal.foundation.people.models import Member
from integraal.policy.monitoring.deviations import actions as deviations
from integraal.policy.monitoring.deviations.queries import stage
from integraal.policy.monitoring.deviations.states import Stage
from integraal.policy.monitoring.meetings.actions import (
    call_off_meeting,
    change_meeting,
    plan_meeting,
)
from integraal.policy.monitoring.meetings.agenda.actions import (
    add_item,
    change_item,
    fill_agenda,
    move_item,
    remove_item,
)
from integraal.policy.monitoring.meetings.fields import Plan
from integraal.policy.monitoring.meetings.leading.actions import Outcome, record_item
from integraal.policy.monitoring.meetings.minutes.actions import adopt_minutes, write_minutes
from integraal.policy.monitoring.meetings.minutes.content import content_of
from integraal.policy.monitoring.meetings.points.actions import (
    Agreed,
    agree_on,
    change_point,
    reopen,
    tick_off,
)
from integraal.policy.monitoring.meetings.queries import carried_points, items_of, meeting
from integraal.policy.monitoring.models import ActionPoint, AgendaItem, Deviation, Meeting
from integraal.policy.monitoring.refusals import Conflict, MonitoringRefused

OPTIONS = [("Meer toezicht", "Kost 200 uur."), ("Niets doen", "Het blijft zoals het is.")]
TODAY = timezone.localdate()
MINUTES = {"present": "Burgemeester\nTeamchef politie", "chair": "Adviseur", "remarks": ""}


def planned(by, kind="integral-safety", days=0) -> Meeting:
    return plan_meeting(by=by, kind=kind, plan=Plan(day=TODAY + timedelta(days=days)))


def agreed(what="Rooster maken", who="Teamchef politie", days=14) -> Agreed:
    return Agreed(what=what, due=TODAY + timedelta(days=days), function=who)


@pytest.fixture
def opened(adviser, running, goal) -> Deviation:
    return deviations.open_deviation(
        by=adviser, title="Meer overlast", cause="partner", what="Een signaal.", goal=goal.key
    )


@pytest.fixture
def with_options(adviser, opened) -> Deviation:
    row = deviations.analyse(by=adviser, deviation=opened, analysis="Zomer.", base_revision=1)
    return deviations.give_options(by=adviser, deviation=row, options=OPTIONS, base_revision=2)


def test_a_decision_in_the_meeting_brings_the_deviation_to_its_next_step(adviser, with_options):
    row = planned(adviser)
    (item,) = fill_agenda(by=adviser, meeting=row, deviations=[with_options])
    assert (item.title, item.asked) == ("Meer overlast", "decide")
    record_item(
        by=adviser, item=item, outcome=Outcome("Besproken.", "Tot september extra.", 0),
        agreed=agreed(), base_revision=1,
    )  # fmt: skip
    told = Deviation.objects.get()
    assert stage(told) == Stage.DECIDED
    assert (told.decision, told.chosen) == ("Tot september extra.", 0)
    assert (told.decided_by, told.decided_on) == ("Integraal veiligheidsoverleg", TODAY)
    assert ActionPoint.objects.get().what == "Rooster maken"


def test_a_decision_behind_closed_doors_stays_there(adviser, with_options):
    (item,) = fill_agenda(
        by=adviser, meeting=planned(adviser, "triangle"), deviations=[with_options]
    )
    item = record_item(
        by=adviser, item=item, outcome=Outcome("", "Inzet op zaterdag.", 0), base_revision=1
    )
    told = Deviation.objects.get()
    assert stage(told) == Stage.DECIDED
    assert told.decision == "Besproken in een besloten overleg."
    assert (told.decided_by, told.chosen) == ("besloten overleg", None)
    assert (item.decision, item.chosen) == ("Inzet op zaterdag.", 0)
    with pytest.raises(MonitoringRefused, match="in een overleg genomen"):
        deviations.decide(
            by=adviser, deviation=told, decision="Anders.", decided_by="college",
            decided_on=TODAY, base_revision=told.revision,
        )  # fmt: skip


def test_a_deviation_without_options_cannot_be_decided_on_and_nothing_is_kept(adviser, opened):
    (item,) = fill_agenda(by=adviser, meeting=planned(adviser), deviations=[opened])
    assert item.asked == "discuss"
    with pytest.raises(MonitoringRefused, match="analyse"):
        record_item(
            by=adviser, item=item, outcome=Outcome("", "Doen.", None), agreed=agreed(),
            base_revision=1,
        )  # fmt: skip
    assert not ActionPoint.objects.exists()
    assert AgendaItem.objects.get().decision == ""


def test_the_same_is_on_one_agenda_of_a_kind(adviser, opened):
    row, other = planned(adviser, days=7), planned(adviser, days=14)
    fill_agenda(by=adviser, meeting=row, deviations=[opened])
    with pytest.raises(MonitoringRefused, match="al op de agenda van dit overleg"):
        fill_agenda(by=adviser, meeting=row, deviations=[opened])
    with pytest.raises(MonitoringRefused, match="al op de agenda van het overleg van"):
        fill_agenda(by=adviser, meeting=other, deviations=[opened])
    fill_agenda(by=adviser, meeting=planned(adviser, "triangle"), deviations=[opened])


@pytest.mark.parametrize(
    ("given", "say"),
    [
        (agreed(what=" "), "Schrijf op wat er moet gebeuren"),
        (agreed(who=""), "Kies wie deze actie doet"),
        (Agreed(what="x", due=None, function="Boa"), "wanneer deze actie klaar"),
        (agreed(days=-1), "vóór de dag van het overleg"),
    ],
)
def test_an_action_has_a_what_a_who_and_a_when(adviser, given, say):
    item = add_item(by=adviser, meeting=planned(adviser), title="Rondvraag", asked="discuss")
    with pytest.raises(MonitoringRefused, match=say):
        record_item(by=adviser, item=item, outcome=Outcome("x"), agreed=given, base_revision=1)
    assert AgendaItem.objects.get().outcome == ""


def test_an_action_is_for_somebody_in_the_circle(adviser, employ):
    outside = Member.objects.get(pk=employ("councillor").member_id)
    item = add_item(by=adviser, meeting=planned(adviser, "triangle"), title="x", asked="discuss")
    given = Agreed(what="x", due=TODAY, member=outside)
    with pytest.raises(NotAllowed, match="leest dit overleg niet mee"):
        agree_on(by=adviser, item=item, agreed=given, base_revision=1)


def test_the_order_changes_one_place_at_a_time(adviser):
    row = planned(adviser)
    for title in ("Een", "Twee", "Drie"):
        add_item(by=adviser, meeting=row, title=title, asked="informed")
    move_item(by=adviser, item=items_of(row)[2], to=1)
    assert [one.title for one in items_of(row)] == ["Drie", "Een", "Twee"]
    remove_item(by=adviser, item=items_of(row)[0])
    assert [one.title for one in items_of(row)] == ["Een", "Twee"]


def test_two_writers_on_one_item_lose_nothing(adviser):
    item = add_item(by=adviser, meeting=planned(adviser), title="x", asked="discuss")
    change_item(by=adviser, item=item, title="y", asked="discuss", explanation="", base_revision=1)
    with pytest.raises(Conflict):
        record_item(by=adviser, item=item, outcome=Outcome("Van de ander."), base_revision=1)
    row = Meeting.objects.get()
    change_meeting(by=adviser, meeting=row, plan=Plan(day=TODAY, place="Zaal 2"), base_revision=1)
    with pytest.raises(Conflict):
        write_minutes(by=adviser, meeting=row, base_revision=1, **MINUTES)


def test_a_meeting_to_come_has_no_outcome_and_no_minutes(adviser):
    row = planned(adviser, days=3)
    item = add_item(by=adviser, meeting=row, title="x", asked="discuss")
    with pytest.raises(MonitoringRefused, match="nog niet begonnen"):
        record_item(by=adviser, item=item, outcome=Outcome("x"), base_revision=1)
    with pytest.raises(MonitoringRefused, match="toekomst"):
        write_minutes(by=adviser, meeting=row, base_revision=1, **MINUTES)
    call_off_meeting(by=adviser, meeting=row)
    assert not Meeting.objects.exists()


@pytest.fixture
def adopted(adviser) -> Meeting:
    row = planned(adviser)
    item = add_item(by=adviser, meeting=row, title="Jaarwisseling", asked="discuss")
    record_item(
        by=adviser, item=item, outcome=Outcome("Akkoord."), agreed=agreed(), base_revision=1
    )
    row = write_minutes(by=adviser, meeting=row, base_revision=1, **MINUTES)
    return adopt_minutes(by=adviser, meeting=row, adopted_in=planned(adviser), base_revision=2)


def test_adopted_minutes_stay_as_they_are(adviser, adopted):
    found = meeting(adviser, adopted.pk)
    assert found.row.fingerprint == fingerprint(found.row.frozen)
    assert found.row.frozen["items"][0]["actions"][0]["who"] == "Teamchef politie"
    item = AgendaItem.objects.get()
    deeds = (
        lambda: record_item(by=adviser, item=item, outcome=Outcome("Anders."), base_revision=2),
        lambda: add_item(by=adviser, meeting=adopted, title="x", asked="discuss"),
        lambda: write_minutes(by=adviser, meeting=adopted, base_revision=3, **MINUTES),
        lambda: change_meeting(by=adviser, meeting=adopted, plan=Plan(day=TODAY), base_revision=3),
        lambda: call_off_meeting(by=adviser, meeting=adopted),
    )
    for deed in deeds:
        with pytest.raises(MonitoringRefused, match="verandert niet meer"):
            deed()
    with pytest.raises(ProgrammingError), transaction.atomic():
        Meeting.objects.filter(pk=adopted.pk).update(remarks="Stiekem.")
    assert content_of(found.row, found.kind)["items"][0]["outcome"] == "Akkoord."


def test_minutes_are_adopted_in_a_later_meeting_and_only_when_complete(adviser):
    row = planned(adviser)
    with pytest.raises(MonitoringRefused, match="wie er waren"):
        adopt_minutes(by=adviser, meeting=row, adopted_in=None, base_revision=1)
    row = write_minutes(by=adviser, meeting=row, base_revision=1, **MINUTES)
    later, other = planned(adviser), planned(adviser, "triangle")
    add_item(by=adviser, meeting=row, title="x", asked="discuss")
    for adopted_in, say in (
        (None, "Kies in welk overleg"), (other, "dezelfde soort"), (later, "Punt 1 heeft nog geen"),
        (planned(adviser, days=7), "nog niet gehouden"),
    ):  # fmt: skip
        with pytest.raises(MonitoringRefused, match=say):
            adopt_minutes(by=adviser, meeting=row, adopted_in=adopted_in, base_revision=2)


def test_an_open_action_comes_back_until_it_is_ticked_off(adviser, adopted):
    later = Meeting.objects.exclude(pk=adopted.pk).get()
    (point,) = carried_points(later)
    moved = change_point(
        by=adviser, point=point, agreed=agreed(what="Rooster bijwerken"), base_revision=1
    )
    done = tick_off(by=adviser, point=moved, base_revision=2)
    assert not carried_points(later).exists()
    with pytest.raises(Conflict):
        reopen(by=adviser, point=done, base_revision=2)
    reopen(by=adviser, point=done, base_revision=3)
    (item,) = fill_agenda(by=adviser, meeting=later, actions=[carried_points(later).get()])
    assert item.title == "Actie: Rooster bijwerken"


def test_whose_action_it_is_may_tick_it_off(adviser, employ):
    boa, other = employ("boa"), employ("boa")
    member = Member.objects.get(pk=boa.member_id)
    item = add_item(by=adviser, meeting=planned(adviser), title="x", asked="discuss")
    given = Agreed(what="Rondje", due=TODAY, member=member)
    point = agree_on(by=adviser, item=item, agreed=given, base_revision=1)
    with pytest.raises(NotAllowed):
        tick_off(by=other, point=point, base_revision=1)
    assert tick_off(by=boa, point=point, base_revision=1).done_on == TODAY


def test_what_was_typed_comes_back_with_the_sentence(client, sign_in, adviser, with_options):
    item = fill_agenda(by=adviser, meeting=planned(adviser), deviations=[with_options])[0]
    address = reverse("agenda-item-lead", args=[item.pk])
    browser = sign_in(client, adviser)
    sent = {"outcome": "Lang gesprek", "what": "Rooster", "due": "", "base_revision": 1}
    answer = browser.post(address, sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Kies wie deze actie doet" in page
    assert "Lang gesprek" in page
    assert 'value="Rooster"' in page
    record_item(by=adviser, item=item, outcome=Outcome("Van de ander."), base_revision=1)
    answer = browser.post(address, {"outcome": "Van mij.", "base_revision": 1})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Van mij." in page
    assert "Van de ander." in page


def test_a_long_agenda_takes_no_more_queries(
    client, sign_in, adviser, opened, django_assert_max_num_queries
):
    row = planned(adviser)
    fill_agenda(by=adviser, meeting=row, deviations=[opened])
    for number in range(30):
        item = add_item(by=adviser, meeting=row, title=f"Punt {number}", asked="discuss")
        agree_on(by=adviser, item=item, agreed=agreed(), base_revision=1)
    browser = sign_in(client, adviser)
    addresses = (
        reverse("meeting", args=[row.pk]), reverse("meeting-minutes", args=[row.pk]),
        reverse("meetings"), reverse("action-points"), reverse("meeting-fill", args=[row.pk]),
        reverse("agenda-item-lead", args=[item.pk]), reverse("deviation", args=[opened.pk]),
    )  # fmt: skip
    for address in addresses:
        browser.get(address)
        with django_assert_max_num_queries(24):
            assert browser.get(address).status_code == 200
