"""Papers of a report in the database: who gets them, that they stand fast, and the page."""

import pytest
from django.urls import reverse

from integraal.foundation.documents.actions import change_template
from integraal.foundation.documents.models import Rendition
from integraal.policy.accountability.models import Report
from integraal.policy.accountability.papers.choosing import PAPERS, made
from integraal.policy.accountability.papers.word_kind import WORD
from tests.foundation.documents.word.word_files import docx
from tests.policy.accountability.adopting import a_report, adopt, tell
from tests.policy.picture.papers.reading import pdf_words, word_words


@pytest.fixture
def draft(adviser, programme, lively) -> Report:
    report = a_report(adviser, programme)
    tell(report, "intro", "Het was een vol jaar.")
    return report


@pytest.fixture
def adopted(adviser, draft) -> Report:
    return adopt(adviser, draft)


def paper(code, by, report, tenant) -> tuple[str, bytes]:
    return made(PAPERS[code], by, report, tenant)


def test_an_adopted_report_is_made_once_and_says_who_adopted_it(
    adopted, adviser, molendrecht
) -> None:
    name, first = paper("pdf", adviser, adopted, molendrecht)
    assert paper("pdf", adviser, adopted, molendrecht)[1] == first
    assert name == "jaarrapportage-2024-01-01-2024-12-31-versie-1.pdf"
    assert Rendition.objects.filter(file_name=name).count() == 1
    words = pdf_words(first)
    assert "oncept" not in words
    assert "Vastgesteld op 11 maart 2025 door het college" in words
    for mark in (adopted.fingerprint, adopted.facts_mark):
        assert mark in words.replace(" ", "")
    assert "Het was een vol jaar." in words


def test_a_draft_says_concept_and_is_not_kept(draft, adviser, molendrecht) -> None:
    name, content = paper("pdf", adviser, draft, molendrecht)
    assert name.endswith("-concept.pdf")
    assert "dit rapport is nog niet vastgesteld" in pdf_words(content)
    assert not Rendition.objects.exists()


def test_word_holds_measures_and_sentences_and_no_field_is_left(
    adopted, adviser, molendrecht
) -> None:
    words = word_words(paper("word", adviser, adopted, molendrecht)[1])
    for said in ("Elke week toezicht", "van de 4 maatregelen is er 1 afgerond", "Bronnen"):
        assert said in words
    assert "{{" not in words
    assert "{%" not in words


def test_a_municipality_uses_its_own_template(draft, adviser, employ, molendrecht) -> None:
    own = docx("Ons rapport: {{ titel }}")
    change_template(by=employ("administrator"), kind=WORD, file_name="ons.docx", content=own)
    words = word_words(paper("word", adviser, draft, molendrecht)[1])
    assert words.strip() == "Ons rapport: Jaarrapportage 2024"


def test_the_page_lists_every_paper_and_each_opens(
    client, sign_in, adviser, adopted, django_assert_max_num_queries
) -> None:
    sign_in(client, adviser)
    with django_assert_max_num_queries(18):
        page = client.get(reverse("report-documents", args=[adopted.pk]))
    shown = page.content.decode()
    for one in PAPERS.values():
        address = reverse(one.url, args=[adopted.pk])
        assert address in shown
        answer = client.get(address)
        assert (answer.status_code, answer["Content-Type"]) == (200, one.content_type)
    assert reverse("report-to-picture", args=[adopted.pk]) in shown


@pytest.mark.parametrize("name", ["report-documents", "report-pdf", "report-word", "report-excel"])
def test_who_may_not_read_the_draft_gets_no_paper(client, sign_in, employ, draft, name) -> None:
    address = reverse(name, args=[draft.pk])
    assert client.get(address).status_code == 302
    sign_in(client, employ("councillor"))
    assert client.get(address).status_code == 404


def test_a_council_member_reads_the_adopted_report_but_does_not_send_it(
    client, sign_in, employ, adopted
) -> None:
    sign_in(client, employ("councillor"))
    shown = client.get(reverse("report-documents", args=[adopted.pk])).content.decode()
    assert reverse("report-pdf", args=[adopted.pk]) in shown
    assert reverse("report-to-picture", args=[adopted.pk]) not in shown
