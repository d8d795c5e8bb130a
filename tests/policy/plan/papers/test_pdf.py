"""The PDF of a plan: every word of it, who says what a figure is, and how it stands."""

from __future__ import annotations

import io
from typing import Any

import pdfua
import pypdf

from integraal.foundation.documents.models import Rendition
from integraal.policy.plan.actions import start_plan
from integraal.policy.plan.content import all_blocks, content_of
from integraal.policy.plan.document_parts.goals import goal_rows
from integraal.policy.plan.documents import plan_pdf
from integraal.policy.plan.writing.actions import add_block
from tests.foundation.documents.test_typesetting import outline_titles, struct_types
from tests.policy.picture.papers.reading import one_spaced, pdf_pages, pdf_words


def made(by, plan, tenant) -> bytes:
    return plan_pdf(by=by, plan=plan, tenant=tenant)[1]


def squeezed(text: str) -> str:
    return one_spaced(text).replace(" ", "")


def test_every_title_and_every_goal_is_in_it(whole, adviser, molendrecht) -> None:
    content = content_of(whole)
    words = squeezed(pdf_words(made(adviser, whole, molendrecht)))
    for block in all_blocks(content):
        assert squeezed(block["title"]) in words
    rows = goal_rows(content)
    assert len(rows) == 20
    for row in rows:
        for part in (row.number, row.what, row.why, row.owner, row.by_date, row.baseline,
                     row.baseline_of, row.target):  # fmt: skip
            assert squeezed(part) in words


def test_a_figure_in_a_text_is_the_number_with_the_number_of_its_source(
    whole, adviser, molendrecht
) -> None:
    words = pdf_words(made(adviser, whole, molendrecht))
    assert "[[" not in words
    assert "In 2025 waren het er 125[1], en dat was 125 tegen 131[1]" in words
    assert "Bronnen" in words


def test_the_parts_stand_in_the_order_of_a_plan(whole, adviser, molendrecht) -> None:
    file = pypdf.PdfReader(io.BytesIO(made(adviser, whole, molendrecht)))
    titles = outline_titles(file.outline)
    wanted = [
        "Samenvatting voor inwoners", "Voorwoord", "Aanleiding, kader en visie",
        "Het veiligheidsbeeld", "De prioriteiten", "Veilige woon- en leefomgeving",
        "Cybercrime en digitale veiligheid", "Samenwerken en organiseren",
        "Volgen, bijsturen en verantwoorden", "Thema’s die in ander beleid staan", "Begrippen",
        "Bronnen",
    ]  # fmt: skip
    assert [title for title in titles if title in wanted] == wanted


def test_a_draft_says_concept_on_every_page(whole, adviser, molendrecht) -> None:
    pages = pdf_pages(made(adviser, whole, molendrecht))
    assert len(pages) > 8
    assert all("Concept" in page for page in pages)


def test_an_adopted_plan_says_so_and_is_made_once(adopted, adviser, molendrecht) -> None:
    first = made(adviser, adopted, molendrecht)
    assert made(adviser, adopted, molendrecht) == first
    assert Rendition.objects.filter(file_name__startswith="veiligheidsplan").count() == 1
    words = pdf_words(first)
    assert "oncept" not in words
    assert "Vastgesteld op 26 november 2026 door de gemeenteraad" in words
    assert "R-7" in words
    assert adopted.fingerprint in words.replace(" ", "")


def test_goals_are_a_table_and_the_gate_for_pdf_ua_finds_nothing(
    whole, adviser, molendrecht, tmp_path
) -> None:
    content = made(adviser, whole, molendrecht)
    kinds = struct_types(content)
    assert kinds.count("/Table") >= 5
    assert kinds.count("/TH") >= 5 * 6
    assert {"/H1", "/H2", "/TOC", "/Link"} <= set(kinds)
    file = tmp_path / "plan.pdf"
    file.write_bytes(content)
    assert [finding.message for finding in pdfua.validate(str(file)).findings] == []
    root: Any = pypdf.PdfReader(io.BytesIO(content)).trailer["/Root"]
    assert root["/Lang"] == "nl"


def test_a_plan_in_which_nobody_wrote_yet_prints(adviser, molendrecht, loaded) -> None:
    plan = start_plan(by=adviser, first_year=2027, last_year=2030)
    words = pdf_words(made(adviser, plan, molendrecht))
    assert "Bij dit thema staat nog niets." in words
    assert "Samenvatting voor inwoners" not in words


def test_what_somebody_typed_stays_text(whole, adviser, molendrecht) -> None:
    rude = '#panic("x") <b>vet</b> \\ $x$ *ster* _lijn_ @ref'
    add_block(by=adviser, plan=whole, kind="organisation", title=rude, text=rude)
    assert squeezed(rude) in squeezed(pdf_words(made(adviser, whole, molendrecht)))
