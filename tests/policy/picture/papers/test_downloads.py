"""Who may fetch which paper, by screen and by API, and what the one page looks like."""

from __future__ import annotations

from datetime import timedelta

import pdfua
import pytest
from django.urls import reverse
from django.utils import timezone

from integraal.foundation.documents.actions import change_template
from integraal.foundation.documents.models import WordTemplate
from integraal.foundation.people.actions import make_token
from integraal.policy.picture.papers.choosing import PAPERS
from integraal.policy.picture.papers.infographic import picture_infographic
from integraal.policy.picture.papers.word_kind import WORD
from tests.foundation.documents.word.word_files import docx
from tests.policy.picture.papers.reading import pdf_pages

BEGINS = {"pdf": b"%PDF", "word": b"PK", "excel": b"PK", "infographic": b"%PDF"}
CODES = sorted(BEGINS)


def address(picture, code: str) -> str:
    return reverse(f"picture-{code}", args=[picture.pk])


def test_the_list_of_papers_is_whole():
    assert sorted(PAPERS) == CODES


@pytest.mark.parametrize("code", CODES)
def test_the_adviser_fetches_a_draft_and_its_name_says_so(client, adviser, sign_in, picture, code):
    answer = sign_in(client, adviser).get(address(picture, code))
    assert answer.content.startswith(BEGINS[code])
    assert "-concept." in answer["Content-Disposition"]
    assert answer["Content-Type"] == PAPERS[code].content_type


@pytest.mark.parametrize("code", [*CODES, "one-page"])
def test_a_councillor_gets_adopted_ones_only(client, employ, sign_in, picture, code):
    assert sign_in(client, employ("councillor")).get(address(picture, code)).status_code == 404


@pytest.mark.parametrize("code", CODES)
def test_a_councillor_gets_the_same_bytes_as_the_mayor(
    client, employ, mayor, sign_in, adopted, code
):
    first = sign_in(client, mayor).get(address(adopted, code)).content
    assert sign_in(client, employ("councillor")).get(address(adopted, code)).content == first


@pytest.mark.parametrize("code", CODES)
def test_the_api_hands_out_the_same_file(client, employ, sign_in, adopted, code):
    reader = employ("adviser", "administrator")
    ends_on = timezone.localdate() + timedelta(days=3)
    key = make_token(by=reader, name="x", scopes=["picture:read"], ends_on=ends_on)[1]
    path = f"/api/v1/pictures/{adopted.pk}/{code}"
    assert client.get(path).status_code == 401
    answer = client.get(path, HTTP_AUTHORIZATION=f"Bearer {key}")
    assert answer.status_code == 200
    assert answer.content == sign_in(client, reader).get(address(adopted, code)).content


def test_the_overview_leads_to_all_of_them(client, adviser, sign_in, picture):
    page = sign_in(client, adviser).get(reverse("picture", args=[picture.pk])).content.decode()
    for code in (*CODES, "one-page"):
        assert address(picture, code) in page


def test_a_template_that_no_longer_fits_gets_a_sentence(
    client, adviser, administrator, sign_in, picture
):
    change_template(by=administrator, kind=WORD, file_name="x.docx", content=docx("{{ titel }}"))
    WordTemplate.objects.update(content=docx("{{ vroeger }}"))
    answer = sign_in(client, adviser).get(address(picture, "word"), follow=True)
    assert "“vroeger” bestaat niet" in answer.content.decode()


def test_the_infographic_passes_the_gate_and_a_draft_says_so(
    picture, adviser, molendrecht, tmp_path
):
    content = picture_infographic(by=adviser, picture=picture, tenant=molendrecht)[1]
    file = tmp_path / "one.pdf"
    file.write_bytes(content)
    assert [finding.message for finding in pdfua.validate(str(file)).findings] == []
    (page,) = pdf_pages(content)
    assert "Concept" in page


def test_the_web_page_names_margin_period_and_source(client, adviser, sign_in, picture):
    page = sign_in(client, adviser).get(address(picture, "one-page")).content.decode()
    for words in ("125", "in 2025", "marge (95 %) 104 tot 149", "Bronnen:", "Niet gevraagd"):
        assert words in page
