"""The plan in Word and its goals in Excel: the same words, and a template of one's own."""

from __future__ import annotations

from datetime import date

import pytest

from integraal.foundation.documents.actions import change_template
from integraal.policy.plan.content import content_of
from integraal.policy.plan.document_parts.goals import goal_rows
from integraal.policy.plan.papers.word import plan_word
from integraal.policy.plan.papers.word_kind import WORD
from integraal.policy.plan.papers.word_template.make_template import TARGET, make
from integraal.policy.plan.papers.workbook import HEADS, goals_workbook
from integraal.policy.plan.writing.actions import add_block
from tests.foundation.documents.word.word_files import docx
from tests.policy.picture.papers.reading import one_spaced, rows_of, word_words, workbook_cells


def test_the_shipped_template_is_what_its_code_makes() -> None:
    assert TARGET.read_bytes() == make()


def test_word_holds_every_goal_and_every_text(whole, adviser, molendrecht) -> None:
    name, content = plan_word(by=adviser, plan=whole, tenant=molendrecht)
    words = word_words(content)
    assert name == "veiligheidsplan-2027-2030-versie-1-concept.docx"
    for row in goal_rows(content_of(whole)):
        for part in (row.what, row.why, row.owner, row.by_date, row.baseline_of):
            assert one_spaced(part) in words
    assert "125 tegen 131" in words
    assert "Prioriteit: Rust op straat en in huis." in words
    assert "{{" not in words
    assert "{%" not in words


def test_a_municipality_uses_its_own_template(whole, adviser, administrator, molendrecht) -> None:
    own = docx("Ons plan: {{ titel }} ({{ looptijd }})")
    change_template(by=administrator, kind=WORD, file_name="ons.docx", content=own)
    _, content = plan_word(by=adviser, plan=whole, tenant=molendrecht)
    wanted = "Ons plan: Integraal veiligheidsplan 2027-2030 (2027 tot en met 2030)"
    assert word_words(content).strip() == wanted


def test_excel_has_a_row_for_each_goal_with_numbers_and_days(whole, adviser) -> None:
    name, content = goals_workbook(by=adviser, plan=whole)
    cells = workbook_cells(content)
    assert name == "doelen-2027-2030-versie-1-concept.xlsx"
    rows = rows_of(cells, "Doelen")
    assert tuple(cells["Doelen"][0]) == HEADS
    assert len(rows) == 20
    first = rows[0]
    assert (first["Nr"], first["Beginstand"], first["Streefcijfer"]) == ("1.1", 11, 8)
    assert first["Wanneer"].date() == date(2028, 12, 31)
    assert first["Te zien aan"] == "Alle geregistreerde overlast"
    assert [row["Prioriteit"] for row in rows[::4]] == ["ja", "ja", "nee", "nee", "nee"]


@pytest.mark.parametrize("words", ["=1+1", "@som", "+31 6"])
def test_no_goal_becomes_a_formula(whole, adviser, words: str) -> None:
    add_block(by=adviser, plan=whole, kind="goal", theme="jeugd", title=words)
    rows = rows_of(workbook_cells(goals_workbook(by=adviser, plan=whole)[1]), "Doelen")
    assert words in [row["Wat wilt u bereiken"] for row in rows]
