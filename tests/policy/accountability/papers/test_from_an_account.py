"""Papers of an account: every word of it, sources by number, and amounts as numbers."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pdfua
import pypdf
import pytest

from integraal.foundation.documents.typesetting import compile_pdf
from integraal.policy.accountability.outline import Account, Sentence
from integraal.policy.accountability.papers.amounts import as_amount
from integraal.policy.accountability.papers.report_body import TEMPLATE, body_of
from integraal.policy.accountability.papers.sheets import workbook_of
from integraal.policy.accountability.papers.sourcing import (
    marks_of,
    numbers_of,
    source_lines,
    spans_of,
)
from integraal.policy.accountability.papers.word_template.make_template import TARGET, make
from tests.foundation.documents.test_typesetting import outline_titles, struct_types
from tests.policy.accountability.large import a_large_account
from tests.policy.accountability.sample import an_account
from tests.policy.picture.papers.reading import one_spaced, pdf_pages, rows_of, workbook_cells

COVER = {
    "lang": "nl", "municipality": "Gemeente Voorbeeldstad", "fictitious": True, "version": 1,
    "state_label": "Concept", "state_line": "Concept: dit rapport is nog niet vastgesteld",
    "is_draft": True, "facts": [["Periode", "2025"]], "made_on": "2026-02-01T10:00:00+01:00",
    "fingerprint": "", "recipe": "vingerafdruk(inhoud)",
}  # fmt: skip


def pdf_of(account: Account, **cover: Any) -> bytes:
    data = {**COVER, "title": account.title, **cover, **body_of(account)}
    return compile_pdf(TEMPLATE, data)


def squeezed(text: str) -> str:
    return one_spaced(text).replace(" ", "")


@pytest.mark.parametrize("make_account", [an_account, a_large_account])
def test_every_sentence_measure_and_source_is_in_the_pdf(make_account) -> None:
    account = make_account()
    words = squeezed(" ".join(pdf_pages(pdf_of(account))))
    for sentence in account.sentences():
        assert squeezed(sentence.text) in words
    for theme in account.themes:
        assert squeezed(theme.name) in words
        for one in theme.all_measures:
            assert squeezed(one.title) in words
            assert squeezed(one.said)[:60] in words
    for line in source_lines(account, numbers_of(account)):
        assert squeezed(line["label"]) in words
        assert line["sha256"] in words


def test_bold_words_of_the_adviser_are_bold_and_no_stars() -> None:
    told = replace(an_account(), lessons="- **Begin eerder** met partners.\n- Vraag 2 ** 3.")
    words = one_spaced(" ".join(pdf_pages(pdf_of(told))))
    assert "Begin eerder met partners." in words
    assert "Vraag 2 ** 3." in words, "stars that mark nothing stay as they are"


def test_a_sentence_carries_the_numbers_of_its_sources_and_each_leads_to_the_list() -> None:
    account = an_account()
    pdf = pdf_of(account)
    numbers = numbers_of(account)
    reached = account.sentence("goal-1-reached")
    assert reached is not None
    assert marks_of(reached.sources, numbers) == "[2-3]"
    said = "Of het voor of achter ligt, is niet te zeggen. [2–3]"
    assert any(said in page for page in pdf_pages(pdf))
    assert struct_types(pdf).count("/Link") > 10


def test_many_sources_read_as_spans() -> None:
    numbers = {str(one): one for one in range(1, 121)}
    assert spans_of([str(one) for one in range(1, 121)], numbers) == [[1, 120]]
    assert marks_of(("1", "3", "4", "5", "9", "of nothing"), numbers) == "[1, 3-5, 9]"
    assert marks_of((), numbers) == ""


def test_sentences_keep_the_numbers_that_other_readers_give_them() -> None:
    account = a_large_account()
    shared = account.numbered()
    assert {key: numbers_of(account)[key] for key in shared} == shared


@pytest.mark.parametrize("make_account", [an_account, a_large_account])
def test_the_gate_for_pdf_ua_finds_nothing(make_account, tmp_path) -> None:
    content = pdf_of(make_account())
    file = tmp_path / "report.pdf"
    file.write_bytes(content)
    assert [finding.message for finding in pdfua.validate(str(file)).findings] == []
    kinds = struct_types(content)
    assert {"/H1", "/H2", "/TOC", "/Link", "/Table", "/TH"} <= set(kinds)
    root: Any = pypdf.PdfReader(file).trailer["/Root"]
    assert root["/Lang"] == "nl"
    assert pypdf.PdfReader(file).metadata.title == "Jaarrapportage 2025"


def test_each_theme_says_what_was_promised_done_and_brought_in_that_order(tmp_path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(pdf_of(an_account()))
    titles = outline_titles(pypdf.PdfReader(file).outline)
    begin = titles.index("Woonomgeving")
    assert titles[begin + 1 : begin + 4] == [
        "Wat we beloofden", "Wat we deden", "Wat het opleverde",
    ]  # fmt: skip
    assert titles.index("In één oogopslag") < begin < titles.index("Geld en uren")
    assert titles[-2:] == ["Bronnen", "Zo controleert u dit document"]


def test_a_draft_says_so_on_every_page() -> None:
    pages = pdf_pages(pdf_of(an_account()))
    assert all("oncept" in page for page in pages)


def test_a_mark_is_a_word_and_a_measure_of_nobody_says_so() -> None:
    words = " ".join(pdf_pages(pdf_of(an_account())))
    for said in ("Niet te zeggen", "Kwaliteit: op schema", "Tijd: aandacht nodig", "Van niemand"):
        assert said in words


def test_a_report_of_which_nothing_is_known_yet_prints() -> None:
    account = Account(
        "Kwartaal", "quarter", "kwartaalrapportage", "januari", date(2026, 1, 1),
        date(2026, 3, 31), "Voorbeeldstad", "Programma", "",
    )  # fmt: skip
    assert "In één oogopslag" in " ".join(pdf_pages(pdf_of(account)))


def test_what_somebody_typed_stays_text() -> None:
    rude = '#panic("x") <b>vet</b> \\ $x$ *ster* _lijn_ @ref'
    account = replace(an_account(), intro=rude, lessons=rude)
    assert squeezed(rude) in squeezed(" ".join(pdf_pages(pdf_of(account))))


def test_the_shipped_word_template_is_what_its_code_makes() -> None:
    assert TARGET.read_bytes() == make()


def test_excel_has_a_row_for_each_with_numbers_as_numbers() -> None:
    account = an_account()
    cells = workbook_cells(workbook_of(account, "Concept, versie 1"))
    assert list(cells) == [
        "Leeswijzer", "Maatregelen", "Doelen", "Geld en uren", "Zinnen", "Bronnen",
    ]  # fmt: skip
    measures = rows_of(cells, "Maatregelen")
    assert len(measures) == 6
    assert (measures[0]["Begroot (€)"], measures[0]["Uitgegeven (€)"]) == (16000, 7200)
    assert measures[0]["Gemeld op"].date() == date(2025, 12, 15)
    assert measures[1]["Gemeld op"] is None
    assert {"Van niemand"} <= {row["Wie"] for row in measures}
    assert rows_of(cells, "Geld en uren")[1]["Besteed (uren)"] == 262
    said = rows_of(cells, "Zinnen")
    assert len(said) == len(list(account.sentences()))
    assert [row["Bronnen (nr)"] for row in said if row["Kenmerk"] == "goal-1-reached"] == ["[2-3]"]
    assert [row["Nr"] for row in rows_of(cells, "Bronnen")] == [1, 2, 3]


@pytest.mark.parametrize("words", ["=1+1", "@som", "+31 6", "-2", '=HYPERLINK("x")'])
def test_no_text_becomes_a_formula(words: str) -> None:
    from io import BytesIO

    from openpyxl import load_workbook

    account = replace(an_account(), changed=(Sentence("changed-1", words),))
    book = load_workbook(BytesIO(workbook_of(account, "Concept")))
    found = [cell for row in book["Zinnen"].iter_rows() for cell in row if cell.value == words]
    assert [cell.data_type for cell in found] == ["s"]
    assert found[0].quotePrefix


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("16.000", Decimal(16000)),
        ("7.200,50", Decimal("7200.50")),
        ("120", Decimal(120)),
        ("0,1", Decimal("0.1")),
        ("-3", Decimal(-3)),
        ("", None),
        ("onbekend", "onbekend"),
        ("1.2.3", "1.2.3"),
    ],
)
def test_an_amount_is_a_number_without_noise(written: str, number: object) -> None:
    assert as_amount(written) == number


def test_the_body_is_plain_json() -> None:
    body = body_of(a_large_account())
    assert json.loads(json.dumps(body, default=str))["counts"][0]["measures"] == 10
