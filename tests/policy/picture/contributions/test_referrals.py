"""What belongs to another department: where it went, what came back, and how long it is open."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from integraal.foundation.audit.models import Event
from integraal.foundation.people.access import NotAllowed
from integraal.policy.picture.actions import adopt_picture, propose_picture, start_next_version
from integraal.policy.picture.content import content_of
from integraal.policy.picture.contributions.actions import (
    add_contribution,
    answer_referral,
    refer_matter,
    remove_referral,
)
from integraal.policy.picture.contributions.queries import stand_of
from integraal.policy.picture.contributions.rules import Answer, Matter, Said, link_problem
from integraal.policy.picture.models import Referral
from integraal.policy.picture.refusals import Conflict, PictureRefused

PLAN = "Het verkeersplan van de gemeente"


def days_ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)


def matter(days: int = 40, subject: str = "Te hard rijden") -> Matter:
    return Matter(subject, "Op de Dorpsstraat wordt hard gereden.", PLAN, days_ago(days))


@pytest.fixture
def said(picture, adviser):
    words = Said("residents", "Flitspeiling", days_ago(50), "Er wordt te hard gereden.")
    return add_contribution(by=adviser, picture=picture, theme="jeugd", said=words)


@pytest.fixture
def row(picture, said, adviser) -> Referral:
    return refer_matter(by=adviser, picture=picture, matter=matter(), contribution=said.pk)


@pytest.fixture
def at_work(client, sign_in, adviser):
    return sign_in(client, adviser)


@pytest.fixture
def page(picture):
    return f"/beeld/{picture.pk}/verwijzingen/"


def answer_of(row, **changed) -> dict[str, str]:
    return {
        "answer": "De drempels komen in 2027.", "answered_on": timezone.localdate().isoformat(),
        "answered_by": "Afdeling Verkeer", "stand": stand_of(row), **changed,
    }  # fmt: skip


def test_one_button_takes_what_was_said_to_the_policy_it_belongs_to(picture, said, page, at_work):
    theme = at_work.get(f"/beeld/{picture.pk}/jeugd/").content.decode()
    button = f"{page}nieuw/?inbreng={said.pk}"
    assert button in theme
    form = at_work.get(button).content.decode()
    assert "Er wordt te hard gereden." in form
    assert PLAN in form  # a theme that is not in the plan is offered as a target
    sent = {
        "subject": "Te hard rijden", "text": "Er wordt te hard gereden.", "went_to": PLAN,
        "referred_on": timezone.localdate().isoformat(), "document": "Memo", "link": "",
    }  # fmt: skip
    at_work.post(button, sent)
    row = Referral.objects.get()
    assert (row.contribution, row.document) == (said, "Memo")
    assert "Te hard rijden" in at_work.get(f"/beeld/{picture.pk}/jeugd/").content.decode()


def test_the_trace_is_on_one_page_from_whom_where_to_and_what_came_back(
    row, page, at_work, adviser
):
    shown = at_work.get(page).content.decode()
    for words in ("Inwoners: Flitspeiling", PLAN, "Nog geen antwoord", "40 dagen, dat is lang"):
        assert words in shown
    at_work.post(f"{page}{row.pk}/antwoord/", answer_of(row))
    shown = at_work.get(page).content.decode()
    assert "De drempels komen in 2027." in shown
    assert "Afdeling Verkeer" in shown
    verbs = set(Event.objects.values_list("verb", flat=True))
    assert {"picture.matter_referred", "picture.referral_answered"} <= verbs


def test_open_ones_come_first_and_can_be_seen_alone(picture, row, page, at_work, adviser):
    new = refer_matter(by=adviser, picture=picture, matter=matter(2, "Verlichting"))
    answer_referral(
        by=adviser, referral=row, answer=Answer("Ja.", days_ago(1), "Verkeer"), stand=stand_of(row)
    )
    shown = at_work.get(page).content.decode()
    assert shown.index("Verlichting") < shown.index("Te hard rijden")
    assert "Er zijn 2 verwijzingen; 1 staat nog open." in shown
    assert str(row.pk) not in at_work.get(f"{page}?stand=open").content.decode()
    assert str(new.pk) not in at_work.get(f"{page}?stand=beantwoord").content.decode()


def test_the_overview_says_how_many_are_open(picture, row, at_work):
    shown = at_work.get(f"/beeld/{picture.pk}/").content.decode()
    assert "1 staat nog open, 1 langer dan 30 dagen" in shown


def test_an_answer_comes_in_also_after_adoption_and_what_is_frozen_stays(
    picture, row, page, at_work, adviser, mayor
):
    propose_picture(by=adviser, picture=picture)
    adopted = adopt_picture(by=mayor, picture=picture, on=timezone.localdate())
    answered = at_work.post(f"{page}{row.pk}/antwoord/", answer_of(row), follow=True)
    shown = answered.content.decode()
    assert "De drempels komen in 2027." in shown
    assert "Het vastgestelde beeld zelf blijft zoals het was" in shown
    assert content_of(adopted)["referrals"][0]["answer"] == ""
    second = start_next_version(by=adviser, picture=adopted)
    assert content_of(second)["referrals"][0]["answer"] == "De drempels komen in 2027."
    row.refresh_from_db()
    with pytest.raises(PictureRefused, match="Er is een versie 2"):
        answer_referral(
            by=adviser, referral=row, answer=Answer("Nee.", days_ago(0), "Verkeer"),
            stand=stand_of(row),
        )  # fmt: skip
    assert "Er is een versie 2 van dit beeld" in at_work.get(page).content.decode()


@pytest.mark.parametrize(
    ("wrong", "say"),
    [
        ({"answered_on": "2999-01-01"}, "ligt in de toekomst"),
        ({"answered_on": "2001-01-01"}, "vóór de dag van de verwijzing"),
        ({"answered_on": "geen dag"}, "Vul een datum in die bestaat"),
        ({"answered_by": ""}, "Vul in welke afdeling antwoordde"),
        ({"answer": "a" * 20_001}, "1 teken te lang"),
    ],
)
def test_an_answer_that_cannot_be_comes_back_filled(row, page, at_work, wrong, say):
    answer = at_work.post(f"{page}{row.pk}/antwoord/", answer_of(row, **wrong))
    assert answer.status_code == 422
    assert say in answer.content.decode()
    assert "De drempels" in answer.content.decode() or "answer" in wrong


def test_two_answers_never_overwrite_each_other_unseen(row, page, at_work, adviser):
    seen = stand_of(row)
    answer_referral(
        by=adviser, referral=row, answer=Answer("Van een ander.", days_ago(1), "Verkeer"),
        stand=seen,
    )  # fmt: skip
    back = at_work.post(f"{page}{row.pk}/antwoord/", answer_of(row, stand=seen))
    assert back.status_code == 409
    assert "Van een ander." in back.content.decode()
    assert "De drempels komen in 2027." in back.content.decode()
    row.refresh_from_db()
    assert row.answer == "Van een ander."
    assert f'name="stand" value="{stand_of(row)}"' in back.content.decode()
    with pytest.raises(Conflict):
        remove_referral(by=adviser, referral=_unanswered(row), stand=seen)


def _unanswered(row):
    row.answer, row.answered_on = "", None
    row.save()
    return row


def test_what_was_answered_is_not_removed(row, adviser):
    answer_referral(
        by=adviser, referral=row, answer=Answer("Ja.", days_ago(1), "Verkeer"), stand=stand_of(row)
    )
    with pytest.raises(PictureRefused, match="Er is al antwoord"):
        remove_referral(by=adviser, referral=row, stand=stand_of(row))


@pytest.mark.parametrize(
    "link",
    ["javascript:alert(1)", "ftp://gemeente.example/x", "gemeente.example", "https://",
     "https://a b.example", "data:text/html,x", "http://[", "https://x.example/" + "a" * 200],
)  # fmt: skip
def test_a_link_is_one_that_a_browser_follows_safely(link, page, at_work, picture):
    assert link_problem(link)
    sent = {
        "subject": "X", "text": "Y", "went_to": PLAN, "referred_on": "2026-03-02", "link": link,
    }  # fmt: skip
    answer = at_work.post(f"{page}nieuw/", sent)
    assert answer.status_code == 422
    assert not Referral.objects.exists()


def test_a_good_link_is_followed():
    assert link_problem("https://www.gemeente.example/verkeersplan?x=1") is None
    assert link_problem("") is None


def test_all_of_it_goes_to_excel_and_text_is_never_a_formula(picture, row, page, at_work, adviser):
    refer_matter(by=adviser, picture=picture, matter=matter(3, "=1+1"))
    book = load_workbook(BytesIO(at_work.get(f"{page}excel").content))
    rows = list(book.active.values)
    assert rows[0][:3] == ("Onderwerp", "Toelichting", "Van wie")
    assert rows[1][3] == "Flitspeiling"
    assert rows[2][0] == "=1+1"
    assert book.active["A3"].data_type == "s"


def test_who_reads_only_what_is_adopted_sees_no_deeds(picture, row, page, client, sign_in, employ):
    sign_in(client, employ("councillor"))
    assert client.get(page).status_code == 404
    with pytest.raises(NotAllowed):
        answer_referral(
            by=employ("councillor"), referral=row, answer=Answer("Ja.", days_ago(0), "X"),
            stand=stand_of(row),
        )  # fmt: skip


def test_the_list_asks_no_question_per_row(picture, row, page, at_work, adviser):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def number_of_queries():
        with CaptureQueriesContext(connection) as asked:
            at_work.get(page)
        return len(asked)

    few = number_of_queries()
    for nth in range(10):
        refer_matter(by=adviser, picture=picture, matter=matter(nth, f"Zaak {nth}"))
    assert number_of_queries() == few
