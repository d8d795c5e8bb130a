"""What came of the promises goes to the next picture: once, in words, by who writes there."""

from dataclasses import replace

import pytest
from django.urls import reverse
from django.utils import timezone

from integraal.foundation.audit.models import Event
from integraal.foundation.people.access import NotAllowed
from integraal.policy.accountability.models import Report
from integraal.policy.accountability.outline import Account
from integraal.policy.accountability.refusals import AccountRefused
from integraal.policy.accountability.to_picture.actions import send_to_picture
from integraal.policy.accountability.to_picture.queries import proposals_of
from integraal.policy.accountability.to_picture.rules import Chosen, proposals
from integraal.policy.picture.actions import start_picture
from integraal.policy.picture.evaluation.actions import remove_promise
from integraal.policy.picture.evaluation.queries import promises
from integraal.policy.picture.models import Picture
from tests.policy.accountability.adopting import a_report, adopt
from tests.policy.accountability.sample import an_account


@pytest.fixture
def draft(adviser, programme, lively) -> Report:
    return a_report(adviser, programme)


@pytest.fixture
def report(adviser, draft) -> Report:
    return adopt(adviser, draft)


@pytest.fixture
def picture(adviser, loaded) -> Picture:
    return start_picture(by=adviser, year=2025)


def keys(report: Report) -> list[str]:
    return [one.key for one in proposals_of(report)]


def test_each_outcome_and_each_status_gives_an_answer() -> None:
    found = proposals(an_account(), "Jaarrapportage 2025, versie 1")
    answers = {one.name: one.reached for one in found}
    assert answers["Minder inbraken"] == "unknown"
    assert answers["Preventieavonden"] == "partly"
    assert answers["Keurmerk"] == "yes"
    assert answers["Buurtapp"] == "unknown", "it may still begin"
    final = proposals(replace(an_account(), kind="final"), "Eindevaluatie, versie 1")
    assert {one.name: one.reached for one in final}["Buurtapp"] == "no"
    assert answers["Gesprek thuis"] == "no"
    goal = found[0]
    assert goal.promised == "Minder inbraken\n\nVan 2,4 naar 1,5 in 2028."
    assert goal.outcome.startswith("In 2025 waren het er 1,9 per 1.000 inwoners")
    assert goal.outcome.endswith("Bron: Jaarrapportage 2025, versie 1.")
    assert found[1].outcome.startswith("Loopt. 6 van 8 avonden. Zes avonden gehouden.")


def test_a_report_without_anything_tells_nothing() -> None:
    day = timezone.localdate()
    empty = Account("", "year", "", "", day, day, "", "", "")
    assert proposals(empty, "Rapport") == []


def test_promises_are_added_with_answer_lesson_theme_and_where_they_come_from(
    adviser, report, picture
) -> None:
    goal, other = keys(report)[:2]
    sent = send_to_picture(
        by=adviser, report=report, picture=picture,
        chosen=[Chosen(goal, "partly", "Begin eerder."), Chosen(other)],
    )  # fmt: skip
    rows = promises(picture)
    assert rows == sent.added
    assert (rows[0].reached, rows[0].learnt, rows[0].theme) == (
        "partly", "Begin eerder.", "woonomgeving",
    )  # fmt: skip
    assert all(row.outcome.endswith("Bron: Jaarrapportage 2024, versie 1.") for row in rows)
    event = Event.objects.get(verb="accountability.sent_to_picture")
    assert event.details == {"picture": str(picture.pk), "number": 2}


def test_what_is_there_stays_one_and_as_the_adviser_left_it(adviser, report, picture) -> None:
    goal, other = keys(report)[:2]
    send_to_picture(by=adviser, report=report, picture=picture, chosen=[Chosen(goal, "no")])
    again = [Chosen(goal, "yes"), Chosen(goal, "yes"), Chosen(other)]
    sent = send_to_picture(by=adviser, report=report, picture=picture, chosen=again)
    assert (len(sent.added), sent.present) == (1, 1)
    assert [row.reached for row in promises(picture)][0] == "no"
    assert len(promises(picture)) == 2


def test_it_can_be_undone_in_the_room_of_the_picture(adviser, report, picture) -> None:
    chosen = [Chosen(keys(report)[0])]
    row = send_to_picture(by=adviser, report=report, picture=picture, chosen=chosen).added[0]
    remove_promise(by=adviser, promise=row, base_revision=row.revision)
    assert promises(picture) == []
    assert send_to_picture(by=adviser, report=report, picture=picture, chosen=chosen).added


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ([], "Kies ten minste één"),
        ([Chosen("goal:of-another")], "staat niet in dit rapport"),
        ([Chosen("first", "misschien")], "Kies of het is bereikt"),
    ],
)
def test_a_choice_that_cannot_be_adds_nothing(adviser, report, picture, chosen, said) -> None:
    given = [Chosen(keys(report)[0], one.reached) if one.key == "first" else one for one in chosen]
    with pytest.raises(AccountRefused, match=said):
        send_to_picture(by=adviser, report=report, picture=picture, chosen=given)
    assert promises(picture) == []


def test_a_draft_tells_a_picture_nothing(adviser, draft, picture) -> None:
    with pytest.raises(AccountRefused, match="vastgestelde"):
        send_to_picture(by=adviser, report=draft, picture=picture, chosen=[Chosen("goal:1")])


def test_a_quarter_tells_a_picture_nothing(adviser, programme, lively, picture) -> None:
    quarter = adopt(adviser, a_report(adviser, programme, kind="quarter"))
    with pytest.raises(AccountRefused, match="jaarrapportage"):
        send_to_picture(by=adviser, report=quarter, picture=picture, chosen=[Chosen("goal:1")])


@pytest.mark.parametrize("role", ["mayor", "councillor", "partner", "clerk"])
def test_only_who_writes_pictures_sends(employ, client, sign_in, report, picture, role) -> None:
    by = employ(role)
    with pytest.raises(NotAllowed):
        send_to_picture(by=by, report=report, picture=picture, chosen=[Chosen(keys(report)[0])])
    sign_in(client, by)
    address = reverse("report-to-picture", args=[report.pk])
    assert client.post(address, {"kies": keys(report)[0], "deed": "overnemen"}).status_code == 403
    assert promises(picture) == []


def test_the_page_shows_first_and_then_puts(
    client, sign_in, adviser, report, picture, django_assert_max_num_queries
) -> None:
    sign_in(client, adviser)
    address, goal = reverse("report-to-picture", args=[report.pk]), keys(report)[0]
    with django_assert_max_num_queries(18):
        shown = client.get(address).content.decode()
    assert f'value="{goal}" checked' in shown
    given = {
        "beeld": str(picture.pk), "kies": goal, f"bereikt-{goal}": "partly",
        f"geleerd-{goal}": "Begin eerder.",
    }  # fmt: skip
    looked = client.post(address, {**given, "deed": "bekijken"}).content.decode()
    assert "Zet 1 belofte in het beeld" in looked
    assert "Bereikt: deels." in looked
    assert promises(picture) == []
    answer = client.post(address, {**given, "deed": "overnemen"}, follow=True)
    assert "1 belofte uit het rapport erbij." in answer.content.decode()
    assert "Bron: Jaarrapportage 2024, versie 1." in answer.content.decode()
    again = client.post(address, {**given, "deed": "bekijken"}).content.decode()
    assert "Er komt niets bij" in again


def test_without_a_choice_the_page_says_so_and_keeps_what_was_typed(
    client, sign_in, adviser, report, picture
) -> None:
    sign_in(client, adviser)
    goal = keys(report)[0]
    given = {"beeld": str(picture.pk), f"geleerd-{goal}": "Begin eerder.", "deed": "overnemen"}
    answer = client.post(reverse("report-to-picture", args=[report.pk]), given)
    assert answer.status_code == 422
    assert "Kies ten minste één doel of maatregel." in answer.content.decode()
    assert "Begin eerder." in answer.content.decode()


def test_with_more_drafts_one_must_be_chosen(client, sign_in, adviser, report, picture) -> None:
    start_picture(by=adviser, year=2024)
    sign_in(client, adviser)
    given = {"kies": keys(report)[0], "deed": "overnemen"}
    answer = client.post(reverse("report-to-picture", args=[report.pk]), given)
    assert answer.status_code == 422
    assert "Kies het beeld" in answer.content.decode()


def test_without_a_draft_the_page_says_what_to_do(client, sign_in, adviser, report) -> None:
    sign_in(client, adviser)
    shown = client.get(reverse("report-to-picture", args=[report.pk])).content.decode()
    assert "Begin eerst een nieuw veiligheidsbeeld" in shown
