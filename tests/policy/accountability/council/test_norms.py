"""The norms of the audit offices: answered in a minute, with what the report itself shows."""

from dataclasses import replace

import pytest
from django.urls import reverse
from django.utils import timezone

from integraal.foundation.definitions import kinds
from integraal.foundation.definitions.actions import add_definition, change_definition
from integraal.foundation.lifecycle import actions as lifecycle
from integraal.foundation.people.access import NotAllowed
from integraal.policy.accountability.models import NormAnswer
from integraal.policy.accountability.norms.actions import Given, answer_norms
from integraal.policy.accountability.norms.content import UNANSWERED, norms_content
from integraal.policy.accountability.norms.hints import FACTS, hint
from integraal.policy.accountability.norms.own_norms import norms, problems_of
from integraal.policy.accountability.refusals import AccountRefused, Conflict
from integraal.policy.accountability.reports.content import build_content
from tests.policy.accountability.sample import an_account


def place(report):
    return reverse("report-norms", args=[report.pk])


@pytest.mark.parametrize(
    ("fact", "says"),
    [
        ("doelen-met-cijfer", "1 van de 3 doelen heeft een cijfer."),
        ("doelen-met-maatregel", "Bij 3 van de 3 doelen staan maatregelen. "
         "2 maatregelen horen bij geen doel."),
        ("bijgewerkt", "Van 3 van de 6 maatregelen is in deze periode gezegd hoe het gaat."),
        ("partners", "Van 5 van de 6 maatregelen staat vast wie ervan is; "
         "bij 6 staat een partner."),
        ("uitgaven", "Van 6 van de 6 maatregelen met een budget is bekend wat is uitgegeven."),
        ("raadsvragen", "De raad stelde 1 vraag; daarvan is er 1 beantwoord."),
        ("geen", ""), ("onbekend", ""),
    ],
)  # fmt: skip
def test_a_hint_counts_what_the_report_shows(fact, says):
    assert hint(fact, an_account()) == says


def test_an_empty_report_gives_hints_without_counts():
    empty = replace(an_account(), themes=(), questions=())
    assert hint("doelen-met-cijfer", empty) == "In dit rapport staan geen doelen."
    assert hint("uitgaven", empty) == "In dit rapport staan geen maatregelen."
    assert hint("raadsvragen", empty) == "De raad stelde in deze periode geen vragen."


def test_every_shipped_norm_is_right_and_shows_a_known_fact(molendrecht):
    shipped = kinds.kind("audit-norms").shipped()
    assert len(shipped) == 8
    assert [problems_of(one) for one in shipped.values()] == [[]] * 8
    assert {one.fact for one in norms()} <= FACTS.keys()


def test_norms_are_answered_and_the_rest_is_listed_as_not_answered(
    client, adviser, report, sign_in
):
    sent = {"answer-zicht": "partly", "text-zicht": "Per dorp nog niet.", "base-zicht": "0"}
    answer = sign_in(client, adviser).post(place(report), sent)
    assert answer.status_code == 302
    found = norms_content(report)
    assert len(found) == 8
    assert found[0]["name"] == "Zicht op de situatie"
    assert (found[0]["answer"], found[0]["text"]) == ("deels", "Per dorp nog niet.")
    assert {one["answer"] for one in found[1:]} == {UNANSWERED}
    assert NormAnswer.objects.get().revision == 1
    sign_in(client, adviser).post(place(report), {**sent, "base-zicht": "1"})
    assert NormAnswer.objects.get().revision == 1


def test_an_answer_can_be_taken_back(adviser, report):
    answer_norms(by=adviser, report=report, answers={"zicht": Given("no", "Nee.")})
    answer_norms(by=adviser, report=report, answers={"zicht": Given("", "", 1)})
    assert not NormAnswer.objects.exists()


@pytest.mark.parametrize(
    ("code", "given", "say_so"),
    [
        ("zicht", Given("maybe"), "Kies ja"), ("zicht", Given("", "Tekst"), "toelichting"),
        ("zicht", Given("yes", "x" * 2001), "langer"), ("weg", Given("yes"), "er niet meer"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_told(adviser, report, code, given, say_so):
    with pytest.raises(AccountRefused, match=say_so):
        answer_norms(by=adviser, report=report, answers={code: given})


def test_two_writers_lose_nothing(client, adviser, employ, report, sign_in):
    other = employ("adviser", name="Ander")
    answer_norms(by=other, report=report, answers={"zicht": Given("no", "Van de ander.")})
    with pytest.raises(Conflict):
        answer_norms(by=adviser, report=report, answers={"zicht": Given("yes")})
    sent = {"answer-zicht": "yes", "text-zicht": "Van mij.", "base-zicht": "0"}
    shown = sign_in(client, adviser).post(place(report), sent)
    page = shown.content.decode()
    assert shown.status_code == 409
    assert "nee. Van de ander." in page
    assert "Van mij." in page
    assert 'name="base-zicht" value="1"' in page


def test_who_does_not_write_reads_a_report_that_is_settled_only(client, employ, report, sign_in):
    councillor, mayor = employ("councillor"), employ("mayor")
    assert sign_in(client, councillor).get(place(report)).status_code == 404
    page = sign_in(client, mayor).get(place(report)).content.decode()
    assert "Nog niet beantwoord" in page
    assert "Bewaar de antwoorden" not in page
    assert sign_in(client, mayor).post(place(report), {}).status_code == 403
    with pytest.raises(NotAllowed):
        answer_norms(by=mayor, report=report, answers={"zicht": Given("yes")})


def test_an_adopted_report_keeps_its_answers_under_the_norms_of_then(
    client, adviser, mayor, employ, report, sign_in
):
    answer_norms(by=adviser, report=report, answers={"zicht": Given("yes", "Zeker.")})
    lifecycle.propose(report, by=adviser, verb="plan.proposed")
    decision = lifecycle.Decision("college", timezone.localdate(), "C-1")
    content = build_content(report)
    lifecycle.adopt(report, by=mayor, verb="plan.adopted", decision=decision, content=content)
    change_definition(
        by=adviser, kind=kinds.kind("audit-norms"), code="zicht", reason="Korter", based_on=0,
        values={"name": "Beeld", "question": "Weten we het?", "fact": "geen", "used": "nee",
                "place": 1},
    )  # fmt: skip
    with pytest.raises(NotAllowed):
        answer_norms(by=adviser, report=report, answers={"zicht": Given("no")})
    page = sign_in(client, employ("councillor")).get(place(report)).content.decode()
    assert "Zicht op de situatie" in page
    assert "Zeker." in page


def test_a_municipality_adds_a_norm_of_its_own_and_leaves_one_out(adviser, report):
    kind = kinds.kind("audit-norms")
    values = {"name": "Jongeren", "question": "Horen we jongeren?", "fact": "geen", "used": "ja",
              "place": 1}  # fmt: skip
    add_definition(by=adviser, kind=kind, code="jongeren", values=values, reason="Ambitie",
                   variant="")  # fmt: skip
    change_definition(
        by=adviser, kind=kind, code="communicatie", reason="Elders", based_on=0,
        values={"name": "Communicatie", "question": "?", "fact": "geen", "used": "nee", "place": 5},
    )  # fmt: skip
    codes = [one["code"] for one in norms_content(report)]
    assert codes[0] == "jongeren"
    assert "communicatie" not in codes
