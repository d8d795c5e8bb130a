"""Who is not in the circle of a kind of meeting finds nothing of it anywhere."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from integraal.foundation.audit.models import Event
from integraal.foundation.definitions.actions import DefinitionRefused, change_definition
from integraal.foundation.definitions.kinds import kind as definition_kind
from integraal.foundation.meetings.kinds import KIND
from integraal.foundation.people.access import NotAllowed
from integraal.policy.monitoring.deviations import actions as deviations
from integraal.policy.monitoring.meetings.actions import plan_meeting
from integraal.policy.monitoring.meetings.agenda.actions import add_item, fill_agenda
from integraal.policy.monitoring.meetings.fields import Plan
from integraal.policy.monitoring.meetings.leading.actions import Outcome, record_item
from integraal.policy.monitoring.meetings.minutes.actions import write_minutes
from integraal.policy.monitoring.meetings.points.actions import Agreed, agree_on
from integraal.policy.monitoring.models import ActionPoint, AgendaItem, Meeting
from integraal.portal.trail.presenters import lines_of
from tests.provisions import employ_at

TODAY = timezone.localdate()
SECRET = "Zwanenlaan"
OPTIONS = [("Meer toezicht", "Kost 200 uur."), ("Niets doen", "Het blijft zoals het is.")]
OUTSIDE = ("councillor", "clerk", "partner", "college", "data_protection_officer", "administrator")


@pytest.fixture
def triangle(adviser, running) -> Meeting:
    """A triangle that decided about a deviation and agreed on an action."""
    row = deviations.open_deviation(
        by=adviser, title="Onrust", cause="partner", what="Een signaal."
    )
    row = deviations.analyse(by=adviser, deviation=row, analysis="x", base_revision=1)
    row = deviations.give_options(by=adviser, deviation=row, options=OPTIONS, base_revision=2)
    made = plan_meeting(
        by=adviser, kind="triangle", plan=Plan(day=TODAY, title=f"Driehoek {SECRET}")
    )
    (item,) = fill_agenda(by=adviser, meeting=made, deviations=[row])
    record_item(
        by=adviser, item=item, outcome=Outcome(SECRET, f"Inzet in de {SECRET}.", 0), base_revision=1
    )
    given = Agreed(what=f"Camera {SECRET}", due=TODAY + timedelta(days=3), function="Politiechef")
    agree_on(by=adviser, item=item, agreed=given, base_revision=2)
    return write_minutes(
        by=adviser, meeting=made, present="Burgemeester", chair="Burgemeester", remarks=SECRET,
        base_revision=1,
    )  # fmt: skip


def addresses(row: Meeting) -> list[str]:
    """Return every address of a meeting, of its items and of its actions."""
    of_meeting = (
        "meeting", "meeting-change", "meeting-call-off", "meeting-fill", "agenda-item-new",
        "meeting-minutes", "meeting-minutes-write", "meeting-minutes-adopt", "meeting-minutes-pdf",
    )  # fmt: skip
    of_item = (
        "agenda-item-change", "agenda-item-move", "agenda-item-remove", "agenda-item-lead",
    )  # fmt: skip
    item, point = AgendaItem.objects.get(meeting=row), ActionPoint.objects.get(meeting=row)
    return [
        *(reverse(name, args=[row.pk]) for name in of_meeting),
        *(reverse(name, args=[item.pk]) for name in of_item),
        *(reverse(name, args=[point.pk]) for name in ("action-point-change", "action-point-tick")),
    ]


@pytest.mark.parametrize("role", OUTSIDE)
def test_outside_the_circle_every_address_is_not_there(client, sign_in, employ, triangle, role):
    browser = sign_in(client, employ(role))
    for address in addresses(triangle):
        for answer in (browser.get(address), browser.post(address)):
            assert answer.status_code in (404, 405), address
            assert SECRET not in answer.content.decode()
    assert Meeting.objects.get(pk=triangle.pk).revision == triangle.revision


@pytest.mark.parametrize("role", OUTSIDE)
def test_outside_the_circle_no_list_or_page_shows_it(client, sign_in, employ, triangle, role):
    browser = sign_in(client, employ(role))
    deviation = AgendaItem.objects.get(meeting=triangle).deviation_id
    pages = (
        reverse("meetings"), f"{reverse('meetings')}?soort=triangle", reverse("action-points"),
        f"{reverse('action-points')}?soort=triangle&wat=alle&zoek={SECRET}",
        reverse("deviations"), reverse("deviation", args=[deviation]), reverse("home"),
        f"{reverse('search')}?q={SECRET}", reverse("monitoring"),
    )  # fmt: skip
    for address in pages:
        shown = browser.get(address).content.decode().replace(f"zoek={SECRET}", "")
        shown = shown.replace(f'value="{SECRET}"', "").replace(f"“{SECRET}”", "")
        assert "Driehoek" not in shown, address
        assert f"Inzet in de {SECRET}" not in shown, address
        assert f"Camera {SECRET}" not in shown, address


@pytest.mark.parametrize("role", OUTSIDE)
def test_outside_the_circle_no_export_holds_it(client, sign_in, employ, triangle, role):
    address = f"{reverse('action-points-excel')}?wat=alle&soort=triangle"
    answer = sign_in(client, employ(role)).get(address)
    if answer.status_code == 404:
        return
    words = [cell for row in load_workbook(BytesIO(answer.content)).active.values for cell in row]
    assert "Actie" in words
    assert f"Camera {SECRET}" not in words


def test_the_circle_takes_its_actions_along(client, sign_in, mayor, triangle):
    answer = sign_in(client, mayor).get(f"{reverse('action-points-excel')}?soort=triangle")
    words = [cell for row in load_workbook(BytesIO(answer.content)).active.values for cell in row]
    assert f"Camera {SECRET}" in words
    assert "Politiechef" in words


def test_a_deviation_tells_others_only_that_it_was_discussed(client, sign_in, employ, triangle):
    deviation = AgendaItem.objects.get(meeting=triangle).deviation_id
    shown = sign_in(client, employ("clerk")).get(reverse("deviation", args=[deviation]))
    assert "Besproken in een besloten overleg." in shown.content.decode()
    assert "Keuze 1. " not in shown.content.decode()


def test_the_circle_reads_it(client, sign_in, mayor, triangle):
    browser = sign_in(client, mayor)
    assert SECRET in browser.get(reverse("meeting", args=[triangle.pk])).content.decode()
    assert SECRET in browser.get(reverse("action-points")).content.decode()
    deviation = AgendaItem.objects.get(meeting=triangle).deviation_id
    shown = browser.get(reverse("deviation", args=[deviation])).content.decode()
    assert f"Inzet in de {SECRET}." in shown


def test_the_trail_tells_no_more_than_that_it_was_a_meeting(adviser, triangle):
    lines = lines_of(list(Event.objects.filter(verb__startswith="monitoring.")))
    said = " ".join(f"{line.sentence} {line.details}" for line in lines)
    assert "legde een uitkomst vast van een overleg" in said
    assert SECRET not in said
    assert "triangle" not in said
    assert "riehoek" not in said


def test_another_municipality_sees_nothing(client, sign_in, oostwaard, triangle):
    from integraal.foundation.database.tenancy import tenant_scope

    there = addresses(triangle)
    with tenant_scope(oostwaard.pk):
        neighbour = employ_at(oostwaard, "adviser", "mayor")
        assert not Meeting.objects.exists()
        browser = sign_in(client, neighbour)
    for address in there:
        assert browser.get(address).status_code in (404, 405), address


def test_who_reads_only_does_not_write(client, sign_in, adviser, employ):
    row = plan_meeting(by=adviser, kind="integral-safety", plan=Plan(day=TODAY))
    clerk = employ("clerk")
    with pytest.raises(NotAllowed):
        add_item(by=clerk, meeting=row, title="x", asked="discuss")
    browser = sign_in(client, clerk)
    assert browser.get(reverse("meeting", args=[row.pk])).status_code == 200
    assert browser.get(reverse("meeting-fill", args=[row.pk])).status_code == 403
    assert "Plan een overleg" not in browser.get(reverse("meetings")).content.decode()


def test_a_municipality_makes_a_circle_larger(administrator, employ, triangle):
    from integraal.policy.monitoring.meetings.queries import meeting

    clerk = employ("clerk")
    assert meeting(clerk, triangle.pk) is None
    kind = definition_kind(KIND)
    with pytest.raises(DefinitionRefused, match="Wie schrijft, moet ook mogen lezen"):
        change_definition(
            by=administrator, kind=kind, code="triangle", values={"readers": ["mayor"]},
            reason="x", based_on=0,
        )  # fmt: skip
    change_definition(
        by=administrator, kind=kind, code="triangle",
        values={"readers": ["adviser", "mayor", "clerk"]}, reason="Besproken.", based_on=0,
    )  # fmt: skip
    assert meeting(clerk, triangle.pk) is not None


def test_the_kinds_stand_among_the_definitions(client, sign_in, administrator):
    browser = sign_in(client, administrator)
    listed = browser.get(reverse("definitions-of", args=[KIND])).content.decode()
    assert "Driehoek" in listed
    assert "Integraal veiligheidsoverleg" in listed
    shown = browser.get(reverse("definition", args=[KIND, "triangle"])).content.decode()
    assert "Welke rollen lezen mee?" in shown
    assert browser.get(reverse("definition-new", args=[KIND])).status_code == 200
