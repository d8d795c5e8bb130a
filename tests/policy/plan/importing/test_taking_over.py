"""Proposals become blocks only when a person takes them over, and then all of them or none."""

import json

import pytest

from integraal.foundation.audit.models import Event
from integraal.foundation.people.access import NotAllowed
from integraal.policy.plan.actions import start_plan
from integraal.policy.plan.content import content_of, goals
from integraal.policy.plan.importing.actions import (
    finish_import,
    read_plan_file,
    read_plan_text,
    settle,
    stop_import,
)
from integraal.policy.plan.importing.reading import Unreadable
from integraal.policy.plan.models import Block, Plan, PlanImport
from integraal.policy.plan.refusals import PlanRefused
from integraal.policy.plan.writing.actions import add_block
from tests.policy.plan.importing.known import PLANS
from tests.policy.plan.importing.seed import seed_bytes


@pytest.fixture
def read_in(adviser):
    content = (PLANS / "numbered.txt").read_bytes()
    return read_plan_file(by=adviser, file_name="heideveld.txt", content=content)


def ids(row, **wanted):
    return [
        one["id"]
        for one in row.found["proposals"]
        if all(one[name] == value for name, value in wanted.items())
    ]


def accept(by, row, codes, **more):
    return settle(by=by, plan_import=row, proposals=codes, deed="accepted", **more)


def test_reading_in_changes_no_plan(adviser, read_in):
    assert Plan.objects.count() == 0
    assert ids(read_in, kind="theme", theme="woonomgeving")


def test_the_file_is_not_kept(read_in):
    assert read_in.file_name == "heideveld.txt"
    assert len(read_in.sha256) == 64
    assert {field.name for field in PlanImport._meta.fields} & {"content", "file"} == set()


def test_the_same_file_is_not_read_twice(adviser, read_in):
    content = (PLANS / "numbered.txt").read_bytes()
    again = read_plan_file(by=adviser, file_name="kopie.txt", content=content)
    assert again.pk == read_in.pk


def test_a_refused_file_leaves_nothing(adviser):
    with pytest.raises(Unreadable):
        read_plan_file(by=adviser, file_name="plan.pdf", content=b"%PDF-1.7 niets")
    assert PlanImport.objects.count() == 0


def test_what_is_accepted_becomes_a_plan_of_the_years_of_the_document(adviser, read_in):
    accept(adviser, read_in, [one["id"] for one in read_in.found["proposals"]])
    done = finish_import(by=adviser, plan_import=read_in, first_year=2024, last_year=2027)
    content = content_of(done.plan)
    assert [one["code"] for one in content["themes"]] == [
        "woonomgeving", "ondermijning", "personen-met-onbegrepen-gedrag", "digitaal",
    ]  # fmt: skip
    assert [one["title"] for one in goals(content)][:2] == [
        "In 2027 voelt 80 procent van de inwoners zich veilig in de eigen buurt",
        "Het aantal meldingen van geluidsoverlast daalt tot 90 in 2027",
    ]


def test_a_new_plan_holds_nothing_that_is_not_in_the_document(adviser, read_in):
    accept(adviser, read_in, ids(read_in, kind="goal", theme="woonomgeving"))
    done = finish_import(by=adviser, plan_import=read_in, first_year=2024, last_year=2027)
    blocks = [(one.kind, one.theme) for one in Block.objects.filter(plan=done.plan)]
    assert sorted(blocks) == [
        ("goal", "woonomgeving"), ("goal", "woonomgeving"), ("theme", "woonomgeving"),
    ]  # fmt: skip


def test_an_existing_draft_keeps_what_it_holds(adviser, plan, read_in):
    theme = Block.objects.get(plan=plan, kind="theme", theme="woonomgeving")
    theme.text = "Dit stond er al."
    theme.save()
    accept(adviser, read_in, ids(read_in, kind="theme", theme="woonomgeving"))
    finish_import(by=adviser, plan_import=read_in, into=plan)
    theme.refresh_from_db()
    assert theme.text.startswith("Dit stond er al.\n\nInwoners willen prettig wonen.")
    assert Block.objects.filter(plan=plan, kind="principle").count() == 6


def test_a_goal_that_is_there_already_is_not_added_again(adviser, plan, read_in):
    title = "Het aantal meldingen van geluidsoverlast daalt tot 90 in 2027"
    add_block(by=adviser, plan=plan, kind="goal", theme="woonomgeving", title=title)
    accept(adviser, read_in, ids(read_in, kind="goal", theme="woonomgeving"))
    done = finish_import(by=adviser, plan_import=read_in, into=plan)
    outcomes = [one["outcome"] for one in done.found["report"] if one["kind"] == "goal"]
    assert outcomes[:2] == ["taken", "there"]
    assert Block.objects.filter(plan=plan, kind="goal").count() == 2


def test_another_kind_and_another_theme(adviser, read_in):
    code = ids(read_in, kind="goal", theme="digitaal")[0]
    accept(adviser, read_in, [code], kind="ambition", theme="jeugd")
    done = finish_import(by=adviser, plan_import=read_in, first_year=2024, last_year=2027)
    block = Block.objects.get(plan=done.plan, kind="ambition")
    assert block.theme == "jeugd"
    assert block.text == "De gemeente wil voorkomen dat ouderen slachtoffer worden van phishing."


def test_paragraphs_and_lists_stay_apart(adviser):
    first = "Met de jeugd gaat het goed in het dorp, en ook in de kernen eromheen."
    second = "De meeste kinderen sporten, en bijna alle kinderen gaan graag naar school."
    last = "Ouders worden betrokken bij alles wat wij in het dorp doen."
    items = "• Het jongerenwerk gaat langs op vrijdag.\n• Halt geeft lessen."
    text = f"1. Jeugd en veiligheid\n{first}\n{second}\n{items}\n{last}\n"
    row = read_plan_text(by=adviser, text=text)
    accept(adviser, row, ids(row, kind="theme"))
    done = finish_import(by=adviser, plan_import=row, first_year=2024, last_year=2027)
    block = Block.objects.get(plan=done.plan, kind="theme")
    made = items.replace("•", "-")
    assert block.text == "\n\n".join([first, second, made, last])


def test_a_goal_without_a_theme_is_refused_with_a_sentence(adviser, read_in):
    code = ids(read_in, kind="vision")[0]
    with pytest.raises(PlanRefused, match="Kies bij welk thema"):
        accept(adviser, read_in, [code], kind="goal", theme="")
    with pytest.raises(PlanRefused, match="Kies een soort"):
        accept(adviser, read_in, [code], kind="verzonnen")
    with pytest.raises(PlanRefused, match="bestaat niet"):
        accept(adviser, read_in, ["p9999"])


def test_accepting_can_be_undone_and_left_to_go_on_later(adviser, read_in):
    codes = ids(read_in, kind="goal")
    accept(adviser, read_in, codes)
    settle(by=adviser, plan_import=read_in, proposals=codes[:1], deed="open")
    settle(by=adviser, plan_import=read_in, proposals=codes[1:2], deed="skipped")
    row = PlanImport.objects.get(pk=read_in.pk)
    assert codes[0] not in row.settled
    assert row.settled[codes[1]]["deed"] == "skipped"
    assert row.settled[codes[2]]["deed"] == "accepted"


def test_nothing_accepted_is_nothing_to_take_over(adviser, read_in):
    with pytest.raises(PlanRefused, match="ten minste één"):
        finish_import(by=adviser, plan_import=read_in, first_year=2024, last_year=2027)


def test_it_is_all_or_nothing(adviser, read_in):
    start_plan(by=adviser, first_year=2024, last_year=2027)
    accept(adviser, read_in, ids(read_in, kind="goal"))
    before = Block.objects.count()
    with pytest.raises(PlanRefused, match="bestaat al"):
        finish_import(by=adviser, plan_import=read_in, first_year=2024, last_year=2027)
    row = PlanImport.objects.get(pk=read_in.pk)
    assert Block.objects.count() == before
    assert row.finished_on is None
    assert len(row.settled) == len(ids(read_in, kind="goal"))


def test_afterwards_no_words_of_the_document_stay_in_the_import(adviser, read_in):
    codes = ids(read_in, kind="goal")
    accept(adviser, read_in, codes[:2])
    settle(by=adviser, plan_import=read_in, proposals=codes[2:], deed="skipped")
    done = finish_import(by=adviser, plan_import=read_in, first_year=2024, last_year=2027)
    kept = json.dumps(done.found)
    assert "proposals" not in done.found
    assert "geluidsoverlast" not in kept
    assert "phishing" not in kept
    outcomes = {one["outcome"] for one in done.found["report"]}
    assert outcomes == {"taken", "skipped", "open"}
    with pytest.raises(PlanRefused, match="al overgenomen"):
        accept(adviser, done, codes[:1])


def test_stopping_removes_everything(adviser, read_in):
    stop_import(by=adviser, plan_import=read_in)
    assert PlanImport.objects.count() == 0


def test_deeds_are_recorded_without_words(adviser, read_in):
    accept(adviser, read_in, ids(read_in, kind="goal"))
    finish_import(by=adviser, plan_import=read_in, first_year=2024, last_year=2027)
    verbs = list(
        Event.objects.filter(verb__startswith="plan.import").values_list("verb", flat=True)
    )
    assert sorted(verbs) == ["plan.import_finished", "plan.import_judged", "plan.import_read"]


@pytest.mark.parametrize("role", ["mayor", "clerk", "data_protection_officer"])
def test_only_who_writes_plans_reads_one_in(employ, read_in, role):
    other = employ(role)
    with pytest.raises(NotAllowed):
        read_plan_text(by=other, text="Een plan. " * 90)
    with pytest.raises(NotAllowed):
        settle(by=other, plan_import=read_in, proposals=["p1"], deed="accepted")
    with pytest.raises(NotAllowed):
        finish_import(by=other, plan_import=read_in, first_year=2024, last_year=2027)
    with pytest.raises(NotAllowed):
        stop_import(by=other, plan_import=read_in)


@pytest.mark.shared_data
def test_the_seed_becomes_a_plan(adviser):
    row = read_plan_file(by=adviser, file_name="opmeer.txt", content=seed_bytes())
    accept(adviser, row, [one["id"] for one in row.found["proposals"]])
    done = finish_import(by=adviser, plan_import=row, first_year=2023, last_year=2026)
    content = content_of(done.plan)
    themes = {one["code"]: one for one in content["themes"]}
    assert list(themes) == ["woonomgeving", "bedrijvigheid", "jeugd", "ondermijning", "digitaal"]
    assert all(one["text"] for one in themes.values())
    titles = [one["title"] for one in content["blocks"]]
    assert titles.count("Preventie") == 1
    assert "Nazorg" not in titles
    assert sum(one["kind"] in ("partner", "term") for one in content["blocks"]) >= 25
    documents = [
        one["details"].get("document") for one in content["blocks"] if one["kind"] == "dropped"
    ]
    assert documents == ["verkeersplan", None, "evenementenbeleid"]
