"""The pages of the import: what somebody sees, does, and gets told."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from integraal.policy.plan.importing.actions import read_plan_file, read_plan_text, settle
from integraal.policy.plan.models import Plan, PlanImport
from tests.policy.plan.importing.known import PLANS


@pytest.fixture
def desk(client, sign_in, adviser):
    return sign_in(client, adviser)


@pytest.fixture
def row(adviser):
    content = (PLANS / "numbered.txt").read_bytes()
    return read_plan_file(by=adviser, file_name="heideveld.txt", content=content)


def part_of(row, theme):
    number = next(one["number"] for one in row.found["parts"] if one["theme"] == theme)
    return reverse("plan-import-part", args=[row.pk, number])


def said(response):
    return re.sub(r"\s+", " ", response.content.decode())


def test_a_document_leads_to_what_was_found(desk):
    file = SimpleUploadedFile("heideveld.txt", (PLANS / "numbered.txt").read_bytes())
    page = desk.post(reverse("plan-import"), {"file": file, "text": ""}, follow=True)
    assert page.status_code == 200
    assert "Veilige woon- en leefomgeving" in said(page)
    assert "in het document: Veilige wijken" in said(page)
    assert "vermoedelijk zijn hier doelen weggevallen" in said(page)


def test_pasted_text_does_the_same(desk):
    text = (PLANS / "capitals.txt").read_text()
    page = desk.post(reverse("plan-import"), {"text": text}, follow=True)
    assert "geplakte tekst" in said(page)
    assert "Ondermijning" in said(page)


def test_a_file_that_cannot_be_read_gets_a_sentence_and_pasted_text_stays(desk):
    page = desk.post(reverse("plan-import"), {"text": "Dit is te kort."})
    assert page.status_code == 422
    assert "geen lopende tekst" in said(page)
    assert "Dit is te kort." in said(page)
    scan = SimpleUploadedFile("scan.pdf", b"%PDF-1.7 niets")
    page = desk.post(reverse("plan-import"), {"file": scan, "text": ""})
    assert page.status_code == 422
    assert "PDF is beschadigd" in said(page)
    assert PlanImport.objects.count() == 0


def test_a_file_far_too_large_is_refused_before_it_is_read(desk):
    large = SimpleUploadedFile("groot.pdf", b"%PDF-1.7" + b"0" * (21 * 1024 * 1024))
    page = desk.post(reverse("plan-import"), {"file": large, "text": ""})
    assert page.status_code == 422
    assert "groter dan 20 MB" in said(page)


def test_judging_on_the_page(desk, row):
    address = part_of(row, "woonomgeving")
    goal = next(one["id"] for one in row.found["proposals"] if one["kind"] == "goal")
    sent = {"voorstel": goal, "deed": "neem-over", f"{goal}-kind": "goal",
            f"{goal}-theme": "woonomgeving"}  # fmt: skip
    answer = desk.post(address + "beoordelen", sent)
    assert answer.url.endswith(f"#{goal}")
    row.refresh_from_db()
    assert row.settled[goal]["deed"] == "accepted"
    desk.post(address + "beoordelen", {"voorstel": goal, "deed": "terug"})
    row.refresh_from_db()
    assert row.settled == {}


def test_a_goal_without_a_theme_comes_back_filled_in(desk, row):
    address = part_of(row, "woonomgeving")
    goal = next(one["id"] for one in row.found["proposals"] if one["kind"] == "goal")
    sent = {"voorstel": goal, "deed": "neem-over", f"{goal}-kind": "ambition", f"{goal}-theme": ""}
    page = desk.post(address + "beoordelen", sent)
    assert page.status_code == 422
    assert "Kies bij welk thema dit hoort" in said(page)
    assert '<option value="ambition" selected>' in said(page)


def test_what_only_looks_like_a_goal_is_not_taken_over_with_the_rest(desk, adviser):
    words = "De gemeente wil overlast verminderen. Wij houden toezicht. " * 8
    text = f"1. Jeugd en veiligheid\n\n{words}\n\n2. Ondermijning\n\n{words}"
    row = read_plan_text(by=adviser, text=text)
    doubtful = {
        one["id"]
        for one in row.found["proposals"]
        if one["kind"] == "goal" and one["theme"] == "jeugd"
    }
    address = part_of(row, "jeugd")
    desk.post(address + "alles")
    row.refresh_from_db()
    assert doubtful
    assert doubtful.isdisjoint(row.settled)
    assert row.settled
    assert "Lees die zelf" in said(desk.get(address))


def test_all_of_a_part_at_once_then_finish_and_read_the_report(desk, row):
    desk.post(part_of(row, "woonomgeving") + "alles")
    sent = {"into": "nieuw", "title": "", "first_year": "2024", "last_year": "2027"}
    page = desk.post(reverse("plan-import-finish", args=[row.pk]), sent, follow=True)
    assert "4 voorstellen overgenomen" in said(page)
    assert "niet beoordeeld, niet overgenomen" in said(page)
    assert Plan.objects.get().first_year == 2024


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"into": "nieuw", "first_year": "", "last_year": "2027"}, "Vul het jaar in"),
        ({"into": "nieuw", "first_year": "abc", "last_year": "2027"}, "zoals 2023"),
        ({"into": "nieuw", "first_year": "2024", "last_year": "2029"}, "ten hoogste vier jaar"),
    ],
)
def test_years_that_cannot_be_get_a_sentence(desk, adviser, row, sent, says):
    settle(by=adviser, plan_import=row, proposals=["p1"], deed="accepted")
    page = desk.post(reverse("plan-import-finish", args=[row.pk]), {"title": "Ons plan", **sent})
    assert page.status_code == 422
    assert says in said(page)
    assert "Ons plan" in said(page)
    assert Plan.objects.count() == 0


def test_words_of_a_document_are_never_markup(desk, adviser):
    text = "1. Jeugd en veiligheid\n" + "Met <script>alert(1)</script> gaat het goed hier. " * 10
    row = read_plan_file(by=adviser, file_name="<b>plan</b>.txt", content=text.encode())
    for address in (reverse("plan-import-overview", args=[row.pk]), part_of(row, "jeugd")):
        page = said(desk.get(address))
        assert "<script>alert(1)" not in page
        assert "<b>plan</b>" not in page


@pytest.mark.parametrize("role", ["mayor", "data_protection_officer"])
def test_others_do_not_get_in(client, sign_in, employ, row, role):
    other = sign_in(client, employ(role))
    for address in (
        reverse("plan-import"),
        reverse("plan-import-overview", args=[row.pk]),
        part_of(row, "woonomgeving"),
        reverse("plan-import-finish", args=[row.pk]),
    ):
        assert other.get(address).status_code == 403
    assert other.post(reverse("plan-import-stop", args=[row.pk])).status_code == 403
    assert PlanImport.objects.filter(pk=row.pk).exists()


def test_an_import_of_another_municipality_is_not_there(desk, row, oostwaard):
    PlanImport.objects.filter(pk=row.pk).delete()
    assert desk.get(reverse("plan-import-overview", args=[row.pk])).status_code == 404


def test_pages_take_few_queries(desk, row, django_assert_max_num_queries):
    with django_assert_max_num_queries(20):
        desk.get(part_of(row, "woonomgeving"))
    with django_assert_max_num_queries(20):
        desk.get(reverse("plan-import-overview", args=[row.pk]))
