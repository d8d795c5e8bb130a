"""The plan on screen: begin, read, write, move, remove and bring back."""

from __future__ import annotations

import re
import uuid

import pytest

from integraal.policy.plan.models import Block, Plan
from integraal.policy.plan.writing.actions import add_block, write_block

AUTOSAVE = {"HTTP_X_REQUESTED_WITH": "autosave"}
EMPTY = "Nog niets geschreven."
FIGURE = "[[overlast-totaal aantal 2025]]"


@pytest.fixture
def writer(client, sign_in, adviser):
    sign_in(client, adviser)
    return client


def page_of(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status
    return answer.content.decode()


def goal_of(plan, adviser, **given):
    given.setdefault("title", "Minder overlast")
    return add_block(by=adviser, plan=plan, kind="goal", theme="woonomgeving", **given)


def test_a_plan_is_begun_from_the_adopted_picture(writer, adopted_picture):
    page = page_of(writer, "/plan/")
    assert "Er is nog geen veiligheidsplan" in page
    sent = {
        "first_year": "2027",
        "last_year": "2030",
        "rests_on": f"picture:{adopted_picture.pk}",
    }
    answer = writer.post("/plan/", sent)
    plan = Plan.objects.get()
    assert answer.headers["Location"] == f"/plan/{plan.pk}/"
    assert plan.picture_id == adopted_picture.pk
    page = page_of(writer, f"/plan/{plan.pk}/")
    assert "Schrijf het eerste doel" in page
    assert "Veilige woon- en leefomgeving" in page


def test_a_term_that_is_too_long_comes_back_with_what_was_filled_in(writer):
    answer = writer.post("/plan/", {"first_year": "2027", "last_year": "2033", "rests_on": ""})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "ten hoogste vier jaar" in page
    assert 'value="2033"' in page


def test_a_goal_is_added_with_its_baseline_from_the_picture(writer, plan_on_picture):
    sent = {
        "kind": "goal",
        "theme": "woonomgeving",
        "title": "Minder overlast in het centrum",
        "text": f"Het waren er {FIGURE}.",
        "d-owner": "Teamleider toezicht",
        "d-by_date": "2029-12-31",
        "d-indicator": "overlast-totaal",
    }
    answer = writer.post(f"/plan/{plan_on_picture.pk}/tekst/toevoegen", sent)
    goal = Block.objects.get(kind="goal")
    assert answer.headers["Location"].endswith(f"/thema/woonomgeving/#blok-{goal.key}")
    assert goal.details["baseline"] == "125"
    assert goal.details["baseline_period"] == "2025"
    assert "marge 104 tot 149" in goal.details["baseline_source"]
    page = page_of(writer, f"/plan/{plan_on_picture.pk}/thema/woonomgeving/")
    assert ">125</a>." in page
    assert "31 december 2029" in page
    assert re.search(r"Met deze aantallen is een daling aan te tonen vanaf ongeveer \d+ %", page)


def test_what_somebody_filled_in_as_baseline_stays(adviser, plan_on_picture):
    goal = goal_of(plan_on_picture, adviser, details={"baseline": "130"})
    written = write_block(
        by=adviser, plan=plan_on_picture, key=goal.key, base_revision=1,
        details={"indicator": "overlast-totaal"},
    )  # fmt: skip
    assert written.details["baseline"] == "130"
    assert written.details["baseline_period"] == "2025"


def test_the_script_gets_back_how_the_goal_reads_and_what_was_filled_in(
    writer, adviser, plan_on_picture
):
    goal = goal_of(plan_on_picture, adviser)
    sent = {
        "title": "Minder overlast",
        "text": f"Nu {FIGURE}.",
        "d-indicator": "overlast-totaal",
        "d-target": "140",
        "d-direction": "down",
        "base_revision": "1",
    }
    answer = writer.post(f"/plan/{plan_on_picture.pk}/blok/{goal.key}/", sent, **AUTOSAVE).json()
    assert answer["revision"] == 2
    assert answer["filled"]["d-baseline"] == "125"
    assert ">125</a>" in answer["reads"]
    assert "maar het moet omlaag" in answer["reads"]
    assert "Nog in te vullen: wie, wanneer." in answer["reads"]
    assert EMPTY not in answer["reads"]


def test_a_goal_says_that_nothing_is_written_until_something_is(writer, adviser, plan_on_picture):
    goal = goal_of(plan_on_picture, adviser)
    url, sent = f"/plan/{plan_on_picture.pk}/blok/{goal.key}/", {"title": "Minder overlast"}
    emptied = writer.post(url, {**sent, "base_revision": "1"}, **AUTOSAVE).json()
    assert EMPTY in emptied["reads"]
    written = writer.post(
        url, {**sent, "text": "Dit hindert.", "base_revision": emptied["revision"]}, **AUTOSAVE
    ).json()
    assert EMPTY not in written["reads"]


def test_two_writers_both_keep_what_they_wrote(writer, adviser, plan_on_picture):
    goal = goal_of(plan_on_picture, adviser)
    address = f"/plan/{plan_on_picture.pk}/blok/{goal.key}/"
    writer.post(address, {"title": "Eerst", "base_revision": "1"})
    late = {"title": "Later", "text": "Mijn waarom", "base_revision": "1"}
    answer = writer.post(address, late, **AUTOSAVE)
    assert answer.status_code == 409
    assert "Eerst" in answer.json()["text"]
    assert answer.json()["fields"]["title"] == "Eerst"
    page = writer.post(address, late)
    assert page.status_code == 422
    shown = page.content.decode()
    assert "Iemand anders heeft deze tekst ook veranderd" in shown
    assert 'value="Later"' in shown
    assert "Mijn waarom" in shown
    assert Block.objects.get(key=goal.key).title == "Eerst"


def test_a_wrong_detail_gets_a_sentence_and_is_not_lost(writer, adviser, plan_on_picture):
    goal = goal_of(plan_on_picture, adviser)
    sent = {"title": "Minder overlast", "d-target": "veel", "base_revision": "1"}
    answer = writer.post(f"/plan/{plan_on_picture.pk}/blok/{goal.key}/", sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "“veel” is geen getal" in page
    assert 'value="veel"' in page


def test_a_removed_goal_comes_back_as_it_was(writer, adviser, plan_on_picture):
    goal = goal_of(plan_on_picture, adviser, text="Waarom niet.")
    place = f"/plan/{plan_on_picture.pk}/blok/{goal.key}"
    after = writer.post(f"{place}/weghalen", {"base_revision": "1"}).headers["Location"]
    assert not Block.objects.filter(key=goal.key).exists()
    assert "Weggehaald: Minder overlast." in page_of(writer, after)
    writer.post(f"{place}/terughalen")
    back = Block.objects.get(key=goal.key)
    assert (back.title, back.text, back.revision) == ("Minder overlast", "Waarom niet.", 2)
    writer.post(f"{place}/weghalen", {"base_revision": "2"})
    writer.post(f"{place}/terughalen")
    assert Block.objects.get(key=goal.key).revision == 3


def test_goals_are_moved_by_buttons(writer, adviser, plan_on_picture):
    first, second = (goal_of(plan_on_picture, adviser, title=name) for name in ("Een", "Twee"))
    writer.post(f"/plan/{plan_on_picture.pk}/blok/{second.key}/plaats", {"to": "1"})
    page = page_of(writer, f"/plan/{plan_on_picture.pk}/thema/woonomgeving/")
    assert page.index("<h3>Twee") < page.index("<h3>Een")
    assert first.key != second.key


def test_an_own_theme_is_added_renamed_and_removed(writer, plan):
    writer.post(f"/plan/{plan.pk}/tekst/thema", {"theme": "", "name": "Veilig op het water"})
    made = Block.objects.get(kind="theme", theme="veilig-op-het-water")
    writer.post(f"/plan/{plan.pk}/blok/{made.key}/", {"title": "Het water", "base_revision": "1"})
    assert "<h1>Het water</h1>" in page_of(writer, f"/plan/{plan.pk}/thema/veilig-op-het-water/")
    writer.post(f"/plan/{plan.pk}/blok/{made.key}/weghalen", {"base_revision": "2"})
    page = page_of(writer, f"/plan/{plan.pk}/tekst/")
    assert "Thema: Het water" in page
    assert "Terughalen" in page


@pytest.mark.parametrize("sent", [{}, {"theme": "jeugd", "name": "Ook dit"}, {"name": "!!!"}])
def test_a_theme_must_be_one_thing(writer, plan, sent):
    answer = writer.post(f"/plan/{plan.pk}/tekst/thema", sent)
    assert answer.status_code == 422


@pytest.mark.parametrize("chapter", ["opening", "frame", "picture", "priorities", "organisation",
                                     "following", "closing"])  # fmt: skip
def test_every_chapter_has_a_page_with_what_belongs_in_it(writer, plan, chapter):
    page = page_of(writer, f"/plan/{plan.pk}/deel/{chapter}/")
    assert "toevoegen</button>" in page


def test_earlier_stands_are_shown_with_who_and_what_changed(
    writer, adviser, employ, plan_on_picture
):
    goal = goal_of(plan_on_picture, adviser, text="Het was stil.")
    other = employ("adviser", name="Bo van Elders")
    write_block(by=other, plan=plan_on_picture, key=goal.key, base_revision=1, text="Het was druk.")
    page = page_of(writer, f"/plan/{plan_on_picture.pk}/blok/{goal.key}/eerder")
    assert "stil.<span" in page
    assert "druk.<span" in page
    assert "Bo van Elders" not in page


@pytest.mark.parametrize("role", ["councillor", "partner", "boa"])
def test_who_works_on_no_drafts_finds_no_draft(client, sign_in, employ, plan, role):
    sign_in(client, employ(role))
    for place in ("", "tekst/", "thema/jeugd/", "deel/frame/"):
        page_of(client, f"/plan/{plan.pk}/{place}", 404)


def test_who_reads_but_does_not_write_sees_no_editor_and_changes_nothing(
    client, sign_in, mayor, adviser, plan
):
    goal = goal_of(plan, adviser)
    sign_in(client, mayor)
    page = page_of(client, f"/plan/{plan.pk}/thema/woonomgeving/")
    assert "Minder overlast" in page
    assert "<textarea" not in page
    sent = {"title": "Anders", "base_revision": "1"}
    assert client.post(f"/plan/{plan.pk}/blok/{goal.key}/", sent).status_code == 403
    assert client.post(f"/plan/{plan.pk}/blok/{goal.key}/weghalen", sent).status_code == 403
    assert Block.objects.get(key=goal.key).title == "Minder overlast"


def test_a_block_of_another_plan_is_not_there(writer, plan):
    assert writer.get(f"/plan/{plan.pk}/blok/{uuid.uuid4()}/").status_code == 404


@pytest.mark.parametrize("part", ["thema/woonomgeving/", "deel/opening/"])
def test_a_page_reads_the_blocks_of_the_plan_once(
    writer, adviser, plan, part, django_assert_max_num_queries
):
    goal_of(plan, adviser)
    with django_assert_max_num_queries(99) as asked:
        page_of(writer, f"/plan/{plan.pk}/{part}")
    assert sum('FROM "plan_block"' in one["sql"] for one in asked.captured_queries) == 1
