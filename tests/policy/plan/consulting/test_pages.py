"""The adviser's pages: open, invite, remind, answer, export."""

import io
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from integraal.foundation.people.access import NotAllowed
from integraal.policy.plan.consulting.actions import (
    Invitee,
    extend_consultation,
    invite,
    open_consultation,
    weigh_comment,
)
from integraal.policy.plan.consulting.register import register_of
from integraal.policy.plan.models import Comment, Consultation, Invitation
from integraal.policy.plan.refusals import Conflict, PlanRefused


@pytest.fixture
def signed(client, sign_in, adviser):
    return sign_in(client, adviser)


@pytest.fixture
def said(goal, invited, sent):
    sent(invited[1], deed="zeg", block=str(goal.key), text="=Noem de wijkagent.")
    return Comment.objects.get()


def words(answer):
    return answer.content.decode()


def page_of(row):
    return reverse("plan-consultation", args=[row.plan_id, row.pk])


def test_opened_for_six_weeks_with_an_edition(signed, plan, goal):
    new = reverse("plan-consultation-new", args=[plan.pk])
    in_six_weeks = (timezone.localdate() + timedelta(days=42)).isoformat()
    assert f'value="{in_six_weeks}"' in words(signed.get(new))
    wrong = signed.post(new, {"title": "", "question": "Klopt het?", "ends_on": in_six_weeks})
    assert wrong.status_code == 422
    assert "Klopt het?" in words(wrong)
    done = signed.post(new, {"title": "Driehoek", "ends_on": in_six_weeks}, follow=True)
    assert "Nog niemand uitgenodigd" in words(done)
    row = Consultation.objects.get()
    assert (row.edition.purpose, row.edition.number) == ("consultation", 1)


def test_a_new_link_is_shown_once_with_a_mail(signed, consultation):
    url = page_of(consultation)
    given = {"recipient": "Teamchef", "organisation": "Politie", "ends_on": consultation.ends_on}
    made = words(signed.post(url, given))
    assert "/reageren/igd_" in made
    assert "mailto:?subject=" in made
    assert "/reageren/igd_" not in words(signed.get(url))


def test_twice_the_same_person_warns_and_may_be_meant(signed, consultation):
    url = page_of(consultation)
    given = {"recipient": "Teamchef", "organisation": "Politie", "ends_on": consultation.ends_on}
    signed.post(url, given)
    again = signed.post(url, {**given, "organisation": "politie"})
    assert again.status_code == 422
    assert "Teamchef (politie) is al uitgenodigd" in words(again)
    assert "Toch uitnodigen" in words(again)
    assert Invitation.objects.count() == 1
    assert signed.post(url, {**given, "anyway": "on"}).status_code == 200
    assert Invitation.objects.count() == 2


def test_reminded_extended_renewed_revoked(signed, consultation, invited):
    url = page_of(consultation)
    args = [consultation.plan_id, consultation.pk, invited[0].pk]
    text = words(signed.get(reverse("plan-invitation-remind", args=args)))
    assert "u kunt nog reageren" in text.lower()
    signed.post(reverse("plan-invitation-remind", args=args))
    assert "Herinnerd op" in words(signed.get(url))
    past = {"ends_on": (timezone.localdate() - timedelta(days=1)).isoformat()}
    assert signed.post(reverse("plan-invitation-extend", args=args), past).status_code == 422
    later = {"ends_on": (timezone.localdate() + timedelta(days=60)).isoformat()}
    assert signed.post(reverse("plan-invitation-extend", args=args), later).status_code == 302
    assert "/reageren/igd_" in words(signed.post(reverse("plan-invitation-renew", args=args)))
    signed.post(reverse("plan-invitation-revoke", args=args))
    assert "Ingetrokken op" in words(signed.get(url))


def test_who_opened_who_finished_and_who_did_not(signed, consultation, invited, opened, sent):
    assert "1 uitgenodigd, 0 geopend, 0 klaar" in words(signed.get(page_of(consultation)))
    opened(invited[1])
    sent(invited[1], deed="klaar")
    assert "1 uitgenodigd, 1 geopend, 1 klaar" in words(signed.get(page_of(consultation)))


def test_the_register_is_plain_text_by_function_and_organisation(plan, said):
    [line] = register_of(plan)
    assert (line["organisation"], line["recipient"]) == ("Politie Noord", "Teamchef")
    assert (line["theme"], line["where"]) == (
        "Veilige woon- en leefomgeving",
        "Doel: Minder inbraken",
    )
    assert all(isinstance(value, str) for value in line.values())


def test_filtered_counted_and_answered(signed, plan, said):
    url = reverse("plan-comments", args=[plan.pk])
    assert "1 reactie: 1 nog niet beantwoord" in words(signed.get(url))
    assert "0 van 1 getoond" in words(signed.get(url, {"weighing": "taken"}))
    assert "1 van 1 getoond" in words(signed.get(url, {"theme": "woonomgeving"}))
    answer = reverse("plan-comment-answer", args=[plan.pk, said.pk])
    wrong = signed.post(answer, {"weighing": "not", "response": "", "base_revision": "1"})
    assert wrong.status_code == 422
    assert "Schrijf op waarom" in words(wrong)
    given = {"weighing": "not", "response": "Geen taak.", "base_revision": "1"}
    assert signed.post(answer, given).status_code == 302
    assert "1 niet overgenomen" in words(signed.get(url))
    clash = signed.post(answer, {**given, "response": "Toch wel."})
    assert clash.status_code == 409
    assert "Geen taak." in words(clash)
    assert "Toch wel." in words(clash)


def test_an_answer_on_a_comment_that_was_changed_meanwhile_is_a_clash(adviser, invited, said, sent):
    sent(invited[1], deed="verander", comment=said.pk, text="Iets anders.", base_revision=1)
    with pytest.raises(Conflict):
        weigh_comment(by=adviser, comment=said, weighing="noted", response="", base_revision=1)


def test_the_excel_file_holds_every_comment_as_text(signed, plan, said):
    answer = signed.get(reverse("plan-comments-xlsx", args=[plan.pk]))
    sheet = load_workbook(io.BytesIO(answer.content)).active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][0] == "Consultatie"
    assert "=Noem de wijkagent." in rows[1]
    assert sheet.cell(2, rows[1].index("=Noem de wijkagent.") + 1).data_type == "s"


def test_more_time_for_everybody_and_open_again(adviser, consultation, invited):
    later = timezone.localdate() + timedelta(days=90)
    extend_consultation(by=adviser, consultation=consultation, ends_on=later)
    assert Invitation.objects.get().ends_on == later


@pytest.mark.parametrize(
    ("invitee", "says"),
    [
        (Invitee(" "), "voor wie de link is"),
        (Invitee("x" * 121), "hoogstens 120"),
        (Invitee("Teamchef", themes=("maan",)), "staat niet in deze uitgave"),
    ],
)
def test_an_invitation_that_cannot_be_is_refused(adviser, consultation, invitee, says):
    with pytest.raises(PlanRefused, match=says):
        invite(by=adviser, consultation=consultation, invitee=invitee)


def test_who_may_not_consult_does_not_and_who_reads_drafts_reads(
    client, sign_in, employ, mayor, plan, consultation
):
    with pytest.raises(NotAllowed):
        open_consultation(by=mayor, plan=plan, title="Zomaar")
    sign_in(client, mayor)
    page = words(client.get(page_of(consultation)))
    assert "Maak de link" not in page
    assert client.get(reverse("plan-consultation-new", args=[plan.pk])).status_code == 403
    sign_in(client, employ("councillor"))
    assert client.get(page_of(consultation)).status_code in (403, 404)


def test_the_pages_ask_no_question_per_row(
    signed, adviser, plan, consultation, django_assert_max_num_queries
):
    for number in range(15):
        invitee = Invitee(f"Functie {number}")
        made, _ = invite(by=adviser, consultation=consultation, invitee=invitee)
        Comment.objects.create(
            tenant_id=plan.tenant_id, invitation=made, text="Zo.", said_on=timezone.localdate()
        )
    for url in (
        page_of(consultation),
        reverse("plan-consultations", args=[plan.pk]),
        reverse("plan-comments", args=[plan.pk]),
    ):
        with django_assert_max_num_queries(24):
            signed.get(url)
